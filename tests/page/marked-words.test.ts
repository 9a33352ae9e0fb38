import { describe, expect, it } from 'vitest';
import { describeShown, useWords } from './marked-range.ts';

const session = useWords();
const SHY = '\u00ad';
const ZWSP = '\u200b';
const shadow = (html: string) => `<template shadowrootmode="open">${html}</template>`;

type Case = [name: string, html: string, exact: string, lang?: string];

/** Each is described as these words, found again, and described the same again. */
function checkAll(cases: Case[]): void {
  it.each(cases)('%s', async (_name, html, exact, lang) => {
    const seen = await describeShown(session.page, html, lang);
    expect(seen).toMatchObject({ exact, verdict: 'open', isSame: true });
    expect(seen?.text).toBe(exact.replace(/\s+/g, ''));
  });
}

describe('a caret means the word', () => {
  checkAll([
    ['within it', '<p>The qu¦ick fox runs home today.</p>', 'quick'],
    ['at its start', '<p>The ¦quick fox runs home today.</p>', 'quick'],
    ['at its end', '<p>The quick¦ fox runs home today.</p>', 'quick'],
    ['before punctuation', '<p>The fox, quick¦, runs home today.</p>', 'quick'],
    ['behind punctuation', '<p>The fox («¦quick») runs home today.</p>', 'quick'],
    ['at the end of a block', '<p>The fox runs home¦</p><p>Then another.</p>', 'home'],
    ['at the start of a block', '<p>The fox runs home</p><p>¦Then another.</p>', 'Then'],
    ['in a headline', '<h1>Storm hi¦tts coast</h1><p>Text follows here.</p>', 'hitts'],
    ['in a list', '<ul><li>apples<li>pe¦ars<li>plums</ul>', 'pears'],
    ['in a table cell', '<table><tr><td>one<td>tw¦o<td>three</table>', 'two'],
    ['in a table caption', '<table><caption>Rain in Ap¦rill</caption><tr><td>12</table>', 'Aprill'],
    ['in a figure caption', '<figure><figcaption>A view of t¦eh bay</figcaption></figure>', 'teh'],
    ['in a link', '<p>See <a href="/x">the sto¦rry</a> there.</p>', 'storry'],
    ['with markup in it', '<p>So un<b>bel¦iev</b>able, is it not.</p>', 'unbelievable'],
    ['before markup in it', '<p>So un¦<b>believ</b><i>able</i>, is it not.</p>', 'unbelievable'],
    ['with a break in it', '<p>So unbe¦liev<wbr>able, is it not.</p>', 'unbelievable'],
    ['between line breaks', '<p>one<br>tw¦o<br>three and more</p>', 'two'],
    ['with soft hyphens', `<p>A hy${SHY}phen${SHY}ated ex${SHY}¦am${SHY}ple here.</p>`, 'example'],
    ['with zero-width spaces', `<p>that some¦where${ZWSP}over the rainbow</p>`, 'somewhereover'],
    ['with a zero-width no-break space', '<p>that some\ufeffwhe¦re over there</p>', 'somewhere'],
    ['with an apostrophe', "<p>They do¦n't know of it.</p>", "don't"],
    ['with a typographic apostrophe', '<p>They don¦’t know of it.</p>', 'don’t'],
    ['of a compound with hyphens', '<p>His mother-in-l¦aw came along.</p>', 'mother-in-law'],
    ['from the middle of a compound', '<p>His mother-¦in-law came.</p>', 'mother-in-law'],
    ['of letters and figures', '<p>It was CO¦VID-19 that came.</p>', 'COVID-19'],
    ['of figures with a hyphen', '<p>From 20¦10-2015 it rained.</p>', '2010'],
    ['before a dash', '<p>It rained¦—then it stopped.</p>', 'rained'],
    ['of a number', '<p>It was 3.1¦4 m high.</p>', '3.14'],
    ['of astral letters', '<p>he said 𝒳¦𝒴𝒵 and left</p>', '𝒳𝒴𝒵'],
    ['in decomposed letters', '<p>in the caf¦e\u0301s of the town</p>', 'cafe\u0301s'],
    ['in Russian', '<p>Он сказал по-ру¦сски, что придёт.</p>', 'по-русски', 'ru'],
    ['in Arabic', '<p dir="rtl">قال الكاتب إن المد¦ينة القديمة بنيت.</p>', 'المدينة', 'ar'],
    ['in pointed Arabic', '<p dir="rtl">كَتَبَ الوَ¦لَدُ رسالة.</p>', 'الوَلَدُ', 'ar'],
    [
      'in Persian, with a joiner',
      '<p dir="rtl">او می¦\u200cخواهد برود.</p>',
      'می\u200cخواهد',
      'fa',
    ],
    [
      'of a German compound',
      '<p>Das Donaudampf¦schifffahrtsamt schließt.</p>',
      'Donaudampfschifffahrtsamt',
      'de',
    ],
    ['in Hindi', '<p>यह एक सुन्¦दर दिन है।</p>', 'सुन्दर', 'hi'],
    ['in Korean', '<p>오늘은 날씨가 좋¦습니다.</p>', '좋습니다', 'ko'],
    ['in a language that is none', '<p lang="no such tag">The qu¦ick fox.</p>', 'quick'],
    ['in preformatted text', '<pre>let  x =\n   vl¦aue;</pre>', 'vlaue'],
    ['in an inline custom element', '<p>So un<x-b>bel¦iev</x-b>able, is it.</p>', 'unbelievable'],
    [
      'in custom elements that are blocks',
      '<style>x-line{display:block}</style><x-line>one</x-line><x-line>tw¦o</x-line>',
      'two',
    ],
  ]);

  it.each([
    ['Chinese', '这座城市建在七座¦高山之上。', '高山', 'zh'],
    ['Japanese', '私は¦東京に住んでいます。', '東京', 'ja'],
    ['Thai', 'ฉันชอบ¦ประเทศไทยมาก', 'ประเทศ', 'th'],
  ])('by the dictionary in %s', async (_name, text, word, lang) => {
    const seen = await describeShown(session.page, `<p>${text}</p>`, lang);
    expect(seen).toMatchObject({ verdict: 'open', isSame: true });
    // Dictionaries differ: it begins there, or holds it.
    expect(seen?.exact.slice(0, 1)).toBe(word.slice(0, 1));
    expect(seen?.exact.length).toBeLessThanOrEqual(word.length + 3);
  });

  it.each([
    ['between spaces', '<p>one – ¦ – two</p>'],
    ['at an emoji', '<p>one 👩‍👧🏽¦ two</p>'],
    ['in a button', '<p>one <button>tw¦o</button> three</p>'],
    ['in hidden text', '<p>one <i hidden>tw¦o</i> three</p>'],
    ['in nothing', '<p>¦</p>'],
  ])('but nothing %s', async (_name, html) => {
    expect(await describeShown(session.page, html)).toBe(null);
  });
});

