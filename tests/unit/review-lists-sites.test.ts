// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { EDIT_LINK_PATTERNS, LONGEST_EDIT_LINK } from '../../src/model/edit-link.ts';
import { SitesPage } from '../../src/pages/review/lists/sites-page.tsx';
import type { ClustersApi } from '../../src/platform/editors/clusters.ts';
import type { OwnSettings, SiteSettings, SitesApi } from '../../src/platform/editors/sites.ts';
import { makeCluster, makeItem, makeSettings } from './review-desk-fake.ts';
import {
  BASE,
  closePage,
  fail,
  find,
  findField,
  findNamed,
  list,
  openPage,
  pass,
  press,
  readAlerts,
  readDescriptions,
  run,
  SITE,
  t,
  type,
} from './review-lists-fake.ts';

afterEach(closePage);

const ARTICLE = 'https://news.example/2026/floods.html';
const WORDPRESS = EDIT_LINK_PATTERNS.find(({ name }) => name === 'WordPress')?.template ?? '';
const reporting = (...sources: [string, string][]): ClustersApi['list'] =>
  vi.fn(async () =>
    pass({
      items: sources.map(([site, source]) =>
        makeCluster({ place: source, site, sample: makeItem({ source }) }),
      ),
      next: null,
    }),
  );
const saving = () => vi.fn<SitesApi['save']>(async (site, own) => pass(makeSettings(site, own)));
const open = (
  own: Partial<OwnSettings> = {},
  given: { save?: SitesApi['save']; list?: ClustersApi['list']; scopes?: string[] } = {},
) =>
  openPage(SitesPage, {
    given: {
      sites: { save: given.save ?? saving() },
      clusters: { list: given.list ?? reporting([SITE, ARTICLE]) },
    },
    sites: [makeSettings(SITE, own)],
    ...(given.scopes === undefined ? {} : { scopes: given.scopes }),
  });
const template = () => findField(english.reviewSitesLink);
const readExample = () => list('.example a').map((one) => one.getAttribute('href'));
const readError = () => {
  const [said = null] = readDescriptions(template()).filter((one) => one.matches('.error'));
  return said === null ? null : said.textContent;
};

describe('an edit link', () => {
  it('is tried with a real article of the site, and with any other', async () => {
    const ask = reporting(['a.news.example', 'https://a.news.example/x'], [SITE, ARTICLE]);
    await open({ editLink: WORDPRESS }, { list: ask });
    expect(ask).toHaveBeenCalledTimes(1);
    expect(readExample()).toEqual(['https://news.example/wp-admin/edit.php?name=floods']);
    await type(findField(english.reviewSitesArticle), 'https://news.example/other');
    expect(readExample()).toEqual(['https://news.example/wp-admin/edit.php?name=other']);
    await type(template(), 'https://{host}/edit/{id}');
    expect(readExample()).toEqual([]);
    expect(find('.example').textContent).toContain(english.reviewSitesNoExample);
  });

  it('is tried with the page around a frame', async () => {
    const sample = makeItem({ source: 'https://cdn.example/frame', scope: ARTICLE });
    const items = [makeCluster({ sample })];
    await open({ editLink: WORDPRESS }, { list: async () => pass({ items, next: null }) });
    expect(findField(english.reviewSitesArticle).value).toBe(ARTICLE);
  });

  it('can be taken from a pattern, and made one’s own', async () => {
    await open();
    const patterns = findField(english.reviewSitesPattern);
    for (const { name, template: pattern } of EDIT_LINK_PATTERNS) {
      await type(patterns, name);
      expect(template().value).toBe(pattern);
      expect(readError()).toBeNull();
    }
    await type(template(), `${WORDPRESS}&lang=en`);
    expect(patterns.value).toBe('');
    await type(template(), WORDPRESS);
    expect(patterns.value).toBe('WordPress');
  });

  it('that cannot be used is not saved, and what is wrong is said beside it', async () => {
    const save = saving();
    await open({}, { save });
    const placeholders = '{url} {host} {path} {slug} {words} {id}';
    for (const [typed, said] of [
      ['javascript:alert(1)', english.reviewSitesNotUrl],
      ['http://news.example/{id}', english.reviewSitesNotHttps],
      ['https://me:secret@news.example/{id}', english.reviewSitesCredentials],
      ['https://news.example/{nothing}', t('reviewSitesPlaceholder', { placeholders })],
      ['https://news.example/{id', t('reviewSitesBrace', { placeholders })],
      ['https://{slug}.example/', english.reviewSitesHost],
      [
        `https://a.example/${'x'.repeat(2_000)}`,
        t('reviewListsTooLong', { most: LONGEST_EDIT_LINK }),
      ],
    ] as const) {
      await type(template(), typed);
      await press(english.reviewListsSave);
      expect(readError()).toBe(said);
      expect(template().getAttribute('aria-invalid')).toBe('true');
      expect(document.activeElement).toBe(template());
      expect(readExample()).toEqual([]);
    }
    expect(save).not.toHaveBeenCalled();
    await type(template(), '');
    expect(readError()).toBeNull();
  });
});

