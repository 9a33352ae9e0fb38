// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createRandom } from '../corpus/random.ts';
import { readBlock } from './article.ts';
import { buildPage } from './build-page.ts';
import { KINDS } from './edits/kinds.ts';
import { judge } from './judge.ts';
import { makeArticle } from './make-article.ts';
import { makeCases } from './make-cases.ts';
import { createPageWords } from './page-words.ts';
import { createHypothesis } from './peers/hypothesis.ts';
import { readSavedArticle } from './saved-article.ts';
import { chooseWriting, SCRIPTS } from './writing.ts';

const numbers = KINDS.map((_, number) => number);

// Without layout everything is shown.
HTMLElement.prototype.checkVisibility ??= () => true;

function openPage(html = ''): HTMLElement {
  document.body = document.createElement('body');
  document.body.innerHTML = html;
  return document.body;
}

const rangeOf = (node: Node, start: number, end: number) => {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
};

describe('a page that is built', () => {
  it('has the words where the cases say, after every kind of edit', () => {
    openPage();
    for (const [index, script] of SCRIPTS.entries()) {
      const random = createRandom(index + 90);
      const { article, words, surroundings } = makeArticle(random, chooseWriting(script, 0), 4000);
      const original = buildPage(article, surroundings);
      for (const { quote, place, edited, found, text } of makeCases(
        article,
        words,
        random,
        numbers,
      )) {
        expect(original.locate(place).toString()).toBe(quote);
        const page = buildPage(edited, surroundings);
        const shown = [...page.body.querySelectorAll('article :is(h1, h2, p, li, blockquote)')];
        expect(shown.map((one) => one.textContent)).toEqual(edited.blocks.map(readBlock));
        if (found !== null) expect(page.locate(found).toString()).toBe(text);
      }
    }
  });

  it('has as many text nodes as the edit has made', () => {
    openPage();
    const run = { home: '', mark: null, wrapped: false, cut: false };
    const runs = [
      { ...run, text: 'a' },
      { ...run, text: 'b', mark: 1, cut: true },
      { ...run, text: 'c' },
      { ...run, text: 'd', wrapped: true },
      { ...run, text: 'e', home: 'em' },
    ];
    const article = { language: 'en', blocks: [{ id: 0, tag: 'p', runs }] };
    const { body } = buildPage(article, { menu: [], teasers: [], foot: '' });
    const paragraph = body.querySelector('p');
    expect(paragraph?.innerHTML).toBe('abc<span>d</span><em>e</em>');
    expect([...(paragraph?.childNodes ?? [])].map((node) => node.textContent)).toEqual([
      'ab',
      'c',
      'd',
      'e',
    ]);
  });
});

describe('an article of a saved page', () => {
  const makeBody = (seed: number) => {
    const made = makeArticle(createRandom(seed), chooseWriting('latin', 0), 6000);
    openPage();
    document.body = buildPage(made.article, made.surroundings).body;
    return document.body;
  };

  it('becomes what the edit has made of it, in the page itself', () => {
    for (const seed of [1, 2, 3]) {
      const body = makeBody(seed);
      const first = readSavedArticle(body);
      const random = createRandom(seed);
      const words = first && createPageWords(random, first.article);
      if (first === null || words === null) throw new Error('there is no article');
      expect(first.article.blocks.length).toBeGreaterThan(8);
      const pristine = body.cloneNode(true);
      for (const one of makeCases(first.article, words, random, numbers)) {
        const copy = pristine.cloneNode(true);
        if (!(copy instanceof HTMLElement)) throw new Error('the copy is no body');
        document.body = copy;
        const page = readSavedArticle(copy);
        if (page === null) throw new Error('the copy is another page');
        expect(page.locate(page.article, one.place).toString()).toBe(one.quote);
        page.apply(one.edited);
        const texts = new Set(one.edited.blocks.map(readBlock));
        const shown = [...copy.querySelectorAll('article :is(h1, h2, p, li, blockquote)')]
          .map((element) => element.textContent)
          .filter((text) => texts.has(text));
        expect([one.kind, shown]).toEqual([one.kind, one.edited.blocks.map(readBlock)]);
        if (one.found !== null) {
          expect(page.locate(one.edited, one.found).toString()).toBe(one.text);
        }
      }
    }
  });

  it('is none of menus, of what is said twice, nor of lines that are broken', () => {
    const words = (name: string) =>
      `${name} ${'walks along the quay and looks at boats '.repeat(3)}`;
    const paragraphs = ['Ada', 'Ben', 'Cem', 'Dov'].map((name) => `<p>${words(name)}</p>`).join('');
    const twice = `<p>${words('Eva')}</p><p>${words('Eva')}</p>`;
    const broken = `<p>${words('Fay')}<br>${words('Gil')}</p>`;
    const menu = `<nav><p>${words('Hal')}</p></nav>`;
    const body = openPage(`<main>${paragraphs}${twice}${broken}${menu}</main>`);
    const read = readSavedArticle(body)?.article.blocks.map((block) =>
      readBlock(block).slice(0, 3),
    );
    expect(read).toEqual(['Ada', 'Ben', 'Cem', 'Dov']);
    expect(readSavedArticle(openPage('<p>Short.</p>'))).toBeNull();
  });
});

