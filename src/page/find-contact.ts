/**
 * Finds whom a site wants to be written to about the reuse of its texts: in the words of its terms, then among
 * the addresses that its page gives. None is better than a wrong one, which is why the person sees it before
 * anything is sent, and nothing is guessed.
 */
import { isOneSite, readHost } from '../model/credit/host-family.ts';
import { readPlain } from './plain-document.ts';
import { readTail } from './tail-text.ts';

/** What a mail program takes without quoting: https://www.rfc-editor.org/rfc/rfc6068#section-2 */
const ADDRESS =
  /^[a-z\d](?:[a-z\d._+-]{0,62}[a-z\d_+-])?@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,5}[a-z]{2,18}$/i;
const IN_TEXT =
  /(?<![\w.+-])[a-z\d][a-z\d._+-]{0,63}@(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,18}(?![\w@])/gi;
/** By what stands before the @: who grants rights, then who writes, then who answers at all. */
export const RIGHTS_DESK =
  /^(?:rights?|permissions?|licen[cs](?:e|es|ing)|syndication|copyright|reprints?|lizenzen|rechte|nachdruck|droits|derechos|direitos|diritti|prawa|telif)/i;
export const NEWSROOM_DESKS = [
  /^(?:redaktion|redaktsiya|redakcj?ia?|redakce|redacti(?:e|on)|redaccion|redacao|redazione|redactia|redaction|redaktor|editors?|editorial|newsroom|news|desk|press|presse|red|toimitus|haber|tahririyat|tahrir)/i,
  /^(?:info|contacts?|kontakt|contacto|contato|office|mail|hello|hallo|post|office|inbox|feedback|support|admin|iletisim|bilgi|sekretariat|web|team)/i,
];
/** The likeliest first. */
const DESKS = [RIGHTS_DESK, ...NEWSROOM_DESKS];
const NOBODY =
  /^(?:no-?reply|donotreply|do-not-reply|abuse|privacy|gdpr|dpo|datenschutz|unsubscribe|subscribe|newsletter|abo|jobs?|karriere|career|hr|ads?|advert\w*|anzeigen|reklama|marketing|sales|billing|postmaster|hostmaster|moderat\w*|registr\w*|shop|orders?|example)[.+_@-]/i;
/** Small newsrooms have their post there. */
const FREE_MAIL =
  /^(?:gmail|googlemail|yahoo|outlook|hotmail|proton|protonmail|gmx|web|mail|inbox|list|bk|yandex|ya|rambler|ukr|i|meta|icloud|tutanota|posteo|seznam|wp|onet|o2|libero)\.(?:com|net|org|ru|ua|de|at|ch|me|by|kz|pl|cz|it|fr|uz|tj|kg)$/i;
const MOST_LINKS = 150;
const MOST_FOOTERS = 4;
const OF_A_FOOTER = { nodes: 200, characters: 4_000 };
const OF_THE_PAGE = { nodes: 120, characters: 2_500, without: 'article' };
/** So much of the terms tells the block that holds them. */
const OPENING = 60;
/** A paragraph that holds them has not much else. */
const MOST_BESIDE = 300;
const MOST_STEPS = 5;
const ASIDE = '[class*="comment" i], [id*="comment" i], blockquote';

/**
 * @param evidence the words of the terms, as they stand in the page
 * @param url the article's address
 * @returns an address that a mail program takes as it is, or null where the page gives none that is its own
 */
export function findContact(page: Document, evidence: string, url: string): string | null {
  const document = readPlain(page);
  const host = readHost(url);
  const links = readMailLinks(document);
  const inWords = readAddresses(evidence)[0];
  if (inWords !== undefined) return inWords;
  const beside = links.find(({ element }) => standsIn(element, evidence));
  if (beside !== undefined) return beside.address;
  return chooseAddress(document, links, host, DESKS);
}

/**
 * @param document a plain one
 * @param desks what stands before the @, the likeliest first
 * @returns the likeliest of the addresses that the page links to or ends with, or null
 */
