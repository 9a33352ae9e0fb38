/** A page is checked against what was copied: what is found, and how it is judged, on the DOM of a whole page. */
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { composeCopy } from '../../src/model/reuse/compose-copy.ts';
import type { Copy } from '../../src/model/reuse/copy.ts';
import type { Terms } from '../../src/model/source.ts';
import { checkReuse } from '../../src/page/reuse/check-reuse.ts';
import { readReuseText } from '../../src/page/reuse/read-reuse-text.ts';
import { makeSource, makeTerms } from './attribution-source.ts';

const SOURCE = 'https://news.example/bridge';
/** Words that stand nowhere else. */
const write = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ');
const BRIDGE = write('bridge', 60);
const HARBOUR = write('harbour', 60);

function copy(text: string, terms: Partial<Terms> = {}, url = SOURCE, articleText = ''): Copy {
  const made = composeCopy({
    ...{ id: url + text.length, copiedAt: 1, carried: false, service: null, text, articleText },
    source: makeSource({ url, terms: makeTerms(terms), publisher: 'The Bridge Post' }),
  });
  if (made === null) throw new Error('too short');
  return made;
}

const page = (body: string, head = '') =>
  new JSDOM(`<html lang="en"><head>${head}</head><body>${body}`, {
    url: 'https://own.example/post',
  }).window.document;
const check = (body: string, copies: Copy[], head = '') => checkReuse(page(body, head), copies);
const OWN = `<p>${write('own', 50)}</p>`;
const LINK = `<a href="${SOURCE}">the bridge</a>`;

describe('a page', () => {
  it('has each passage found where it stands', () => {
    const [finding, ...rest] = check(`${OWN}<p>${BRIDGE}</p>${OWN}`, [copy(BRIDGE)]);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      verdict: 'missing',
      faults: ['link'],
      evidence: 'Please link.',
    });
    expect(finding?.opening).toMatch(/^bridge[0-6] /);
    expect(finding?.closing).toMatch(/ bridge5\d$/);
    expect(finding?.fix?.html).toContain(SOURCE);
  });

  it('that reuses nothing has none', () => {
    expect(check(OWN + OWN, [copy(BRIDGE), copy(HARBOUR, {}, `${SOURCE}/2`)])).toEqual([]);
    expect(check('', [copy(BRIDGE)])).toEqual([]);
    expect(check(OWN, [])).toEqual([]);
  });

  it('is no reuse of itself', () => {
    const own = copy(BRIDGE, {}, 'https://www.own.example/post/?utm_source=mail');
    expect(check(`<p>${BRIDGE}</p>`, [own])).toEqual([]);
  });

  it('may have a short quotation', () => {
    const quote = BRIDGE.split(' ').slice(10, 25).join(' ');
    expect(check(`${OWN}<p>${quote}</p>${OWN}`, [copy(BRIDGE)])).toEqual([]);
  });

  it('has passages of several sources, in its order', () => {
    const copies = [copy(HARBOUR, {}, 'https://news.example/harbour'), copy(BRIDGE)];
    const found = check(`<p>${BRIDGE}</p>${OWN}<p>${HARBOUR}</p><p>${LINK}`, copies);
    expect(found.map(({ source, verdict }) => [source.url, verdict])).toEqual([
      [SOURCE, 'linked'],
      ['https://news.example/harbour', 'missing'],
    ]);
  });

  it('is judged by the newest of several copies of an article', () => {
    const old = { ...copy(BRIDGE), copiedAt: 1 };
    const recent = { ...copy(BRIDGE, { kind: 'no-reuse' }), copiedAt: 2, id: 'recent' };
    for (const copies of [
      [old, recent],
      [recent, old],
    ]) {
      expect(check(`<p>${BRIDGE}`, copies)).toMatchObject([
        { copyId: 'recent', faults: ['no-reuse'] },
      ]);
    }
  });

  it('need name only one of the sites that a text stands on', () => {
    const copies = [copy(BRIDGE), copy(BRIDGE, {}, 'https://other.example/bridge')];
    expect(check(`<p>${BRIDGE}</p><p>${LINK}`, copies)).toMatchObject([{ verdict: 'linked' }]);
    expect(check(`<p>${BRIDGE}</p>`, copies)).toMatchObject([{ verdict: 'missing' }]);
  });

  it('is not taken for a reuse by what all pages of a site say', () => {
    const notice = write('subscribe', 50);
    const copies = [
      copy(`${BRIDGE} ${write('more', 60)} ${notice}`),
      copy(`${HARBOUR} ${write('else', 60)} ${notice}`, {}, `${SOURCE}/2`),
    ];
    expect(check(`${OWN}<p>${notice}</p>`, copies)).toEqual([]);
  });
});

describe('the share', () => {
  it('is of all passages together', () => {
    const article = `${BRIDGE} ${HARBOUR} ${write('rest', 120)}`;
    const whole = copy(article, { maxShare: 0.3 }, SOURCE, article);
    const found = check(`<p>${LINK}</p><p>${BRIDGE}</p>${OWN}${OWN}<p>${HARBOUR}</p>`, [whole]);
    expect(found.map(({ faults }) => faults)).toEqual([['share'], ['share']]);
    const [first] = found;
    expect(first?.share).toBeGreaterThan(0.4);
    expect(first?.share).toBeLessThanOrEqual(0.5);
    expect(check(`<p>${LINK}</p><p>${BRIDGE}`, [whole])).toMatchObject([{ verdict: 'linked' }]);
  });
});

describe('the position', () => {
  const body = (paragraph: number) =>
    `<header>Own Site <a href="/">Home</a></header><article><h1>Title</h1>${[0, 1, 2]
      .map(
        (at) =>
          `<p>${at === paragraph ? LINK : ''} ${at === 1 ? BRIDGE : write(`own${at}`, 50)}</p>`,
      )
      .join('')}</article>`;

  it('is counted from the first paragraph of the article', () => {
    const asked = [copy(BRIDGE, { position: 2 })];
    expect(check(body(0), asked)).toMatchObject([{ verdict: 'linked' }]);
    expect(check(body(1), asked)).toMatchObject([{ verdict: 'linked' }]);
    expect(check(body(2), asked)).toMatchObject([{ verdict: 'wrong', faults: ['position'] }]);
  });
});

it('a link is hidden by what the page says of all', () => {
  const asked = [copy(BRIDGE, { indexable: true })];
  const body = `<p>${BRIDGE} ${LINK}</p>`;
  expect(check(body, asked)).toMatchObject([{ verdict: 'linked' }]);
  const hidden = '<meta name="Robots" content="index, NOFOLLOW">';
  expect(check(body, asked, hidden)).toMatchObject([{ faults: ['nofollow'] }]);
});

it('words lead back to the page', () => {
  const document = page(`<p>One <em>two</em> <a href="/x" rel="NoFollow">three</a></p><p>four</p>`);
  const text = readReuseText(document);
  expect(text.words).toEqual(['one', 'two', 'three', 'four']);
  expect(text.paragraphs).toEqual([0, 0, 0, 1]);
  expect(text.findBlock(1)?.localName).toBe('p');
  expect(text.createRange(1, 3)?.toString()).toBe('two three');
  expect(text.links).toEqual([
    { href: 'https://own.example/x', rel: 'nofollow', at: 2, text: 'three' },
  ]);
});
