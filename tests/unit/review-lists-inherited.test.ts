// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { SitesPage } from '../../src/pages/review/lists/sites-page.tsx';
import type { OwnSettings, SiteSettings, SitesApi } from '../../src/platform/editors/sites.ts';
import { makeCluster } from './review-desk-fake.ts';
import {
  closePage,
  find,
  findField,
  list,
  openPage,
  pass,
  press,
  readDescriptions,
  run,
  SITE,
  t,
  type,
} from './review-lists-fake.ts';

afterEach(closePage);

const LINK = 'https://{host}/edit?{slug}';
const template = () => findField(english.reviewSitesLink);

describe('a setting of a site with one above', () => {
  const above = { site: SITE, editLink: LINK, publishes: true };
  const site = `a.${SITE}`;
  const makeBelow = (own: OwnSettings): SiteSettings => ({
    ...{ site, own, above },
    ...{ editLink: own.editLink ?? LINK, publishes: own.publishes ?? true },
  });
  const inherited = t('reviewSitesInherited', { site: SITE });
  const inherit = t('reviewSitesInherit', { site: SITE });
  const nameAction = (about: string) => t('reviewListsActionOf', { action: inherit, about });
  const linkAction = nameAction(english.reviewSitesLink);
  const publishAction = nameAction(english.reviewSitesPublish);
  const publish = () => find<HTMLInputElement>('.publish input');
  const readOrigins = () =>
    [template(), publish()].map(
      (field) => readDescriptions(field).find((one) => one.matches('.origin'))?.textContent,
    );
  const own = `${english.reviewSitesOwn}${inherit}`;
  const openBelow = async (set: Partial<OwnSettings> = {}, scopes = ['edit']) => {
    const save = vi.fn<SitesApi['save']>(async (_, saved) => pass(makeBelow(saved)));
    const item = makeBelow({ editLink: null, publishes: null, ...set });
    const given = {
      sites: { save },
      clusters: { list: async () => pass({ items: [makeCluster({ site })], next: null }) },
    };
    await openPage(SitesPage, { given, sites: [item], scopes });
    return save;
  };

  it('is that one’s until it is typed, and does not fix the other when it is saved', async () => {
    const save = await openBelow();
    expect(readOrigins()).toEqual([inherited, inherited]);
    expect([template().value, publish().checked]).toEqual([LINK, true]);
    expect(list('.example a')).toHaveLength(1);
    await type(template(), 'https://a.example/{id}');
    expect(readOrigins()).toEqual([own, inherited]);
    await press(english.reviewListsSave);
    expect(save.mock.calls).toEqual([
      [site, { editLink: 'https://a.example/{id}', publishes: null }],
    ]);
    expect(readOrigins()).toEqual([own, inherited]);
  });

  it('is its own when it is clicked, also where it is no other', async () => {
    const save = await openBelow();
    await press(publish());
    expect(readOrigins()).toEqual([inherited, own]);
    await press(publish());
    expect(publish().checked).toBe(true);
    expect(readOrigins()).toEqual([inherited, own]);
    await press(english.reviewListsSave);
    expect(save.mock.calls).toEqual([[site, { editLink: null, publishes: true }]]);
  });

  it('can be none while the one above has one', async () => {
    const save = await openBelow();
    await type(template(), ' ');
    expect(readOrigins()).toEqual([own, inherited]);
    await press(english.reviewListsSave);
    expect(save.mock.calls).toEqual([[site, { editLink: '', publishes: null }]]);
  });

  it('goes back to that of the one above by a button, each for itself', async () => {
    const save = await openBelow({ editLink: 'https://{slug}.example/', publishes: false });
    expect(readOrigins()).toEqual([own, own]);
    await press(english.reviewListsSave);
    expect(template().getAttribute('aria-invalid')).toBe('true');
    await press(linkAction);
    expect(template().value).toBe(LINK);
    expect(template().getAttribute('aria-invalid')).toBe('false');
    expect(readOrigins()).toEqual([inherited, own]);
    expect(document.activeElement?.textContent).toBe(inherited);
    expect(find('.saving').textContent).toContain(english.reviewSitesUnsaved);
    await press(english.reviewListsSave);
    await press(publishAction);
    expect(publish().checked).toBe(true);
    expect(readOrigins()).toEqual([inherited, inherited]);
    await press(english.reviewListsSave);
    expect(save.mock.calls).toEqual([
      [site, { editLink: null, publishes: false }],
      [site, { editLink: null, publishes: null }],
    ]);
    expect(find('.saving').textContent).toContain(english.reviewSitesIsSaved);
  });

  it('stays where the focus is when it becomes that of the one above by saving', async () => {
    const save = await openBelow({ publishes: false });
    save.mockImplementation(async () => pass(makeBelow({ editLink: null, publishes: null })));
    await type(template(), 'https://a.example/{id}');
    template().focus();
    await run(() => find('form').dispatchEvent(new SubmitEvent('submit', { cancelable: true })));
    expect(readOrigins()).toEqual([inherited, inherited]);
    expect(document.activeElement).toBe(template());
  });

  it('is not taken back without the scope for it', async () => {
    await openBelow({ publishes: false }, ['read']);
    expect(readOrigins()).toEqual([inherited, english.reviewSitesOwn]);
    expect(list('.origin button')).toEqual([]);
  });
});
