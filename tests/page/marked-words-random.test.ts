import { describe, expect, it } from 'vitest';
import { createRandom, writeArticle } from './long-article.ts';
import { useWords } from './marked-range.ts';

const SEED = 20261123;
const MARKS = 150;
const session = useWords();

/** Words of many scripts, with what may stand within and between them. */
const PIECES = [
  'quick',
  'don’t',
  "o'clock",
  'mother-in-law',
  'по-русски',
  'Донау',
  'المدينة',
  'كَتَبَ',
  'می\u200cخواهد',
  '城市建在七座高山',
  '東京に住んで',
  'カタカナ',
  'ประเทศไทย',
  'ລາວ',
  'ខ្មែរ',
  'မြန်မာ',
  '한국어',
  'सुन्दर',
  'cafe\u0301',
  'ex\u00adam\u00adple',
  'some\u200bwhere',
  '𝒳𝒴',
  '👩‍👧🏽',
  '🇫🇷🇩🇪',
  '1️⃣',
  '3.14',
  'e.g.',
  'COVID-19',
  '10-15',
  '—',
  '«',
  '»',
  ',',
  '. ',
  '…',
  ' ',
  ' ',
  ' ',
  '\n',
  '\u00a0',
  '<b>',
  '</b>',
  '<i hidden>NO</i>',
  '</p><p>',
  '<br>',
  '<wbr>',
  '</p><ul><li>',
  '</ul><p>',
  '<x-b>',
  '</x-b>',
  '<x-c><template shadowrootmode="open"><p>in a <slot></slot> tree</p>wörds</template>',
  '</x-c>',
  '<span><template shadowrootmode="open">lie<slot></slot>v</template>',
  '</span>',
];

function writeMixed(seed: number): string {
  const random = createRandom(seed);
  const parts = Array.from({ length: 300 }, (_, at) => {
    const piece = PIECES[Math.floor(random() * PIECES.length)] ?? '';
    // Each stretch is another, so that its place can be told.
    return at % 12 === 0 ? ` w${at}x ${piece}` : piece;
  });
  return `<p>${parts.join('')}</p>`;
}

const rolls = (seed: number) => {
  const random = createRandom(seed);
  return Array.from({ length: MARKS }, () => Array.from({ length: 4 }, () => random()));
};

/** Marks at random, in every tree, and tells what does not hold. */
async function checkAtRandom(html: string, seed: number): Promise<string[]> {
  return session.page.evaluate(
    (body, marks) => {
      document.body.setHTMLUnsafe(body);
      const trees: Text[][] = [];
      const collect = (root: Node) => {
        const texts: Text[] = [];
        const walker = document.createTreeWalker(root, 5);
        while (walker.nextNode()) {
          const node = walker.currentNode;
          if (node instanceof Element && node.shadowRoot) collect(node.shadowRoot);
          if (node instanceof Text && !node.parentElement?.closest('script, [hidden]'))
            texts.push(node);
        }
        if (texts.length > 0) trees.push(texts);
      };
      collect(document.body);
      const read = (text: string) => text.replace(/[\s\u00ad\u200b\u2060\ufeff]+/g, '');
      const failures: string[] = [];
      // As much time as it takes: else what is said a second time may lack what was said the first.
      const still = { now: () => 0 };
      let placeless = 0;
      for (const [a = 0, b = 0, c = 0, d = 0] of marks) {
        const texts = trees[d < 0.6 ? 0 : Math.floor(((d - 0.6) / 0.4) * trees.length)] ?? [];
        const pick = (share: number, from: number, to: number): [Text, number] => {
          const node = texts[from + Math.floor(share * (to - from))] as Text;
          return [node, Math.floor(((share * 7919) % 1) * (node.data.length + 1))];
        };
        const start = pick(a, 0, texts.length);
        const first = texts.indexOf(start[0]);
        const range = document.createRange();
        range.setStart(...start);
        range.collapse(true);
        if (c > 0.4)
          range.setEnd(...pick(b, first, Math.min(texts.length, first + 1 + Math.floor(b * 9))));
        const selected = words.describeQuote(range, document.body)?.[0].exact ?? '';
        const marked = words.describeWords(range, document.body, still);
        const told = `${range.collapsed ? 'caret' : 'selection'} “${range}” (${selected}) → “${marked?.selectors[0].exact}”`;
        if (marked === null) {
          if (selected !== '') failures.push(`nothing: ${told}`);
          continue;
        }
        const [quote, position] = marked.selectors;
        const { exact } = quote;
        if (!read(exact).includes(read(selected))) failures.push(`lost: ${told}`);
        if (!exact.isWellFormed() || exact !== exact.trim()) failures.push(`cut: ${told}`);
        const again = words.describeWords(marked.range, document.body, still)?.selectors;
        if (JSON.stringify(again) !== JSON.stringify(marked.selectors))
          failures.push(`not the same again: ${told} → “${again?.[0].exact}”`);
        const whole = words.describeQuote(marked.range, document.body);
        if (whole?.[1].start !== position.start || whole[1].end !== position.end)
          failures.push(`another range: ${told} → “${marked.range}”`);
        const found = words.findQuote(document.body, marked.selectors);
        const place = found.range && words.describeQuote(found.range, document.body);
        // What begins within what a host shows and ends in its light tree may have no range but the reader's own.
        if (found.verdict === 'unknown' && found.reason === 'the text has no place') placeless += 1;
        else if (found.verdict !== 'open') failures.push(`${found.verdict}: ${told}`);
        else if (place?.[1].start !== position.start || place[1].end !== position.end)
          failures.push(`elsewhere: ${told} → “${found.range}”`);
      }
      if (placeless > marks.length * 0.04) failures.push(`${placeless} without a place`);
      return failures;
    },
    html,
    rolls(seed),
  );
}

describe(`words marked at random, seed ${SEED}`, () => {
  it('in an article are the same when they are described again, and found', async () => {
    expect(await checkAtRandom(writeArticle(SEED, 4_000).html, SEED)).toEqual([]);
  });

  it.each([1, 2, 3, 14])('in many scripts and trees are so too (%i)', async (at) => {
    expect(await checkAtRandom(writeMixed(SEED + at), SEED + at)).toEqual([]);
  });
});
