import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { START, WEIGHTS } from '../../src/page/signal-weights.ts';
import { SIGNAL_WORDS } from '../../src/page/signal-words.ts';
import { ARTICLES, OTHERS, type PageOfKind, writePage } from './page-kinds.ts';
import { usePageModule, visit } from './page-session.ts';

const file = join(import.meta.dirname, '../../dist/page/sic-page.mjs');
const module = { file, type: 'text/javascript' };
const hosts = [...new Set([...ARTICLES, ...OTHERS].map(({ url }) => new URL(url).origin))];
const session = usePageModule({
  pages: Object.fromEntries(hosts.map((host) => [`${host}/sic-page.mjs`, module])),
});

/** The verdict, a second one, and whether the document was the same after it. */
async function judge(page: PageOfKind) {
  await visit(session, page.url, writePage(page));
  return session.page.evaluate(() => {
    const write = () => `${document.URL}\n${document.title}\n${document.documentElement.outerHTML}`;
    const before = write();
    const verdict = sic.judgeArticle(document);
    const again = sic.judgeArticle(document);
    return { ...verdict, again, isUnchanged: before === write() };
  });
}

const words = new Map(Object.entries(SIGNAL_WORDS));
const weights: Record<string, number> = Object.fromEntries(
  Object.entries(WEIGHTS).map(([name, weight]) => {
    return [`${weight > 0 ? '+' : '−'} ${words.get(name)}`, weight];
  }),
);
const weigh = (reason: string) => weights[reason] ?? Number.NaN;

const kinds = [
  ...ARTICLES.map((page) => ({ page, name: page.name, isArticle: true })),
  ...OTHERS.map((page) => ({ page, name: page.name, isArticle: false })),
];

describe.each([
  ['is an article', true],
  ['is no article', false],
])('%s:', (_, expected) => {
  const cases = kinds.filter((one) => one.isArticle === expected);
  it.each(cases)('$name', async ({ page }) => {
    const { isArticle, score, reasons, again, isUnchanged } = await judge(page);
    expect(isArticle, `${score}\n${reasons.join('\n')}`).toBe(expected);
    expect(score >= 0.5).toBe(expected);
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThan(1);
    expect(again).toEqual({ isArticle, score, reasons });
    expect(isUnchanged).toBe(true);

    // Its reasons: known words, each once, the weightiest first, and the score is what they add up to.
    expect(reasons.length).toBeGreaterThan(0);
    expect(new Set(reasons).size).toBe(reasons.length);
    const sizes = reasons.map((reason) => Math.abs(weigh(reason)));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    const sum = reasons.reduce((all, reason) => all + weigh(reason), START);
    expect(score).toBeCloseTo(1 / (1 + Math.exp(-sum)), 9);
  });
});

it('comments are no part of the article, however long', async () => {
  const [news] = ARTICLES;
  if (news === undefined) throw new Error('no page');
  const { score } = await judge(news);
  const text = `<div class="comments">${news.body.replace(/<h1.*<\/h1>/, '')}</div>`.repeat(3);
  const commented = await judge({ ...news, body: news.body + text });
  expect(commented.isArticle).toBe(true);
  expect(Math.abs(commented.score - score)).toBeLessThan(0.2);
});

it('an app’s page becomes an article when its text has come', async () => {
  const shell = OTHERS.find(({ name }) => name === 'an app’s shell');
  const [news] = ARTICLES;
  if (shell === undefined || news === undefined) throw new Error('no page');
  expect((await judge(shell)).isArticle).toBe(false);
  const later = await session.page.evaluate((body) => {
    const root = document.getElementById('root');
    if (root !== null) root.innerHTML = body;
    return sic.judgeArticle(document).isArticle;
  }, news.body);
  expect(later).toBe(true);
});

it('neither the verdict nor the source asks for layout', async () => {
  for (const page of [...ARTICLES.slice(0, 6), ...OTHERS.slice(0, 4)]) {
    await visit(session, page.url, writePage(page));
    const told = await session.page.evaluate(() => {
      const plain = JSON.stringify([sic.judgeArticle(document), sic.readSource(document)]);
      const asked: string[] = [];
      const holders: [object, string[]][] = [
        [
          Element.prototype,
          'getBoundingClientRect getClientRects clientWidth clientHeight clientTop clientLeft scrollTop scrollLeft scrollWidth scrollHeight scrollIntoView computedStyleMap checkVisibility'.split(
            ' ',
          ),
        ],
        [
          HTMLElement.prototype,
          'innerText outerText offsetWidth offsetHeight offsetTop offsetLeft offsetParent focus'.split(
            ' ',
          ),
        ],
        [Range.prototype, ['getBoundingClientRect', 'getClientRects']],
        [Document.prototype, ['elementFromPoint', 'elementsFromPoint', 'scrollingElement']],
        [window, ['getComputedStyle', 'getSelection', 'matchMedia', 'innerWidth', 'scrollY']],
      ];
      for (const [holder, names] of holders) {
        for (const name of names) {
          if (!(name in holder)) continue;
          const refuse = () => {
            asked.push(name);
            throw new Error(`${name} asks for layout`);
          };
          Object.defineProperty(holder, name, { configurable: true, get: refuse });
        }
      }
      Object.defineProperty(Document.prototype, 'getSelection', {
        configurable: true,
        get() {
          throw new Error('getSelection asks for layout');
        },
      });
      const stubbed = JSON.stringify([sic.judgeArticle(document), sic.readSource(document)]);
      return { isSame: plain === stubbed, asked };
    });
    expect(told, page.name).toEqual({ isSame: true, asked: [] });
  }
});
