/** The scores of terms and credits, and the rows they are read from. */
import { describe, expect, it } from 'vitest';
import { UsageError } from './benchmark.ts';
import { type CreditRow, type Notice, parseCredits, parseNotices } from './corpus/read-notices.ts';
import type { CreditAnswer, TermsAnswer } from './read-reuse.ts';
import { markCredit, scoreCredits } from './score-credits.ts';
import { scoreTerms } from './score-terms.ts';

const notice = (row: object): Notice => {
  const [read] = parseNotices(JSON.stringify({ lang: 'en', text: 'a', kind: 'no-reuse', ...row }));
  if (read === undefined) throw new Error('no row');
  return read;
};
const credit = (row: object): CreditRow => {
  const whole = { lang: 'en', text: 'a', credited_name: [], url_or_domain: null, ...row };
  const [read] = parseCredits(JSON.stringify(whole));
  if (read === undefined) throw new Error('no row');
  return read;
};

describe('notices', () => {
  it('are read with their fields in one form', () => {
    const row = {
      link: 'direct-hyperlink',
      target: 'home-or-page',
      position: '<=2nd paragraph or as source line',
      max_share: '25%',
    };
    expect(notice(row)).toMatchObject({
      link: 'active',
      targets: ['home', 'page'],
      position: 2,
      maxShare: 0.25,
    });
    expect(notice({ position: 'before the quotation' }).position).toBeUndefined();
    expect(notice({ kind: 'none' }).negative).toBe(true);
  });

  it('that are broken name the line', () => {
    const good = JSON.stringify({ lang: 'en', text: 'a', kind: 'none' });
    for (const bad of ['{', '{}', '{"lang":"en","text":"a","kind":"maybe"}']) {
      expect(() => parseNotices(`${good}\n\n${bad}`)).toThrow(UsageError);
      expect(() => parseNotices(`${good}\n\n${bad}`)).toThrow(/line 3/);
    }
  });

  const whole: TermsAnswer = {
    kind: 'active-link-required',
    link: 'active',
    target: 'page',
    position: 2,
    indexable: true,
    maxShare: 0.25,
    nonCommercial: true,
  };
  const stated = {
    kind: 'active-link-required',
    link: 'active',
    target: 'page',
    position: '<=2nd paragraph',
    indexable: true,
    max_share: '25%',
    noncommercial: true,
  };

  it('are right in every field that they state', () => {
    expect(scoreTerms([notice(stated)], [{ ok: true, value: whole }])).toEqual({
      kind: 1,
      link: 1,
      target: 1,
      position: 1,
      indexable: 1,
      max_share: 1,
      non_commercial: 1,
      overclaimed: 0,
    });
  });

  it('are wrong in all of them where nothing is read, or reading fails', () => {
    for (const reading of [
      { ok: true, value: null } as const,
      { ok: false, error: 'x' } as const,
    ]) {
      expect(scoreTerms([notice(stated)], [reading])).toMatchObject({
        kind: 0,
        link: 0,
        target: 0,
      });
    }
  });

  it('are not asked for what they do not state, but for demands that they do not make', () => {
    const figures = scoreTerms([notice({ kind: stated.kind })], [{ ok: true, value: whole }]);
    expect(figures).toMatchObject({ kind: 1, link: null, position: null, overclaimed: 1 });
  });

  it('that are traps are right when nothing is read in them', () => {
    const trap = notice({ kind: 'none', negative: true });
    expect(scoreTerms([trap], [{ ok: true, value: null }])).toMatchObject({ kind: 1 });
    expect(scoreTerms([trap], [{ ok: true, value: whole }])).toMatchObject({ kind: 0 });
  });
});

describe('credits', () => {
  const mark = (row: object, value: CreditAnswer) => markCredit(credit(row), { ok: true, value });
  const named = { credited_name: ['Ada Fenwick', 'Upland Review'] };
  const said = { names: ['upland review', 'Ada Fenwick'], domain: null, links: [] };

  it('need all the names and no other', () => {
    expect(mark(named, said)).toEqual({ right: true, loose: true, wrongSite: false });
    expect(mark(named, { ...said, names: ['Ada Fenwick'] }).loose).toBe(false);
    const close = { ...said, names: ['Ada Fenwick (left)', 'Upland Review'] };
    expect(mark(named, close)).toMatchObject({ right: false, loose: true });
    expect(mark(named, null).right).toBe(false);
  });

  it('need the site that the text names, and no other', () => {
    const site = { credited_name: ['a.example'], url_or_domain: 'https://www.a.example/1?x' };
    const right = { names: ['a.example'], domain: 'a.example', links: [] };
    expect(mark(site, right)).toEqual({ right: true, loose: true, wrongSite: false });
    expect(mark(site, { ...right, domain: 'b.example' })).toMatchObject({ wrongSite: true });
    // Its own address beside it is right, another is not.
    const link = (url: string) => [{ name: 'the press office', url }];
    expect(mark(site, { ...right, links: link('https://a.example/x') }).wrongSite).toBe(false);
    expect(mark(site, { ...right, links: link('https://b.example/') }).wrongSite).toBe(true);
    expect(mark(site, { ...right, domain: null })).toMatchObject({
      right: false,
      wrongSite: false,
    });
    expect(mark(named, { ...said, domain: 'a.example' })).toMatchObject({ wrongSite: true });
  });

  it('may link the names that are credited', () => {
    const link = { name: 'Upland Review', url: 'https://upland.example/' };
    expect(mark(named, { ...said, links: [link] })).toMatchObject({
      right: true,
      wrongSite: false,
    });
    const other = { ...link, name: 'Moorbote' };
    expect(mark(named, { ...said, links: [other] }).wrongSite).toBe(true);
    const unlinkable = { ...named, linkable: false };
    expect(mark(unlinkable, { ...said, links: [link] })).toMatchObject({
      right: false,
      wrongSite: true,
    });
  });

  it('that are none have to be left alone', () => {
    const trap = { negative: true };
    expect(mark(trap, null).right).toBe(true);
    expect(mark(trap, { names: [], domain: null, links: [] }).right).toBe(false);
  });

  it('are shares of all rows', () => {
    const rows = [credit(named), credit(named)];
    const readings = [{ ok: true, value: said } as const, { ok: false, error: 'x' } as const];
    expect(scoreCredits(rows, readings)).toEqual({
      credits: 0.5,
      credits_loose: 0.5,
      credits_wrong_site: 0,
    });
  });
});
