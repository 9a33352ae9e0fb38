/**
 * Where an article is edited: a site's template for the address in its CMS, filled in from the article's URL. URLs come from
 * readers, so what they put in is encoded for the place where it stands, and never says which server is asked but by
 * `{host}`, the article's own.
 */
import { isLoopback } from './loopback.ts';

export const LONGEST_EDIT_LINK = 2_000;

/** What stands in a template for a part of the article's URL. */
export const EDIT_LINK_PLACEHOLDERS = ['url', 'host', 'path', 'slug', 'words', 'id'] as const;
type Placeholder = (typeof EDIT_LINK_PLACEHOLDERS)[number];

export type EditLinkFault =
  | 'too-long'
  /** no address with a host, or with spaces, control characters or backslashes */
  | 'not-a-url'
  /** http is for the machine itself alone */
  | 'not-https'
  /** a name or a password before the host */
  | 'credentials'
  | 'unknown-placeholder'
  /** a brace without its partner */
  | 'brace'
  /** the server's name may end in `{host}`; nothing else of the article may say which it is */
  | 'placeholder-in-host';

interface ParsedTemplate {
  scheme: string;
  authority: string;
  /** path, query and fragment */
  rest: string;
}

/**
 * Templates for CMSs that find an article by its address. WordPress: `name` is a public query variable, in the list of posts as
 * well (wp-includes/class-wp.php). Ghost redirects to its editor from `/edit/` behind a post (controllers/entry.js). Joomla looks
 * for the alias, Drupal and Wagtail for words of the title; DataLife Engine has the number in the article's address.
 */
export const EDIT_LINK_PATTERNS: readonly { name: string; template: string }[] = [
  { name: 'WordPress', template: 'https://{host}/wp-admin/edit.php?name={slug}' },
  { name: 'Ghost', template: 'https://{host}/{path}/edit/' },
  { name: 'Drupal', template: 'https://{host}/admin/content?title={words}' },
  {
    name: 'Joomla',
    template:
      'https://{host}/administrator/index.php?option=com_content&view=articles&filter[search]={slug}',
  },
  { name: 'Wagtail', template: 'https://{host}/admin/pages/search/?q={words}' },
  {
    name: 'DataLife Engine',
    template: 'https://{host}/admin.php?mod=editnews&action=editnews&id={id}',
  },
];

const TOKEN = /\{([^{}]*)\}|[{}]/g;
/** Any host name, to see whether a template is an address with one in place of `{host}`. */
const SOME_HOST = 'a.example';

/** What is wrong with a template; null where it can be used. '' is none. */
export function findTemplateFault(template: string): EditLinkFault | null {
  const parsed = parseTemplate(template);
  return typeof parsed === 'string' ? parsed : null;
}

/**
 * @param articleUrl of the page that the report's site is read from, so that `{host}` is a host of that site
 * @returns where the article is edited; null where the template is none, or the URL lacks what it asks for
 */
export function composeEditLink(template: string, articleUrl: string): string | null {
  const parsed = parseTemplate(template);
  if (typeof parsed === 'string' || !/^https?:\/\//i.test(articleUrl)) return null;
  if (!URL.canParse(articleUrl)) return null;
  const article = new URL(articleUrl);
  // URLs may have such a host.
  if (isDots(article.hostname)) return null;
  const pieces = listPieces(article);
  const values = readValues(article, pieces);
  const authority = parsed.authority.replace('{host}', () => values.host);
  const base = `${parsed.scheme}://${authority}/`;
  if (!URL.canParse(base)) return null;
  let isWhole = true;
  let place: 'path' | 'query' | 'fragment' = 'path';
  const rest = parsed.rest.replace(/\{(\w+)\}|[?#]/g, (token, name: string | undefined) => {
    if (name === undefined) {
      if (token === '#') place = 'fragment';
      else if (place === 'path') place = 'query';
      return token;
    }
    const value = isPlaceholder(name) ? values[name] : '';
    if (value === '') isWhole = false;
    // What is a slash between two parts of a path is none inside of one.
    if (name === 'path' && place !== 'query') return pieces.map(encodeURIComponent).join('/');
    return encodeURIComponent(value);
  });
  const link = `${parsed.scheme}://${authority}${rest}`;
  if (!isWhole || !URL.canParse(link)) return null;
  const { origin, href } = new URL(link);
  return origin === new URL(base).origin ? href : null;
}

function parseTemplate(template: string): ParsedTemplate | EditLinkFault {
  if (template.length > LONGEST_EDIT_LINK) return 'too-long';
  for (const [token, name] of template.matchAll(TOKEN)) {
    if (name === undefined || token.length < 2) return 'brace';
    if (!isPlaceholder(name)) return 'unknown-placeholder';
  }
  const parts = /^([a-z][a-z\d+.-]*):\/\/([^/?#]+)(.*)$/i.exec(template);
  // A browser would leave some of these out, and take a backslash for a slash.
  if (parts === null || /[\s\p{Cc}\\]/u.test(template) || !template.isWellFormed()) {
    return 'not-a-url';
  }
  const [, scheme = '', authority = '', rest = ''] = parts;
  if (authority.includes('@')) return 'credentials';
  if (!/^([a-z\d-]+\.)*\{host\}(:\d+)?$/i.test(authority) && authority.includes('{')) {
    return 'placeholder-in-host';
  }
  const base = `${scheme}://${authority.replace('{host}', SOME_HOST)}/`;
  if (!URL.canParse(base)) return 'not-a-url';
  const { protocol, hostname } = new URL(base);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isSafe ? { scheme, authority, rest } : 'not-https';
}

function listPieces({ pathname }: URL): string[] {
  return pathname
    .split('/')
    .filter((piece) => piece !== '')
    .map(decode);
}

function readValues(article: URL, pieces: readonly string[]): Record<Placeholder, string> {
  const name = (pieces.at(-1) ?? '').replace(/\.[a-z][a-z\d]{0,4}$/i, '');
  // Dots alone would lead to another folder.
  const slug = isDots(name) ? '' : name;
  return {
    url: article.href,
    host: article.host,
    path: pieces.join('/'),
    slug,
    words: slug
      .split(/[-_+.\s]+/)
      .join(' ')
      .trim(),
    id: readId(article, pieces, slug),
  };
}

/**
 * The number that a CMS has given the article: in the query, at an end of the address's last part, or alone between two
 * slashes. Fewer than five digits there are a day or a year.
 */
function readId({ search }: URL, pieces: readonly string[], slug: string): string {
  const asked = /[?&](?:p|[^=&?]*id)=(\d+)(?=&|$)/i.exec(search)?.[1];
  if (asked !== undefined) return asked;
  const first = /^\d+(?=$|[-_.])/.exec(slug)?.[0] ?? '';
  const end = /(?<=^|[-_.])\d+$/.exec(slug)?.[0] ?? '';
  if (first !== '' || end !== '') return end.length > first.length ? end : first;
  return pieces.findLast((piece) => /^\d{5,}$/.test(piece)) ?? '';
}

function isDots(text: string): boolean {
  return /^\.*$/.test(text);
}

function decode(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}

function isPlaceholder(name: string): name is Placeholder {
  return EDIT_LINK_PLACEHOLDERS.some((known) => known === name);
}
