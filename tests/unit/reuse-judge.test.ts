/** What of a source's terms a reuse does not do, term by term. */
import { describe, expect, it } from 'vitest';
import { judgeReuse, type Reuse } from '../../src/model/reuse/judge-reuse.ts';
import type { LinkAt } from '../../src/model/reuse/reuse-text.ts';
import type { Source, Terms } from '../../src/model/source.ts';
import { makeSource, makeTerms } from './attribution-source.ts';

const PAGE = 'https://www.news.example/world/story-1';
const HOME = 'https://www.news.example/';

const link = (href: string, changes: Partial<LinkAt> = {}): LinkAt => ({
  ...{ href, rel: '', at: 0, text: 'here' },
  ...changes,
});

function judge(
  terms: Partial<Terms> | null,
  hrefs: (string | LinkAt)[],
  changes: Partial<Reuse> = {},
  source: Partial<Source> = {},
) {
  return judgeReuse({
    source: makeSource({ url: PAGE, terms: terms === null ? null : makeTerms(terms), ...source }),
    links: hrefs.map((one) => (typeof one === 'string' ? link(one) : one)),
    nofollow: false,
    readPosition: ({ at }) => at + 1,
    isCredited: false,
    share: null,
    commercial: null,
    ...changes,
  });
}

describe('a link that is asked for', () => {
  it.each([
    [[], 'missing', ['link']],
    [['https://elsewhere.example/'], 'missing', ['link']],
    [[PAGE], 'linked', []],
    [['http://news.example/world/story-1/?utm_source=a#top'], 'linked', []],
    [['https://m.news.example/world/story-1'], 'linked', []],
    [[HOME], 'wrong', ['home']],
    [['https://news.example/index.html'], 'wrong', ['home']],
    [['https://www.news.example/world/story-2'], 'missing', ['link']],
    [[`${PAGE}?page=2`], 'missing', ['link']],
    [['https://news.example.evil.example/world/story-1'], 'missing', ['link']],
    [[HOME, PAGE], 'linked', []],
    [[PAGE, HOME], 'linked', []],
  ])('%j is %s', (hrefs, verdict, faults) => {
    expect(judge({}, hrefs)).toEqual({ verdict, faults, remarks: [] });
  });

  it('to the site: the article will do where it stands on it', () => {
    expect(judge({ target: 'home' }, [HOME])).toMatchObject({ verdict: 'linked' });
    expect(judge({ target: 'home' }, [PAGE])).toMatchObject({ verdict: 'linked' });
    expect(judge({ target: 'home' }, [])).toMatchObject({ faults: ['link'] });
    const asked = { target: 'agency.example' };
    expect(judge(asked, ['https://agency.example/'])).toMatchObject({ verdict: 'linked' });
    expect(judge(asked, ['https://www.agency.example/any'])).toMatchObject({ verdict: 'linked' });
    expect(judge(asked, [PAGE])).toMatchObject({ verdict: 'wrong', faults: ['page'] });
  });

  it.each(['nofollow', 'noopener nofollow', 'ugc', 'sponsored noopener'])('%s hides it', (rel) => {
    expect(judge({ indexable: true }, [link(PAGE, { rel })]).faults).toEqual(['nofollow']);
    expect(judge({ indexable: true }, [link(PAGE, { rel }), PAGE]).faults).toEqual([]);
    expect(judge({ indexable: false }, [link(PAGE, { rel })]).faults).toEqual([]);
  });

  it('is hidden by what the page says of all its links', () => {
    expect(judge({ indexable: true }, [PAGE], { nofollow: true }).faults).toEqual(['nofollow']);
    expect(judge({ indexable: true }, [link(PAGE, { rel: 'nofollower' })]).faults).toEqual([]);
  });

  it('stands no lower than is asked', () => {
    expect(judge({ position: 2 }, [link(PAGE, { at: 1 })]).faults).toEqual([]);
    expect(judge({ position: 2 }, [link(PAGE, { at: 2 })])).toMatchObject({
      verdict: 'wrong',
      faults: ['position'],
    });
    expect(judge({ position: 2 }, [link(PAGE, { at: 2 }), link(PAGE, { at: 0 })]).faults).toEqual(
      [],
    );
  });
});

describe('what else is asked', () => {
  it('a credit, or a link in its place', () => {
    const terms = { kind: 'free-with-credit', link: 'reference' } as const;
    expect(judge(terms, [])).toMatchObject({ verdict: 'missing', faults: ['credit'] });
    expect(judge(terms, [], { isCredited: true })).toMatchObject({ verdict: 'linked', faults: [] });
    expect(judge(terms, [PAGE])).toMatchObject({ verdict: 'linked', faults: [] });
    expect(judge({ ...terms, link: 'active' }, [], { isCredited: true }).faults).toEqual(['link']);
  });

  it('no more than a share', () => {
    expect(judge({ maxShare: 0.3 }, [PAGE], { share: 0.31 })).toMatchObject({
      verdict: 'wrong',
      faults: ['share'],
    });
    expect(judge({ maxShare: 0.3 }, [PAGE], { share: 0.3 }).verdict).toBe('linked');
    expect(judge({ maxShare: 0.3 }, [PAGE], { share: null }).verdict).toBe('linked');
    expect(judge({ maxShare: 0.3 }, [], { share: 0.5 }).faults).toEqual(['link', 'share']);
  });

  it('permission, but for what is granted without', () => {
    const terms = { kind: 'permission-required', link: null } as const;
    expect(judge(terms, [PAGE])).toMatchObject({ verdict: 'wrong', faults: ['permission'] });
    expect(judge({ ...terms, maxShare: 0.5 }, [PAGE], { share: 0.2 }).faults).toEqual([]);
    expect(judge({ ...terms, maxShare: 0.5 }, [PAGE], { share: 0.7 }).faults).toEqual([
      'permission',
      'share',
    ]);
    expect(judge({ ...terms, also: 'active-link-required' }, [PAGE]).faults).toEqual([]);
    expect(judge({ kind: 'no-reuse' }, [PAGE]).faults).toEqual(['no-reuse']);
  });

  it('no commercial reuse, where it is known to be one', () => {
    const terms = { nonCommercial: true };
    expect(judge(terms, [PAGE], { commercial: true })).toMatchObject({
      verdict: 'wrong',
      faults: ['non-commercial'],
    });
    expect(judge(terms, [PAGE], { commercial: false })).toEqual({
      verdict: 'linked',
      faults: [],
      remarks: [],
    });
    expect(judge(terms, [PAGE])).toEqual({
      verdict: 'linked',
      faults: [],
      remarks: ['non-commercial'],
    });
    const license = 'https://creativecommons.org/licenses/by-nc/4.0/';
    expect(judge(null, [PAGE], { commercial: true }, { license }).faults).toEqual([
      'non-commercial',
    ]);
  });

  it('a licence of the commons asks for credit', () => {
    const license = 'https://creativecommons.org/licenses/by/4.0/';
    expect(judge(null, [], {}, { license })).toMatchObject({
      verdict: 'missing',
      faults: ['credit'],
    });
    expect(judge(null, [], { isCredited: true }, { license }).faults).toEqual([]);
  });

  it('nothing', () => {
    expect(judge(null, [])).toEqual({ verdict: 'found', faults: [], remarks: [] });
    expect(judge(null, [PAGE]).verdict).toBe('linked');
    expect(judge({ kind: 'none', link: null }, []).verdict).toBe('found');
  });
});
