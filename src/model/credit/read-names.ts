/**
 * Takes the text of a credit apart into the names it lists. Licences, dates, numbers and remarks ("file photo",
 * "Symbolbild") go; a text that reads like a sentence or a headline is no list of names.
 */

import { classifyWord } from './label-words.ts';
import { findOutlet, isOutletName } from './outlets.ts';
import { compile } from './pattern.ts';
import { findSites } from './site.ts';

const LICENCE = () =>
  compile(
    '\\b(?:licen[cs]ed under |under |unter |sous |lizenz:? ?|licen[cs]e:? ?|licence )?(?:(?:CC|Creative Commons|Attribution)(?:[- ]?(?:BY|SA|NC|ND|0|Zero|Attribution|ShareAlike|\\d\\.\\d|Int(?:ernational)?|DE))*|GFDL|GNU FDL|GPL FDL|GNU Free Documentation Licen[cs]e|public domain|gemeinfrei|domaine public|dominio público|domínio público)(?: licen[cs]e)?(?![\\p{L}\\d])',
    'gi',
  );
const DATE = () =>
  compile(
    '^(?:[^\\p{L}]*(?:\\p{L}\\.?)?|(?:\\d{1,2}\\.? )?\\p{L}{3,10}\\.? \\d{1,2},? \\d{4}|(?:\\d{1,2}\\.? (?:de )?)?\\p{L}{3,10}\\.? (?:de )?\\d{4})$',
  );
const REFUSED = () =>
  compile(
    '[{}$<>=]|\\.(?:jpe?g|png|gif|webp|svg|tiff?|heic|pdf|docx?|mp4|mov)\\b|\\p{L}:\\S|\\d\\s?[x×]\\s?\\d|^f/\\d',
    'i',
  );