export function chooseAddress(
  document: Document,
  links: MailLink[],
  host: string,
  desks: RegExp[],
  isUnfit: (address: string) => boolean = () => false,
): string | null {
  const candidates = new Map<string, number>();
  for (const { element, address } of links) consider(address, isInFooter(element));
  for (const address of readEnd(document)) consider(address, true);
  return [...candidates].sort((one, other) => one[1] - other[1])[0]?.[0] ?? null;

  function consider(address: string, isAtEnd: boolean): void {
    const rank = isUnfit(address) ? null : rankAddress(address, host, isAtEnd, desks);
    if (rank !== null && rank < (candidates.get(address) ?? Number.POSITIVE_INFINITY)) {
      candidates.set(address, rank);
    }
  }
}

/** Lower is likelier; null where it is not certain to be the site's own. */
function rankAddress(
  address: string,
  host: string,
  isAtEnd: boolean,
  desks: RegExp[],
): number | null {
  const [name = '', domain = ''] = address.split('@');
  const desk = desks.findIndex((one) => one.test(name));
  if (isOneSite(domain, host)) {
    if (desk >= 0) return desk * 2 + (isAtEnd ? 0 : 1);
    // A person's, unless it is what the page ends with.
    return isAtEnd ? desks.length * 2 : null;
  }
  return isAtEnd && FREE_MAIL.test(domain) ? desks.length * 2 + 1 : null;
}

/** Whether an address is the site's own; at a page's end also a mailbox such as small newsrooms have. */
export function belongsTo(address: string, host: string, isAtEnd: boolean): boolean {
  const domain = address.slice(address.indexOf('@') + 1);
  return isOneSite(domain, host) || (isAtEnd && FREE_MAIL.test(domain));
}

export interface MailLink {
  element: Element;
  address: string;
}

/** The links that write to somebody who could answer, outside of what readers have written. */
export function readMailLinks(document: Document): MailLink[] {
  const links: MailLink[] = [];
  const found = document.querySelectorAll('a[href^="mailto:" i]');
  for (let i = 0; i < found.length && i < MOST_LINKS; i += 1) {
    const element = found[i];
    const address = readMailto(element?.getAttribute('href') ?? '');
    if (element !== undefined && address !== null && element.closest(ASIDE) === null) {
      links.push({ element, address });
    }
  }
  return links;
}

/** The first of a mailto's recipients; links for sharing have none. */
export function readMailto(href: string): string | null {
  const written =
    href
      .slice('mailto:'.length, 300)
      .replace(/[?#].*$/s, '')
      .split(',')[0] ?? '';
  try {
    return checkAddress(decodeURIComponent(written).trim());
  } catch {
    return null;
  }
}

/** @returns the address, its host in small letters; null of what is none, or of nobody's who could answer */
export function checkAddress(address: string): string | null {
  if (!ADDRESS.test(address) || /\.\./.test(address) || NOBODY.test(address)) return null;
  const at = address.indexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
}

function readAddresses(text: string): string[] {
  return [...text.slice(0, 20_000).matchAll(IN_TEXT)].flatMap(([one]) => checkAddress(one) ?? []);
}

/** Whether what is around a link begins as the terms do. */
function standsIn(element: Element, evidence: string): boolean {
  const opening = squeeze(evidence).slice(0, OPENING);
  if (opening.length < 8) return false;
  let around: Element | null = element.parentElement;
  for (let i = 0; around !== null && i < MOST_STEPS; i += 1, around = around.parentElement) {
    const text = around.textContent ?? '';
    if (text.length > evidence.length * 2 + MOST_BESIDE) return false;
    if (squeeze(text).includes(opening)) return true;
  }
  return false;
}

export function isInFooter(element: Element): boolean {
  return (
    element.closest(
      'footer, address, [class*="footer" i], [id*="footer" i], [class*="imprint" i], [class*="impressum" i], [class*="contact" i]',
    ) !== null
  );
}

/** Addresses that are written out where the page ends. */
function readEnd(document: Document): string[] {
  const { body } = document;
  if (body === null) return [];
  const footers = document.getElementsByTagName('footer');
  const texts = [readTail(body, OF_THE_PAGE)];
  for (let i = Math.max(0, footers.length - MOST_FOOTERS); i < footers.length; i += 1) {
    const footer = footers[i];
    if (footer !== undefined && footer.closest(ASIDE) === null) {
      texts.push(readTail(footer, OF_A_FOOTER));
    }
  }
  return readAddresses(texts.flat().join('\n'));
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
