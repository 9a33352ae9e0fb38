/** What a copy is made of, read from the page: the words, where they are from, whose the images are. */
import { escapeHtml } from '../../model/escape-html.ts';
import type { Credit } from '../../model/source.ts';
import { type JsonObject, readJsonLd } from '../../page/json-ld.ts';
import type { Selected } from '../../page/selected/read-selected.ts';
import type { ArticlePage } from '../parts.ts';
import type { ClipParts } from './compose-clip.ts';

/** From this share of the text on, a copy is the whole article: a note or a picture's caption may be left out. */
const WHOLE = 0.9;
const MOST_CREDITED = 30;

/**
 * @param plain what the browser would copy as plain text
 * @param linkPassage gives the address of the article, with the passage where it can be led to
 */
export function readParts(
  selected: Selected,
  plain: string,
  page: ArticlePage,
  linkPassage: (selected: Selected, url: string) => string,
): ClipParts {
  const { source, root } = page.recall();
  const isExcerpt = readShare(plain, root) < WHOLE;
  return {
    plain,
    html: selected.writeHtml(),
    source,
    // The whole article is where its own address leads.
    url: isExcerpt ? linkPassage(selected, source.url) : source.url,
    isExcerpt,
    imageCredits: listCredits(selected.images, plain, page),
  };
}

/** One image, with what its page says of it. */
export function readImageParts(image: Element, page: ArticlePage): ClipParts {
  const { source } = page.recall();
  const { src, alt, caption } = page.readImage(image);
  const plain = caption || alt || src || '';
  return {
    plain,
    html: writeFigure(src, alt, caption, image),
    source,
    url: source.url,
    isExcerpt: true,
    imageCredits: listCredits([image], plain, page),
  };
}

/** How much of the article a text is, 0 to 1 and more where it is not the article's alone. */
export function readShare(text: string, root: Element | null): number {
  const whole = countLetters(root?.textContent ?? '');
  return whole === 0 ? 1 : countLetters(text) / whole;
}

/** White space differs between a text as it stands in the source and as it is copied. */
function countLetters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 32) count += 1;
  return count;
}

/** Whom the images are by, where the copied words do not say it. */
function listCredits(images: readonly Element[], text: string, page: ArticlePage): Credit[] {
  const credits: Credit[] = [];
  let nodes: JsonObject[] | null = null;
  for (const image of images.slice(0, MOST_CREDITED)) {
    const credit = page.findImageCredit(image, () => {
      nodes ??= readJsonLd(image.ownerDocument);
      return nodes;
    });
    if (credit !== null && !credit.names.every((name) => text.includes(name))) credits.push(credit);
  }
  return credits;
}

function writeFigure(src: string | null, alt: string, caption: string, image: Element): string {
  const words = escapeHtml(alt);
  const shown =
    src === null ? words : `<img src="${escapeHtml(src)}" alt="${words}"${writeSize(image)}>`;
  const below = caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  return `<figure>${shown}${below}</figure>`;
}

/** The size that the page gives it, so that it is no larger elsewhere. */
function writeSize(image: Element): string {
  const sizes = ['width', 'height'].map((name) => [name, image.getAttribute(name) ?? '']);
  return sizes
    .filter(([, value]) => /^\d{1,5}$/.test(value ?? ''))
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}