const RESERVED =
  /(?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d|^[^,]*[^,.\s]\s(?:19|20)\d\d$|^(?:\(?c\)?\s|copyright)?\s*(?:19|20)\d\d\b|all rights|rights reserved|tous droits|alle rechte|derechos reservados|direitos reservados|diritti riservati|riproduzione riservata|все права|всі права|prawa zastrzeżone|toate drepturile|haklar[ıi]|無断|无断|版权所有|무단/iu;
/** Which of several photos. */
const PLACE =
  /^(?:(?:top|bottom|upper|lower|far)? ?(?:left|right|cent(?:er|re)|top|bottom|middle)|links|rechts|oben|unten|mitte|gauche|droite|izquierda|derecha|слева|справа|ліворуч|праворуч)$/iu;
/** "Archivo El Diario", "Ann Writer Archives Le Jour": a title behind a remark. */
const TITLE = () =>
  compile(
    "^(.*?)\\s?\\b(?:[Aa]rchives?|[Aa]rchivo|[Aa]rquivo|[Aa]rchivio|[Aa]rchiv)\\s(?=(?:El|La|Le|Les|The|Il|Der|Die|Das)\\s\\p{Lu}|L['’]\\p{Lu}|\\p{Lu}{2,}\\.?$)",
  );
const SPLIT = /\s*[/|;·•／、]\s*|\s[–—-]\s|,\s+|,$/u;
const VIA = /\s(?:via|через|through)\s/iu;
/** "on Unsplash", "auf Pixabay", "for The Paper": between a name and an outlet. */
const AT =
  /\s(?:on|at|for|from|auf|von|bei|für|sur|pour|par|en|no|na|da|do|de|di|su|per|op|på|hos|för|til|z|w|на|в|из|для|от|з|із|archives?|archiv|archivo|arquivo|архив)\s(?=\S)/giu;
const AND = /\s(?:and|&|und|och|og|et|y|e|i|и|та|і|va|ve|en|ja|és|a|und)\s/u;
/** Words that stand where a name should. */
const PLAIN =
  /^(?:brand|author|company|manufacturer|supplied|submitted|unknown|none|various|hersteller|unbekannt)$/iu;
/** Words that names have between their capitals. */
const PARTICLE =
  /^(?:of|the|and|for|de|la|le|les|du|des|del|della|delle|dei|di|da|do|dos|das|van|von|der|den|het|ter|ten|zu|zur|zum|für|und|et|y|e|i|og|och|al|el|ibn|bin|d'.*|l'.*|и|та|по|у|ва|және|жана|va|ve)$/iu;
/** Words that names do not have, but sentences do. */
const SENTENCE =
  /^(?:is|are|was|were|be|been|has|have|had|will|can|to|at|on|into|with|after|before|during|who|that|these|those|this|his|her|its|their|as|but|not|what|how|why|when|where|ist|sind|war|waren|wird|werden|hat|haben|dass|nach|vor|während|sich|einem|einen|wie|wenn|nicht|est|sont|ont|avec|après|lors|qui|que|ces|cette|fue|fueron|está|están|son|con|tras|durante|è|sono|dopo|nella|nel|che|são|com|após|foi|não|что|как|это|после|был|была|были|во|со|не|для|під|після|як|jest|są|się|przed|podczas|için|olarak|je|som|till|efter|med|jest|was|een|bij)$/iu;

/** @param isLoose the label says little: only what looks like nothing but names counts */
export function readNames(
  text: string,
  language: string | null,
  isLoose: boolean,
): string[] | null {
  if (REFUSED().test(text) || RESERVED.test(text)) return null;
  const names: string[] = [];
  for (const part of splitParts(dropRemarks(text), language)) {
    const name = tidyName(part, language);
    if (name === '' || DATE().test(name) || PLACE.test(name)) continue;
    if (isNameless(name)) {
      if (names.length === 0 && hasNamelessWord(name)) names.push(name);
      continue;
    }
    if (!isNameLike(name, language, isLoose)) {
      // What follows a name describes it: "Wikimedia Commons, open material", "Ann Writer, used with permission".
      const isKnown = names.some(
        (one) =>
          findOutlet(one, language) !== null || compile('^\\p{Lu}\\S*(?: \\p{Lu}\\S*)+$').test(one),
      );
      const isTold =
        compile('^(?!the |an? |el |la |le |der |die |das )\\p{Ll}').test(name) &&
        name.split(' ').length < 5;
      const isUser =
        compile('^\\p{Ll}+ \\p{Ll}+$').test(name) &&
        findOutlet(names.at(-1) ?? '', language)?.isAgency;
      if (isUser) names.push(name);
      if (isUser || (isKnown && isTold)) continue;
      return null;
    }
    if (!names.includes(name)) names.push(name);
  }
  return names;
}

/** Licences, handles, and brackets without a name go; a bracket with one becomes a part of its own. */
function dropRemarks(text: string): string {
  return text
    .replace(LICENCE(), ' / ')
    .replace(/[([（［]([^()[\]（）［］]{0,120})[)\]）］]/gu, (_, inner: string) => {
      const isRemark =
        compile('^@|^\\s*$|^[\\p{Ll}\\d]').test(inner) && !compile('^\\p{Ll}{3}$').test(inner);
      return isRemark || isNameless(inner) || DATE().test(inner) ? ' / ' : ` / ${inner} / `;
    })
    .replace(/(?<=\s|^)@[\w.]{2,40}/gu, ' / ')
    .replace(/\(\s*\)/gu, ' / ');
}

function splitParts(text: string, language: string | null): string[] {
  return text
    .split(SPLIT)
    .flatMap((part) => part.split(VIA))
    .flatMap((part) => splitAtOutlet(part, language))
    .flatMap((part) => splitPeople(part, language));
}

function splitAtOutlet(part: string, language: string | null): string[] {
  for (const match of part.matchAll(AT)) {
    const rest = part.slice(match.index + match[0].length);
    if (match.index > 0 && findOutlet(rest, language) !== null) {
      return [part.slice(0, match.index), rest];
    }
  }
  const title = TITLE().exec(part);
  return title === null ? [part] : [title[1] ?? '', part.slice(title[0].length)];
}

/** The end of an office's name, which may hold an "and". */
const OFFICE = /(?:tion|ment|ency|vices?|ties|logy|Council|Institute|University|Office|Board)$/u;

/** "Ann Writer and Bo Pen" are two, "Food and Water Watch" is one. */
function splitPeople(part: string, language: string | null): string[] {
  const [left, right, more] = part.split(AND);
  if (left === undefined || right === undefined || more !== undefined) return [part];
  if (OFFICE.test(part)) return [part];
  const isOne = (side: string) =>
    compile('^(?!Co\\b)\\p{Lu}\\S*(?:\\s(?:\\p{Lu}\\S*|van|de|von|der)){1,3}$').test(side.trim()) ||
    findOutlet(side, language) !== null;
  return isOne(left) && isOne(right) ? [left, right] : [part];
}

const LEAD =
  /^(?:(?:(?:photo |image |foto )?by|[Cc]ourtesy(?: of)?|provided by|via|[Vv]on|[Pp]ar|and|und|et|och|og|y|и|та)\s+|credit:?\s+|[©ⓒ–—•*:\s-]+)(?=\S)/u;

function tidyName(part: string, language: string | null): string {
  let name = part.replace(/[\s.,:;*]+$/u, (end) => (/^\./.test(end) ? '.' : '')).trim();
  name = name.replace(LEAD, '').replace(LEAD, '').trim();
  name = dropFrame(name).replace(compile('\\s?기자$|(?<=\\p{L}{3}|\\p{Lu}{2}|\\d)\\.$'), '');
  // "Reuters files", "Le Devoir archives": what an outlet's name is followed or led by.
  for (const shorter of [name.replace(/\s\S+$/u, ''), name.replace(/^\S+\s/u, '')]) {
    const word = name.replace(shorter, '').trim();
    if (shorter === name || classifyWord(word) === null) continue;
    const kind = classifyWord(word);
    const isLead = name.endsWith(shorter);
    const isRemark = kind === 'nameless' || kind === 'join' || (kind === 'thing' && isLead);
    if (!isRemark) continue;
    if (isOutletName(name, language)) return name;
    if (findOutlet(shorter, language) !== null) return shorter;
    const isWhole = isLead ? compile('^\\p{Lu}\\S* \\p{Lu}').test(shorter) : shorter.length > 2;
    if (isWhole && (isLead ? kind === 'thing' : compile('^\\p{Ll}').test(word))) return shorter;
  }
  return name;
}

/** Quotes and brackets around the whole. */
function dropFrame(name: string): string {
  const bare = name.replace(/^["'«“„‘([]+(?=.*["'»”“’)\]]$)|["'»”“’)\]]+$/gu, '');
  const opens = (name.match(/[«“„([]/gu) ?? []).length;
  return opens === 0 || (/^["'«“„‘([]/u.test(name) && opens === 1) ? bare.trim() : name;
}

/** Nothing but words of labels and remarks: "file photo", "Symbolbild", "archive". */
function isNameless(name: string): boolean {
  const words = name.split(/\s+/u).filter((word) => compile('\\p{L}').test(word));
  return words.every(
    (word) => classifyWord(word.replace(compile("[^\\p{L}\\p{M}'’-]", 'g'), '')) !== null,
  );
}

function hasNamelessWord(name: string): boolean {
  return name
    .split(/\s+/u)
    .some(
      (word) => classifyWord(word.replace(compile("[^\\p{L}\\p{M}'’-]", 'g'), '')) === 'nameless',
    );
}

function isNameLike(name: string, language: string | null, isLoose: boolean): boolean {
  if (findOutlet(name, language) !== null) return true;
  if (
    name.length > 70 ||
    !compile('\\p{L}\\p{M}*\\p{L}|\\p{Lo}').test(name) ||
    compile('[:!?;]|\\S\\.\\s+\\p{Lu}\\p{Ll}{3}.*\\s\\p{Ll}').test(name)
  )
    return false;
  const sites = findSites(name);
  if (sites[0]?.start === 0 && sites[0].end === name.length) return true;
  const words = name.split(/\s+/u);
  if (
    isLoose &&
    compile('^[\\p{Ll}\\p{Lo}]').test(name) &&
    classifyWord(words[0] ?? '') !== 'nameless'
  )
    return false;
  if (CASELESS().test(name)) return isForeignNameLike(name, words);
  const lower = words.filter((word) => compile('^\\p{Ll}').test(word) && !PARTICLE.test(word));
  if (words.length > 9 || words.some((word) => SENTENCE.test(word))) return false;
  if (compile('^\\p{Ll}').test(name)) {
    // The kind of outlet and its name in quotes.
    if (/^\S+ [«“„"][^«»“”"]+[»”“"]$/u.test(name)) return true;
    // A user's name, or what is said of an archive; anything else is prose.
    if (words.length === 2 && compile('^\\p{Ll}{3,}\\s\\p{Lu}{2,}$').test(name)) return !isLoose;
    return words.length === 1
      ? !isLoose && !PLAIN.test(name) && compile('^[\\p{L}\\d_.-]{2,30}$').test(name)
      : hasNamelessWord(name) && words.length < 7;
  }
  const upper = words.filter((word) => compile('^["«“„(]*[\\p{Lu}\\d]').test(word));
  if (isLoose) return upper.length > 1 && lower.length === 0 && words.length < 5;
  return words.length < 6 ? lower.length < 4 : lower.length <= upper.length + 2;
}

const CASELESS = () => compile('^[\\p{Lo}\\p{M}\\u10a0-\\u10ff]');

/** Scripts without capitals: by length, and without the marks of sentences. */
function isForeignNameLike(name: string, words: string[]): boolean {
  const isDense = compile(
    '[\\u0e00-\\u0e7f\\u3005-\\u3007\\u3041-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff66-\\uff9f]',
  ).test(name);
  return isDense ? name.length <= 24 && !/[。，をが]/u.test(name) : words.length <= 6;
}