describe('a selection is widened to whole words', () => {
  checkAll([
    ['within one word', '<p>The qu⟦ic⟧k fox runs home today.</p>', 'quick'],
    ['from word to word', '<p>The qu⟦ick f⟧ox runs home today.</p>', 'quick fox'],
    ['not where it ends with words', '<p>The ⟦quick fox⟧ runs home.</p>', 'quick fox'],
    ['without spaces around', '<p>The ⟦ quick fox ⟧ runs home.</p>', 'quick fox'],
    ['with its punctuation', '<p>The fox⟦, quick⟧, runs home.</p>', ', quick'],
    ['with quotation marks', '<p>The ⟦«quick» fo⟧x runs home.</p>', '«quick» fox'],
    ['of punctuation alone', '<p>The fox ⟦,⟧ quick runs home.</p>', ','],
    ['across paragraphs', '<p>The first one en⟦ds.</p>\n<p>He⟧re is another.</p>', 'ends. Here'],
    [
      'across three',
      '<h2>On⟦e</h2><p>The second.</p><p>Th⟧ree is it.</p>',
      'One The second. Three',
    ],
    ['in a list', '<ul><li>apples<li>pe⟦ars</li><li>pl⟧ums</ul>', 'pears plums'],
    ['across table cells', '<table><tr><td>one<td>tw⟦o</tr><tr><td>th⟧ree</table>', 'two three'],
    [
      'from caption to text',
      '<figure><figcaption>A vi⟦ew</figcaption></figure><p>Of t⟧he bay</p>',
      'view Of the',
    ],
    ['across inline elements', '<p>One <b>tw⟦o</b> <i>th<u>re</u>⟧e</i> four.</p>', 'two three'],
    ['half of a word with markup', '<p>So un<b>bel⟦iev</b>ab⟧le, is it.</p>', 'unbelievable'],
    [
      'with soft hyphens',
      `<p>A hy${SHY}ph⟦en${SHY}ated ex${SHY}am⟧${SHY}ple.</p>`,
      'hyphenated example',
    ],
    ['to a part of a compound only', '<p>His mother-in-l⟦a⟧w came along.</p>', 'law'],
    ['over a compound', '<p>His mo⟦ther-in-l⟧aw came along.</p>', 'mother-in-law'],
    ['of apostrophes', '<p>They do⟦n’⟧t know of it.</p>', 'don’t'],
    ['in Russian', '<p>Он ска⟦зал по-ру⟧сски, что придёт.</p>', 'сказал по-русски', 'ru'],
    ['in Arabic', '<p dir="rtl">قال الك⟦اتب إن المد⟧ينة بنيت.</p>', 'الكاتب إن المدينة', 'ar'],
    ['not in Chinese', '<p>这座⟦城市建在七⟧座高山之上。</p>', '城市建在七', 'zh'],
    ['not in Japanese', '<p>私は東⟦京に住⟧んでいます。</p>', '京に住', 'ja'],
    ['in Thai by characters alone', '<p>ฉันชอ⟦บประเทศไ⟧ทยมาก</p>', 'บประเทศไ', 'th'],
    ['but never cuts a pair', '<p>these 𠀀𠀁𠀂 stand ⟦here t⟧oo</p>', 'here too'],
  ]);

  it.each([
    ['an emoji of several', '👩‍👧🏽', 3],
    ['a flag', '🇫🇷', 2],
    ['an astral letter', '𝒳𝒴', 1],
    ['an ideograph beyond the basic plane', '𠀀', 1],
    ['a keycap', '1️⃣', 1],
  ])('and never through %s', async (_name, character, units) => {
    const { length } = character;
    const start = `${character.slice(0, units)}⟦${character.slice(units)}`;
    const end = `${character.slice(0, length - 1)}⟧${character.slice(length - 1)}`;
    const seen = await describeShown(session.page, `<p>he said ${start} and ${end} so</p>`);
    const exact = `${character} and ${character}`;
    expect(seen).toMatchObject({ exact, verdict: 'open', isSame: true });
  });

  it('around hidden text, which is left out', async () => {
    const seen = await describeShown(
      session.page,
      '<p>The qu⟦ick <i hidden>NO</i>fo⟧x <script>NO</script> runs.</p>',
    );
    expect(seen).toMatchObject({ exact: 'quick fox', verdict: 'open', isSame: true });
  });

  it('of nothing but white space is nothing', async () => {
    expect(await describeShown(session.page, '<p>one⟦ \n </p><p> ⟧two</p>')).toBe(null);
  });

  it('of a word that has no end is left as it is, and so is a caret’s part of it', async () => {
    for (const filler of ['x', 'ab-', '字', '1', '👍']) {
      const half = filler.repeat(3_000);
      const seen = await describeShown(session.page, `<p>${half}⟦mistke⟧${half}</p>`);
      expect(seen?.exact, filler).toContain('mistke');
      expect(seen, filler).toMatchObject({ verdict: 'open', isSame: true });
      const caret = await describeShown(session.page, `<p>${half}mis¦tke${half}</p>`);
      expect(caret?.exact, filler).toContain('mistke');
      expect(caret?.isSame, filler).toBe(true);
    }
  });
});

