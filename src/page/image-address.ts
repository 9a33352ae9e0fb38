/**
 * The addresses of an image, and by what two of them are told to be the same picture: sites serve one in many
 * sizes, from other hosts, through proxies.
 */

const LONGEST_ADDRESS = 3_000;
const LONGEST_NAME = 200;
const MOST_ADDRESSES = 20;
const ATTRIBUTES = ['src', 'data-src', 'data-original', 'data-lazy-src', 'data-full-url', 'href'];
const SETS = ['srcset', 'data-srcset'];

/** @returns absolute http(s) addresses, that which is shown first; those that only stand in for a lazy image last */
export function listImageAddresses(image: Element, base: string): string[] {
  const shown = (image as { currentSrc?: unknown }).currentSrc;
  const stated = [
    typeof shown === 'string' ? shown : null,
    ...ATTRIBUTES.map((name) => image.getAttribute(name)),
    ...SETS.flatMap((name) => readSet(image.getAttribute(name))),
    ...[...(image.closest('picture')?.querySelectorAll('source') ?? [])].flatMap((source) =>
      SETS.flatMap((name) => readSet(source.getAttribute(name))),
    ),
  ];
  const addresses = stated.flatMap((one) => resolve(one, base) ?? []);
  return [...new Set(addresses)].slice(0, MOST_ADDRESSES);
}

function resolve(address: string | null, base: string): string | null {
  const trimmed = address?.trim() ?? '';
  if (trimmed === '' || trimmed.length > LONGEST_ADDRESS || !URL.canParse(trimmed, base)) {
    return null;
  }
  const { protocol, href } = new URL(trimmed, base);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

/** "a.jpg 640w, b.jpg 2x": https://html.spec.whatwg.org/multipage/images.html#srcset-attributes */
function readSet(set: string | null): string[] {
  if (set === null || set.length > LONGEST_ADDRESS * 4) return [];
  return set
    .split(/,\s+/)
    .slice(0, MOST_ADDRESSES)
    .flatMap((part) => part.trim().split(/\s+/)[0] ?? []);
}

const SIZE =
  /[-_@](?:\d{2,4}x\d{0,4}|x\d{2,4}|[wh]?\d{3,4}(?:px|w)?|\d(?:\.\d)?x|scaled|thumb|small|medium|large|cropped)$/i;
/** Names that many pictures have. */
const COMMON =
  /^(?:image|img|photo|picture|default|cover|main|original|large|small|thumb|\d{1,3})$/i;

/** @returns by what an address is that of the same picture, '' where it says nothing */
export function nameImageFile(address: string): string {
  if (!URL.canParse(address)) return '';
  const url = new URL(address);
  for (const inner of ['url', 'src', 'image']) {
    const proxied = url.searchParams.get(inner) ?? '';
    if (/\.(?:jpe?g|png|webp|avif|gif)/i.test(proxied) && URL.canParse(proxied, url))
      return nameImageFile(new URL(proxied, url).href);
  }
  const parts = url.pathname.split('/').filter((part) => part !== '');
  let name = (parts.pop() ?? '')
    .slice(-LONGEST_NAME)
    .replace(/\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|jfif)$/i, '');
  for (let shorter = name.replace(SIZE, ''); shorter !== name; shorter = name.replace(SIZE, '')) {
    name = shorter;
  }
  if (name === '') return '';
  // A short name is the same picture in the same folder alone.
  const isTelling = name.length > 7 && !COMMON.test(name);
  return (isTelling ? name : `${url.host}/${parts.join('/')}/${name}`).toLowerCase();
}