describe('the settings of a site', () => {
  it('change by saving alone', async () => {
    const save = saving();
    const { replace } = await open({}, { save });
    const publish = find('.publish input');
    await press(publish);
    expect(save).not.toHaveBeenCalled();
    expect(document.body.textContent).toContain(english.reviewSitesUnsaved);
    expect(document.body.textContent).toContain(english.reviewSitesAddressesThen);
    expect(list('.addresses a')[0]?.getAttribute('href')).toBe(`${BASE}/corrections/${SITE}`);
    await type(template(), `  ${WORDPRESS} `);
    await press(english.reviewListsSave);
    const own = { editLink: WORDPRESS, publishes: true };
    expect(save.mock.calls).toEqual([[SITE, own]]);
    expect(replace.mock.calls).toEqual([[makeSettings(SITE, own)]]);
    expect(find('.saving').textContent).toContain(english.reviewSitesIsSaved);
    expect(document.body.textContent).not.toContain(english.reviewSitesUnsaved);
    expect(find('summary').textContent).toContain(english.reviewSitesPublishes);
    expect(find('summary').textContent).toContain(english.reviewSitesHasLink);
    await press(publish);
    expect(document.body.textContent).toContain(english.reviewSitesUnsaved);
  });

  it('stay in the form where they could not be saved', async () => {
    const save = vi.fn<SitesApi['save']>(async () => fail('forbidden'));
    const { replace } = await open({}, { save });
    await type(template(), WORDPRESS);
    await press(english.reviewListsSave);
    expect(readAlerts()).toEqual([english.reviewDeskForbidden]);
    expect(template().value).toBe(WORDPRESS);
    expect(find('.saving').textContent).toContain(english.reviewSitesUnsaved);
    expect(replace).not.toHaveBeenCalled();
  });

  it('that are none are the same as nothing, where there is no site above', async () => {
    await open();
    await type(template(), 'x');
    await press(find('.publish input'));
    expect(find('.saving').textContent).toContain(english.reviewSitesUnsaved);
    await type(template(), '');
    await press(find('.publish input'));
    expect(find('.saving').textContent).not.toContain(english.reviewSitesUnsaved);
    expect(list('.origin')).toEqual([]);
  });

  it('that are typed while others are being saved are kept', async () => {
    let answer = (_: Awaited<ReturnType<SitesApi['save']>>) => {};
    const save = vi.fn<SitesApi['save']>(() => new Promise((resolve) => (answer = resolve)));
    await open({}, { save });
    await type(template(), WORDPRESS);
    await press(english.reviewListsSave);
    await type(template(), `${WORDPRESS}&a=1`);
    await run(() => answer(pass(makeSettings(SITE, { editLink: WORDPRESS }))));
    expect(template().value).toBe(`${WORDPRESS}&a=1`);
    expect(find('.saving').textContent).toContain(english.reviewSitesUnsaved);
  });

  it('are sent once while they are being saved', async () => {
    let answer = (_: Awaited<ReturnType<SitesApi['save']>>) => {};
    const save = vi.fn<SitesApi['save']>(() => new Promise((resolve) => (answer = resolve)));
    await open({}, { save });
    await type(template(), WORDPRESS);
    await press(english.reviewListsSave);
    await press(english.reviewSitesSaving);
    expect(save).toHaveBeenCalledTimes(1);
    await run(() => answer(fail('network')));
    findNamed(english.reviewListsSave);
  });

  it('are only to be read without the scope for it', async () => {
    await open({ editLink: WORDPRESS, publishes: true }, { scopes: ['read', 'decide'] });
    expect(template().hasAttribute('readonly')).toBe(true);
    expect(find<HTMLInputElement>('.publish input').disabled).toBe(true);
    expect(() => findNamed(english.reviewListsSave)).toThrow();
    expect(document.body.textContent).toContain(t('reviewListsReadOnly', { scope: 'edit' }));
  });
});

describe('several sites', () => {
  const own = makeSettings(SITE);
  const below: SiteSettings = { ...makeSettings(`a.${SITE}`), above: own };
  const openEach = async () => {
    for (const one of list('details')) {
      await run(() => {
        if (one instanceof HTMLDetailsElement) one.open = true;
        one.dispatchEvent(new Event('toggle'));
      });
    }
  };

  it('begin with the token’s own, and are asked about when they are opened', async () => {
    const ask = reporting([SITE, ARTICLE]);
    await openPage(SitesPage, { given: { clusters: { list: ask } }, sites: [below, own] });
    expect(list('summary h3').map((one) => one.textContent)).toEqual([SITE, below.site]);
    expect(list('form')).toEqual([]);
    expect(ask).not.toHaveBeenCalled();
    await openEach();
    expect(list('form')).toHaveLength(2);
  });

  it('have what was set above them, and keep what is being written for them', async () => {
    const save = saving();
    const above = makeSettings(SITE, { editLink: WORDPRESS });
    const held = [above, { ...below, editLink: WORDPRESS, above }];
    const again = vi.fn<SitesApi['list']>(async () => pass(held));
    await openPage(SitesPage, {
      given: { sites: { save, list: again }, clusters: { list: reporting() } },
      sites: [own, below],
    });
    await openEach();
    const [first, other] = list('form');
    const inputs = list('input[dir="ltr"][inputmode="url"]', other);
    await press(find('.publish input', other));
    await type(find<HTMLInputElement>('.edit-link input', first), WORDPRESS);
    await press(english.reviewListsSave, first);
    expect(save.mock.calls).toEqual([[SITE, { editLink: WORDPRESS, publishes: null }]]);
    expect(again).toHaveBeenCalledTimes(1);
    expect(inputs[0]).toHaveProperty('value', WORDPRESS);
    expect(find<HTMLInputElement>('.publish input', other).checked).toBe(true);
  });

  it('can be found by a part of their names', async () => {
    const sites = Array.from({ length: 11 }, (_, i) => makeSettings(`s${i}.${SITE}`));
    await openPage(SitesPage, { sites });
    const shown = () => list('details:not([hidden]) h3').map((one) => one.textContent);
    await type(findField(english.reviewSitesFind), ' S10 ');
    expect(shown()).toEqual([`s10.${SITE}`]);
    await type(findField(english.reviewSitesFind), 'nowhere');
    expect(shown()).toEqual([]);
    expect(find('.empty').textContent).toBe(english.reviewSitesNone);
  });
});
