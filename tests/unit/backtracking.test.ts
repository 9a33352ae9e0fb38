/** No text may make a parser stand still: ten times the text takes at most some thirty times as long. */
import { expect, it } from 'vitest';
import { parseAnnotation } from '../../src/model/annotation.ts';
import { composeNote } from '../../src/model/attribution/compose-note.ts';
import { parseTemplate } from '../../src/model/attribution/template.ts';
import { cleanAuthors, looksLikeName, turnName } from '../../src/model/byline.ts';
import { chooseCanonical, cleanUrl } from '../../src/model/canonical-url.ts';
import { findMentions } from '../../src/model/credit/find-mentions.ts';
import { readCredit } from '../../src/model/credit/read-credit.ts';
import { readRetryAfter } from '../../src/model/delivery.ts';
import { foldText } from '../../src/model/fold-text.ts';
import { parseDate } from '../../src/model/parse-date.ts';
import { chooseLetterWords, composePermissionLetter } from '../../src/model/permission-letter.ts';
import { checkServiceUrl } from '../../src/model/resolve-receiver.ts';
import { readSettings } from '../../src/model/settings.ts';
import { readTerms } from '../../src/model/terms.ts';
import { tidyText } from '../../src/model/tidy-text.ts';
import { createTranslate, type MessageKey } from '../../src/model/translate.ts';
import { listAddressSignals } from '../../src/page/address-signals.ts';
import { checkAddress } from '../../src/page/find-contact.ts';
import { nameImageFile } from '../../src/page/image-address.ts';
import { mendJson } from '../../src/page/mend-json.ts';
import { readAddressDate } from '../../src/page/source/address-date.ts';
import { foldForHost, foldName, measureOverlap } from '../../src/page/source/fold-name.ts';
import { chooseLanguage } from '../../src/page/source/language.ts';
import { dropSite, splitTitle } from '../../src/page/source/site-suffix.ts';
import { makeOptions, makeSource, makeTerms } from './attribution-source.ts';

const PARSERS: Record<string, (text: string) => unknown> = {
  readTerms,
  readCredit,
  'readCredit after a label': (text) => readCredit(`Photo: ${text}`),
  'readCredit in a bracket': (text) => readCredit(`Rain. (Photo by ${text}/Reuters`),
  findMentions: (text) => findMentions(text, null),
  'findMentions in Russian': (text) => findMentions(`${text}, сообщает ${text}`, 'ru'),
  'findMentions in Chinese': (text) => findMentions(`据${text}`, 'zh'),
  checkAddress,
  nameImageFile: (text) => nameImageFile(`https://news.example/${text}.jpg`),
  letters: (text) => {
    const said = { url: `https://news.example/${text}`, title: text, authors: [text] };
    const source = makeSource({ ...said, terms: makeTerms({ evidence: text }) });
    return composePermissionLetter(source, text, chooseLetterWords(text));
  },
  cleanAuthors: (text) => cleanAuthors([text]),
  looksLikeName,
  turnName,
  parseDate: (text) => parseDate(text),
  'parseDate after a label': (text) => parseDate(`Published: ${text}`),
  tidyText: (text) => tidyText(text, text.length),
  'tidyText within a limit': (text) => tidyText(text, 100),
  mendJson,
  'mendJson in a string': (text) => mendJson(`{"a":"${text}`),
  'mendJson before a value': (text) => mendJson(`{"a":${text}`),
  splitTitle,
  dropSite: (text) => dropSite(`${text} | The Bay Post`, (part) => part === 'The Bay Post'),
  foldName,
  foldForHost,
  measureOverlap: (text) => measureOverlap(foldName(text), foldName(`a ${text}`)),
  chooseLanguage: (text) => chooseLanguage([{ from: 'html lang', value: text }], text),
  readAddressDate: (text) => readAddressDate(`https://news.example/${text}`),
  listAddressSignals: (text) => listAddressSignals(`https://news.example/${text}`),
  'listAddressSignals of a query': (text) => listAddressSignals(`https://news.example/?${text}`),
  'listAddressSignals of a route': (text) => listAddressSignals(`https://news.example/#!/${text}`),
  cleanUrl: (text) => cleanUrl(`https://news.example/?${text}`),
  chooseCanonical: (text) => chooseCanonical([text, `/${text}`], 'https://news.example/a'),
  checkServiceUrl: (text) => checkServiceUrl(`https://${text}/`),
  readSettings: (text) => readSettings({ services: [{ site: text, service: text }] }),
  readRetryAfter: (text) => readRetryAfter(text, 0),
  foldText,
  notes: (text) => {
    const terms = makeTerms({ kind: 'cc-license', target: text, evidence: text });
    const said = { url: text, title: text, authors: [text], publisher: text, published: text };
    return composeNote(makeSource({ ...said, terms }), makeOptions('en', { url: text }));
  },
  'notes in a wording': (text) =>
    composeNote(
      makeSource({ title: '' }),
      makeOptions('en', { templates: { html: `{url}${text}`, plain: `${text}{warning}{url}` } }),
    ),
  parseTemplate: (text) => parseTemplate(text, 'html'),
  translate: (text) => createTranslate(() => text, 'en')('a' as MessageKey),
  parseAnnotation: (text) =>
    parseAnnotation({ canonical: `urn:uuid:${text}`, created: text, target: { source: text } }),
};