describe('in open shadow trees', () => {
  const card = `<x-card>${shadow('<p>The qu¦ick fox runs home.</p>')}</x-card>`;
  checkAll([
    ['a caret', `<p>Before it stands this.</p>${card}<p>After.</p>`, 'quick'],
    [
      'a caret in a nested one',
      `<p>Before.</p><x-page>${shadow(`<h1>Page</h1>${card}`)}</x-page>`,
      'quick',
    ],
    [
      'a selection',
      `<x-card>${shadow('<p>The qu⟦ick</p><ul><li>fo⟧x runs</ul>')}</x-card><p>After.</p>`,
      'quick fox',
    ],
    [
      'a caret in what is slotted',
      `<x-card>${shadow('<h2>Title</h2><slot></slot><p>Foot</p>')}<p>The qu¦ick fox runs.</p></x-card>`,
      'quick',
    ],
    [
      'a caret in a text that is slotted',
      `<x-card>${shadow('<h2>Title</h2><p><slot></slot></p>')}The qu¦ick fox runs.</x-card>`,
      'quick',
    ],
    [
      'a caret in what is slotted in another order',
      `<x-card>${shadow('<slot name="b"></slot><slot name="a"></slot>')}<p slot="a">One a¦pple.</p><p slot="b">Two pears.</p></x-card>`,
      'apple',
    ],
    [
      'a caret in what a slot shows while nothing is assigned',
      `<x-card>${shadow('<p><slot>The qu¦ick fox</slot> runs.</p>')}</x-card>`,
      'quick',
    ],
    [
      'a caret in what is slotted twice over',
      `<x-out>${shadow(`<x-in>${shadow('<p>In:</p><slot></slot>')}<slot></slot></x-in>`)}<p>The qu¦ick fox.</p></x-out>`,
      'quick',
    ],
    [
      'a caret in one within a word, as far as it goes',
      `<p>So un<span>${shadow('bel¦iev')}</span>able, is it.</p>`,
      'believ',
    ],
  ]);

  it('the context is what is shown around', async () => {
    const context = await session.page.evaluate(
      (html) => {
        document.body.setHTMLUnsafe(html);
        const range = words.takeMarks(document.body);
        const [quote] = words.describeWords(range, document.body)?.selectors ?? [];
        return [quote?.prefix, quote?.suffix];
      },
      `<x-card>${shadow('<b>The <slot name="who"></slot> said</b> to <slot></slot>.')}me <i slot="who">ki¦ng</i><u slot="none">NO</u></x-card>`,
    );
    expect(context).toEqual(['The ', ' said to me .']);
  });

  it('light words around a host hold what the host shows', async () => {
    const html = `<p>One tw⟦o</p><x-card>${shadow('<p>three <slot></slot> five</p>')}four</x-card><p>six s⟧even eight</p>`;
    const seen = await describeShown(session.page, html);
    expect(seen).toMatchObject({
      exact: 'two three four five six seven',
      verdict: 'open',
      isSame: true,
    });
  });

  it('a word around a host is whole', async () => {
    const html = `<p>So un<span>${shadow('believ')}</span>ab¦le, is it.</p>`;
    const seen = await describeShown(session.page, html);
    expect(seen).toMatchObject({ exact: 'unbelievable', verdict: 'open', isSame: true });
  });

  it('a closed one is left closed', async () => {
    const seen = await session.page.evaluate(() => {
      document.body.innerHTML = '<p>words before it</p><div></div><p>and behind</p>';
      const host = document.querySelector('div') as Element;
      const closed = host.attachShadow({ mode: 'closed' });
      closed.append('words of nobody');
      const range = document.createRange();
      range.setStart(closed.firstChild as Text, 2);
      range.setEnd(closed.firstChild as Text, 7);
      return [words.describeWords(range, document.body), words.describeQuote(range, document.body)];
    });
    expect(seen).toEqual([null, null]);
  });
});
