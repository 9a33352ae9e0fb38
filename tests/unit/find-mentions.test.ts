import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../src/model/credit/find-mentions.ts';
import { isOneSite, isSocial } from '../../src/model/credit/host-family.ts';
import { SOURCE_WORDS } from '../../src/model/credit/source-words.ts';

const read = (text: string, language: string | null) =>
  findMentions(text, language).map(({ name, host }) => `${name} ${host}`);

describe('a text names as its source', () => {
  it.each<[string, string | null, string]>([
    [
      'Three boats sank, according to Radio Bay (bay.example), in May.',
      'en',
      'Radio Bay bay.example',
    ],
    ['Three boats sank, according to Reuters.', 'en', 'Reuters reuters.com'],
    ['The river rose, as Reuters reports, in May.', 'en-GB', 'Reuters reuters.com'],
    ['The river rose, writes the Guardian.', 'en', 'Guardian theguardian.com'],
    ['It rained, according to the news agency AFP on Monday.', 'en', 'AFP afp.com'],
    ['“It rains,” she told the BBC on Monday.', 'en', 'BBC bbc.com'],
    ['The harbour is shut, Bay.example reported.', 'en', 'Bay.example bay.example'],
    ['as reported by www.bay.example.', 'en', 'www.bay.example bay.example'],
    ['BAY CITY (AFP) — The river rose.', 'en', 'AFP afp.com'],
    ['Source: Reuters', 'en', 'Reuters reuters.com'],
    ['It rains (Source: bay.example).', 'en', 'bay.example bay.example'],
    ['Источник: ozodi.org', 'ru', 'ozodi.org ozodi.org'],
    ['Река вышла из берегов, сообщает ТАСС.', 'ru', 'ТАСС tass.ru'],
    ['Об этом сообщает «Интерфакс» со ссылкой на врачей.', 'ru', 'Интерфакс interfax.ru'],
    ['По данным «Интерфакса», река вышла из берегов.', 'ru', 'Интерфакс interfax.ru'],
    ['Об этом пишет kloop.kg.', null, 'kloop.kg kloop.kg'],
    ['Повідомляє Укрінформ', 'uk', 'Укрінформ ukrinform.ua'],
    ['Обро ба гуфтаи Радиои Озодӣ, нест', 'tg', 'Радиои Озодӣ ozodi.org'],
    ['ТАСС хабарлады', 'kk', 'ТАСС tass.ru'],
    ['Kloop маалыматына караганда, жамгыр', 'ky', 'Kloop kloop.kg'],
    ['Reuters xabariga ko‘ra, yomgʻir', 'uz', 'Reuters reuters.com'],
    ['Reuters’ın haberine göre yağmur yağdı', 'tr', 'Reuters reuters.com'],
    ['Nach Angaben der Nachrichtenagentur AFP regnet es', 'de', 'AFP afp.com'],
    ['Wie Der Spiegel berichtet, regnet es', 'de', 'Der Spiegel spiegel.de'],
    ['Il pleut, selon l’AFP.', 'fr', 'AFP afp.com'],
    ['Llueve, según Reuters.', 'es', 'Reuters reuters.com'],
    ['Według Reuters, pada', 'pl', 'Reuters reuters.com'],
    ['وفقا لرويترز، المطر', 'ar', 'رويترز reuters.com'],
    ['به گزارش ایسنا، باران', 'fa', 'ایسنا isna.ir'],
    ['ロイターによると、雨', 'ja', 'ロイター reuters.com'],
    ['연합뉴스에 따르면 비가', 'ko', '연합뉴스 yna.co.kr'],
    ['根据路透社的消息', 'zh', '路透社 reuters.com'],
  ])('%j in %j', (text, language, expected) => {
    expect(read(text, language)).toEqual([expected]);
  });

  it('each in its place', () => {
    expect(
      read('According to AFP and, it is said, bay.example. “No,” she told Reuters.', 'en'),
    ).toEqual(['AFP afp.com', 'Reuters reuters.com']);
  });
});

describe('a text names no source with', () => {
  it.each<[string, string]>([
    ['a host that is spoken of', 'We often read bay.example and reuters.com in the morning.'],
    ['an outlet that is spoken of', 'Reuters moved to another quay, and the BBC to a hill.'],
    ['an address of a letter', 'According to desk@reuters.com, the letter was late.'],
    ['a longer name', 'Thomson Reuters reported that it moves.'],
    ['the name as a part of another', 'According to Reuters readers, it rains.'],
    ['what an outlet earned', 'Bloomberg reported a profit for spring.'],
    ['a stock of pictures', 'Shutterstock reported that pictures sell.'],
    ['a person', 'According to Ann Writer, it rains.'],
    ['a name that several outlets have', 'According to El Mundo, it rains.'],
    ['an abbreviation', 'According to e.g. the minutes, No.5 is lost.'],
    ['a file', 'According to minutes.pdf and readme.js, it rained.'],
    [
      'words that only look like it',
      'He told the tale. Sources: many. According to plan, via sea.',
    ],
    ['a sentence about sources', 'The source: nobody knows where the river begins, she said.'],
  ])('%s', (_what, text) => {
    expect(read(text, 'en')).toEqual([]);
  });
});

it('answers for any text in any language with names that stand in it', () => {
  const piece = fc.constantFrom(
    'according to ',
    'Reuters',
    ' (',
    ')',
    'bay.example',
    '“',
    ' reports',
    'Source:',
    '\n',
    '. ',
    ', ',
    'the ',
    '据',
    '路透社',
    'сообщает ',
    'ТАСС',
    "'",
    '@',
    '—',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
    fc.string(),
  );
  const language = fc.option(fc.oneof(fc.constantFrom(...Object.keys(SOURCE_WORDS)), fc.string()));
  fc.assert(
    fc.property(text, language, (said, tongue) => {
      const found = findMentions(said, tongue);
      expect(found.length).toBeLessThanOrEqual(30);
      for (const { name, host } of found) {
        // A host is named in small letters, however it was written.
        expect(name === host ? said.toLowerCase() : said).toContain(name);
        expect(new URL(`https://${host}/`).pathname).toBe('/');
      }
    }),
  );
});

describe('hosts', () => {
  it.each([
    ['bay.example', 'www.bay.example', true],
    ['news.bay.co.uk', 'bay.co.uk', true],
    ['bay.co.uk', 'hill.co.uk', false],
    ['bay.example', 'hill.example', false],
    ['127.0.0.1', '127.0.0.2', false],
    ['', '', false],
  ])('%j and %j', (one, other, expected) => {
    expect(isOneSite(one, other)).toBe(expected);
  });

  it('of social networks are told by their whole names', () => {
    expect(['t.me', 'www.facebook.com'].every(isSocial)).toBe(true);
    expect(['boat.me', 'notfacebook.com'].some(isSocial)).toBe(false);
  });
});