const UNITS = [
  'a',
  'A',
  '0',
  ' ',
  '.',
  '-',
  ',',
  '{',
  '&',
  '=',
  '%',
  '/',
  '#',
  '—',
  '…',
  'я',
  '\u0301',
  '\n',
  'a ',
  'Ab ',
  'A. ',
  'a.',
  'a-',
  '. ',
  ' -',
  ', ',
  ' | ',
  '..x',
  'www.',
  'use of ',
  'used a a a a ',
  'link ',
  'first two ',
  'перв',
  'перв ',
  'гиперссылк ',
  'photo ',
  'Photo : ',
  'Photo/',
  '© ',
  '(Foto ',
  'a.com/',
  'Ann/AP ',
  'aPhoto :',
  'CC-BY ',
  'by ',
  'and ',
  ' and',
  ' и ',
  'staff ',
  '- Ann ',
  '{a',
  '&amp;',
  'utm_',
  'utm_=&',
  'Ab-’. ',
  '"”',
  '(a.',
  '@a',
  '1.',
  'T0',
  '"',
  "'",
  '\\',
  '//',
  '/*',
  '[',
  '{"a":',
  '",',
  '&#',
  '<b>',
  '<',
  ' - ',
  ' « ',
  '：',
  '海_',
  '?s=',
  '2026/',
  '12:30 ',
  '1 May ',
];

function measure(run: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Whether the long run keeps to its share of the short one; a busy machine gets further tries. */
function isInProportion(short: () => unknown, long: () => unknown, factor: number): boolean {
  for (let tries = 0; tries < 5; tries += 1) {
    // Below half a millisecond the clock says little.
    if (measure(long) <= factor * Math.max(measure(short), 0.5)) return true;
  }
  return false;
}

it.each(Object.entries(PARSERS))('%s', (_, parser) => {
  for (const unit of UNITS) {
    for (const end of ['', '!', ' x']) {
      const make = (length: number) => unit.repeat(length / unit.length).slice(0, length) + end;
      const [short, long] = [make(1000), make(10_000)];
      const isFair = isInProportion(
        () => parser(short),
        () => parser(long),
        30,
      );
      expect([unit, end, isFair]).toEqual([unit, end, true]);
    }
  }
});

it.each(['readTerms', 'readCredit', 'readCredit after a label', 'cleanAuthors'])(
  '%s within the lengths it reads',
  (name) => {
    const parser = PARSERS[name] ?? (() => undefined);
    for (const unit of UNITS) {
      const [short, long] = [60, 580].map((length) => unit.repeat(length / unit.length));
      const repeat =
        (text = '') =>
        () => {
          for (let i = 0; i < 20; i += 1) parser(text);
        };
      expect([unit, isInProportion(repeat(short), repeat(long), 40)]).toEqual([unit, true]);
    }
  },
);