describe('a judgement', () => {
  const setUp = () => {
    const body = openPage('<p>The boats lie in the harbour now.</p><p>The boats lie.</p>');
    const [one, other] = [...body.querySelectorAll('p')].map(({ firstChild }) => firstChild);
    if (!one || !other) throw new Error('there is no text');
    return { one, other, place: rangeOf(one, 4, 9) };
  };
  const found = (range: Range | null) => ({ verdict: 'found' as const, range, replacement: null });

  it('is right by half of the longer one', () => {
    const { one, other, place } = setUp();
    const say = (node: Node, start: number, end: number) =>
      judge(found(rangeOf(node, start, end)), 'standing', place, 'boats');
    expect(say(one, 4, 9)).toMatchObject({ place: 'right', exact: true, replaced: false });
    expect(say(one, 4, 10)).toMatchObject({ place: 'right', exact: true });
    expect(say(one, 4, 13)).toMatchObject({ place: 'right', exact: false });
    expect(say(one, 4, 7)).toMatchObject({ place: 'right' });
    expect(say(one, 4, 6)).toMatchObject({ place: 'wrong' });
    expect(say(one, 0, 33)).toMatchObject({ place: 'wrong' });
    expect(say(one, 9, 20)).toMatchObject({ place: 'wrong' });
    expect(say(one, 0, 4)).toMatchObject({ place: 'wrong' });
    expect(say(other, 4, 9)).toMatchObject({ place: 'wrong' });
  });

  it('of a correction asks for the words that stand there', () => {
    const { one, place } = setUp();
    const say = (replacement: string) =>
      judge(
        { verdict: 'fixed', range: rangeOf(one, 4, 9), replacement },
        'corrected',
        place,
        'boats',
      );
    expect(say(' boats')).toMatchObject({ place: 'right', replaced: true });
    expect(say('boat')).toMatchObject({ place: 'right', replaced: false });
    expect(judge(found(rangeOf(one, 4, 9)), 'corrected', place, 'boats')).toMatchObject({
      replaced: true,
    });
  });

  it('of a deletion takes an empty replacement for no place, and a claimed one for a wrong one', () => {
    const { one } = setUp();
    const say = (replacement: string, range: Range | null) =>
      judge({ verdict: 'fixed', range, replacement }, 'deleted', null, '').place;
    expect(say('', null)).toBe('none');
    expect(say('', rangeOf(one, 4, 4))).toBe('none');
    expect(say('', rangeOf(one, 3, 4))).toBe('none');
    expect(say('canoes', null)).toBe('wrong');
    expect(say('', rangeOf(one, 4, 9))).toBe('wrong');
  });
});

describe('the way that Hypothesis goes', () => {
  const find = async (html: string, edited: string, threshold = 0) => {
    const body = openPage(html);
    const mark = body.querySelector('b')?.firstChild;
    if (!mark) throw new Error('nothing is marked');
    const peer = createHypothesis('peer', threshold, 1);
    const again = await peer.describe(rangeOf(mark, 0, mark.textContent?.length ?? 0), body);
    body.innerHTML = edited;
    return (await again(body)).range?.toString() ?? null;
  };

  it('takes the exact words, of several those with the context, else what is like them', async () => {
    const html = '<p>A red boat. The old <b>boat</b> sails.</p>';
    expect(await find(html, '<p>A red boat. The old boat sails.</p>')).toBe('boat');
    expect(
      await find('<p>An <b>elder boatswain</b> slept.</p>', '<p>An elder bostswain slept.</p>'),
    ).toBe('elder bostswain');
  });

  it('gives what is hardly like them, but not under a threshold', async () => {
    const html = '<p>The old <b>lantern</b> was lit.</p>';
    const edited = '<p>Nobody had a pattern for it.</p>';
    expect(await find(html, edited)).not.toBeNull();
    expect(await find(html, edited, 0.8)).toBeNull();
  });
});
