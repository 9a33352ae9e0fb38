/**
 * The language of the article, as a BCP 47 tag. Themes state their own language, and countries stand where
 * languages should, so that what is stated is checked against the script of the title.
 */
import type { Statement } from '../../model/source.ts';
import type { JsonObject } from '../json-ld.ts';
import type { Metadata } from '../metadata.ts';
import { type Field, state, stateMetas, stateProperty } from './statements.ts';

/** Codes of countries that are no language, or hardly ever one where the title is in this script. */
const COUNTRIES: Record<string, { tag: string; script: string }> = {
  cn: { tag: 'zh', script: 'Hani' },
  jp: { tag: 'ja', script: 'Hani' },
  kr: { tag: 'ko', script: 'Hang' },
  tw: { tag: 'zh-TW', script: 'Hani' },
  ua: { tag: 'uk', script: 'Cyrl' },
  kz: { tag: 'kk', script: 'Cyrl' },
  kg: { tag: 'ky', script: 'Cyrl' },
  tj: { tag: 'tg', script: 'Cyrl' },
  by: { tag: 'be', script: 'Cyrl' },
  rs: { tag: 'sr', script: 'Cyrl' },
  gr: { tag: 'el', script: 'Grek' },
  ge: { tag: 'ka', script: 'Geor' },
  am: { tag: 'hy', script: 'Armn' },
  cz: { tag: 'cs', script: 'Latn' },
  dk: { tag: 'da', script: 'Latn' },
};

/** Scripts that a title can be in, each with the languages that are written in it. */
const SCRIPTS: [name: string, sign: RegExp, languages: RegExp][] = [
  ['Hang', /[\u1100-\u11ff\uac00-\ud7af]/g, /^ko$/],
  ['Hani', /[\u3040-\u30ff\u3400-\u9fff]/g, /^(?:ja|zh|yue|wuu|cmn|ko)$/],
  [
    'Cyrl',
    /[\u0400-\u052f]/g,
    /^(?:ru|uk|be|bg|mk|sr|kk|ky|tg|mn|uz|tt|ba|cv|os|ce|av|ab|az|tk|sah|udm|kv|rue|sh|bs|cu|myv|mhr)$/,
  ],
  ['Arab', /[\u0600-\u06ff]/g, /^(?:ar|fa|ur|ps|ckb|ku|sd|ug|pa|ks|az|tg|uz|arz|prs|kk|ky)$/],
  ['Hebr', /[\u0590-\u05ff]/g, /^(?:he|yi|iw|ji|lad)$/],
  ['Grek', /[\u0370-\u03ff]/g, /^(?:el|grc)$/],
  ['Deva', /[\u0900-\u097f]/g, /^(?:hi|mr|ne|sa|kok|mai|bho|sd|new)$/],
  ['Beng', /[\u0980-\u09ff]/g, /^(?:bn|as|mni)$/],
  ['Thai', /[\u0e00-\u0e7f]/g, /^th$/],
  ['Geor', /[\u10a0-\u10ff]/g, /^(?:ka|xmf)$/],
  ['Armn', /[\u0530-\u058f]/g, /^(?:hy|hyw)$/],
];
/** Languages that are hardly ever written in Latin letters. */
const NOT_LATIN =
  /^(?:ru|uk|be|bg|mk|ar|fa|ur|he|el|hi|bn|th|ka|hy|ja|zh|ko|am|ta|te|ml|kn|si|my|km|lo|ne|mr)$/;

/** The one language, or by far the first, of a script or of signs that it has alone. */
const TELLING: [sign: RegExp, language: string][] = [
  [/[\uac00-\ud7af]/, 'ko'],
  [/[\u3040-\u30ff]/, 'ja'],
  [/[\u0370-\u03ff]/, 'el'],
  [/[\u0590-\u05ff]/, 'he'],
  [/[\u0980-\u09ff]/, 'bn'],
  [/[\u0e00-\u0e7f]/, 'th'],
  [/[\u10a0-\u10ff]/, 'ka'],
  [/[\u0530-\u058f]/, 'hy'],
  [/[ґєї]/i, 'uk'],
  [/ў/i, 'be'],
];

const METAS = [
  'og:locale',
  'content-language',
  'dc.language',
  'dcterms.language',
  'language',
  'inlanguage',
];

export function readLanguage(
  document: Document,
  metadata: Metadata,
  article: JsonObject | null,
  title: string,
): Field<string | null> {
  const statements = [
    ...state('html lang', document.documentElement?.getAttribute('lang')),
    ...stateMetas(metadata, ...METAS),
    ...stateProperty(article, 'inLanguage', 'alternateName', 'name'),
  ];
  return chooseLanguage(statements, title);
}

/** @returns the first statement's language that the title's script does not contradict, as a BCP 47 tag, or null */
export function chooseLanguage(statements: Statement[], title: string): Field<string | null> {
  const script = readScript(title);
  const read = statements.map((statement) => ({
    statement,
    tag: readTag(statement.value, script),
  }));
  const believed = read.find(({ tag }) => tag !== null && fits(tag, script));
  if (believed !== undefined) {
    const rest = statements.filter((one) => one !== believed.statement);
    return { value: believed.tag, statements: [believed.statement, ...rest] };
  }
  // Nothing is stated, or another script's language: the title may be telling.
  const told =
    script === null || script === 'Latn' ? undefined : TELLING.find(([sign]) => sign.test(title));
  return {
    value: told?.[1] ?? null,
    statements: told === undefined ? statements : [...state('title', title), ...statements],
  };
}

/** @returns a well-formed tag in its canonical case ("en_us" → "en-US"), or null */
function readTag(written: string, script: string | null): string | null {
  const tag = written.split(/[,;.@\s]/)[0]?.replace(/_/g, '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i.test(tag)) return null;
  const country = COUNTRIES[tag.toLowerCase()];
  if (country !== undefined && country.script === script) return country.tag;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** @returns the script of most letters, null where there are too few to say */
function readScript(text: string): string | null {
  const latin = text.match(/[A-Za-z\u00c0-\u024f]/g)?.length ?? 0;
  for (const [name, sign] of SCRIPTS) {
    const count = text.match(sign)?.length ?? 0;
    if (count > 3 && count * 2 > latin) return name;
  }
  return latin > 7 ? 'Latn' : null;
}

function fits(tag: string, script: string | null): boolean {
  const primary = tag.split('-')[0] ?? '';
  if (script === null) return true;
  if (script === 'Latn') return !NOT_LATIN.test(primary) || /-Latn\b/.test(tag);
  const languages = SCRIPTS.find(([name]) => name === script)?.[2];
  return languages === undefined || languages.test(primary);
}
