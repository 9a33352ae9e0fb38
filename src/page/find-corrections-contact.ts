/**
 * Finds whom a page wants to be told of mistakes: what it states for machines (schema.org's policies for
 * corrections), then a link whose words or address speak of corrections, then the newsroom. As with permission,
 * none is better than a wrong one: never another site's, never whoever grants rights or sells space.
 */
import { readHost } from '../model/credit/host-family.ts';
import {
  belongsTo,
  checkAddress,
  chooseAddress,
  isInFooter,
  type MailLink,
  NEWSROOM_DESKS,
  RIGHTS_DESK,
  readMailLinks,
  readMailto,
} from './find-contact.ts';
import { asList, isObject, type JsonObject, readJsonLd, readTypes } from './json-ld.ts';
import { readPlain } from './plain-document.ts';

/** What stands before the @: corrections first, then what readers say. */
const CORRECTIONS_DESK =
  /^(?:(?:news|web|online|editorial|reader)?[._-]?(?:corrections?|correct|errata|erratum|errors?|mistakes?|typos?|fix)|korrektur(?:en)?|fehler(?:meldung)?|corrig(?:e|er|ez|endum|enda)|correccion(?:es)?|correcao|correcoes|correzion[ei]|correcti(?:e|es)|erratas?|errori|erreurs?|erros?|errores|oshibk[ai]|opechatk[ai]|pomylk[ay]|ispravlen\w*|korekt[ay]\w*|sprostowan\w*|bledy|oprav[ay]|chyb[ay]|duzeltme|hata|xato\w*|gabim\w*|greske|ispravke|greseli)(?![a-z])/i;
const FEEDBACK_DESK =
  /^(?:feedback|ombuds\w*|reader(?:s|editor)|public[._-]?editor|standards|leserbriefe?|leserservice|mediateur|lectores|lettori|leitores?|chitatel\w*|okur)(?![a-z])/i;
/** What a link says, or the line that it stands in. */
const CORRECTION_WORDS =
  /(?<!\p{L})(?:corrections?|errata|erratum|errors?|mistakes?|typos?|inaccurac(?:y|ies)|fehler|korrekturen?|korrigier\p{L}*|erreurs?|corriger|errores|correcci(?:ó|o)n(?:es)?|erros?|corre(?:ç|c)(?:ã|a)o|corre(?:ç|c)(?:õ|o)es|errori|correzion[ei]|fouten|fout|rettelser?|fejl|feil|virheet?|bł(?:ąd|ędy|ędzie)|sprostowani\p{L}+|chyb[ayu]|oprav[ayu]|hatalar?\p{L}*|düzeltme\p{L}*|xato\p{L}*|qate\p{L}*|ошибк\p{L}*|опечатк\p{L}*|неточност\p{L}*|помилк\p{L}*|одруківк\p{L}*|памылк\p{L}*|грешк\p{L}*|қате\p{L}*|ката\p{L}{0,6}|хато\p{L}{0,6}|хатолик\p{L}*|ғалат\p{L}*|خطأ|أخطاء|تصحيح\p{L}*|اشتباه|λάθ\p{L}+|διόρθωσ\p{L}+|טעויות|טעות|תיקון)(?!\p{L})/iu;
/** Who could answer, but not about this. */
const NOT_FOR_IT =
  /^(?:legal|dmca|werbung|mediadaten|publicit\w*|publicidade?|pubblicita|reclam\w*|reklam\w*|commerc\w*|business|sponsor\w*|events?|tickets?|billing|invoice|rechnung|security|webmaster|technik|tech|it|noc|root|hr|press-?office|pr)[.+_@-]/i;
/** The likeliest first. */
const DESKS = [CORRECTIONS_DESK, FEEDBACK_DESK, ...NEWSROOM_DESKS];
const POLICIES = ['correctionsPolicy', 'actionableFeedbackPolicy'];
const CORRECTION_TYPES = /correct|errat|feedback|news|editor|redak/i;
const PUBLISHING = /Organization$|^(?:Newspaper|Periodical)$/;
const STATING = /Organization$|Article$|Posting$|^(?:Newspaper|Periodical|WebSite|WebPage)$/;
const MOST_NODES = 100;
const MOST_AROUND = 300;
/** A letter's own subject may say it, too. */
const LONGEST_HREF = 300;

/**
 * @param url the article's address
 * @returns an address that a mail program takes as it is, or null where the page gives none that is its own
 */
export function findCorrectionsContact(page: Document, url: string): string | null {
  const document = readPlain(page);
  const host = readHost(url);
  if (host === '') return null;
  const isFit = (address: string) => belongsTo(address, host, true) && !isUnfit(address);
  const stated = readStated(document);
  const links = readMailLinks(document).filter(
    ({ element, address }) => belongsTo(address, host, isInFooter(element)) && !isUnfit(address),
  );
  return (
    stated.corrections.find(isFit) ??
    links.find(({ address }) => CORRECTIONS_DESK.test(address))?.address ??
    links.find(speaksOfMistakes)?.address ??
    chooseAddress(document, links, host, DESKS, isUnfit) ??
    stated.publisher.find(isFit) ??
    null
  );
}

function isUnfit(address: string): boolean {
  return RIGHTS_DESK.test(address) || NOT_FOR_IT.test(address);
}

interface Stated {
  corrections: string[];
  publisher: string[];
}

/** The addresses that a page's JSON-LD gives; those of people are not asked for. */
function readStated(document: Document): Stated {
  const nodes = readJsonLd(document).slice(0, MOST_NODES);
  const isOfType = (types: RegExp) => (node: JsonObject) =>
    readTypes(node).some((type) => types.test(type));
  const stating = nodes.filter(isOfType(STATING));
  const points = stating.flatMap((node) => asList(node['contactPoint']).slice(0, MOST_NODES));
  return {
    corrections: [
      ...POLICIES.flatMap((policy) => stating.flatMap((node) => readGiven(node[policy]))),
      ...points
        .filter(isObject)
        .filter(isForCorrections)
        .flatMap((one) => readGiven(one['email'])),
    ],
    publisher: nodes.filter(isOfType(PUBLISHING)).flatMap((node) => readGiven(node['email'])),
  };
}

function isForCorrections(point: JsonObject): boolean {
  return asList(point['contactType']).some(
    (type) => typeof type === 'string' && CORRECTION_TYPES.test(type.slice(0, 100)),
  );
}

/** An address as itself or as a mailto; a policy may be a page, which is none. */
function readGiven(value: unknown): string[] {
  return asList(value)
    .slice(0, MOST_NODES)
    .flatMap((one) => {
      if (typeof one !== 'string' || one.length > LONGEST_HREF) return [];
      const written = one.trim();
      return (/^mailto:/i.test(written) ? readMailto(written) : checkAddress(written)) ?? [];
    });
}

/** By its own words, its letter's subject, or the line in front of it. */
function speaksOfMistakes({ element }: MailLink): boolean {
  const href = element.getAttribute('href')?.slice(0, LONGEST_HREF) ?? '';
  const subject = /[?&]subject=([^&]*)/i.exec(href)?.[1] ?? '';
  if (CORRECTION_WORDS.test(`${readShort(element)} ${decode(subject)}`)) return true;
  const around = element.parentElement;
  // Of several links of a line, what it says may be meant for another.
  return (
    around !== null &&
    around.getElementsByTagName('a').length === 1 &&
    CORRECTION_WORDS.test(readShort(around))
  );
}

function readShort(element: Element): string {
  const text = element.textContent ?? '';
  return text.length > MOST_AROUND ? '' : text;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
