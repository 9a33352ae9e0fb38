/** What an editor sets for a site: where its articles are edited, which then stands beside each report, and what is public. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  openReview,
  REVIEW_HOMES,
  type ReviewEndpoint,
  startReviewEndpoint,
} from './review-endpoint.ts';
import {
  clickButton,
  fillField,
  findField,
  goTo,
  reload,
  waitForShown,
} from './review-page-steps.ts';
import { waitForRow } from './review-steps.ts';
import { useSession } from './session.ts';

const session = useSession();
const hash = '#page=sites';
let endpoint: ReviewEndpoint;

beforeAll(async () => {
  endpoint = await startReviewEndpoint();
});
afterAll(() => endpoint?.close());

interface Settings {
  site: string;
  editLink: string;
  publishes: boolean;
  own: { editLink: string | null; publishes: boolean | null };
}

async function readSettings(token: string): Promise<Settings[]> {
  return ((await endpoint.ask(token, 'sites')) as { items: Settings[] }).items;
}

describe.each(REVIEW_HOMES)('the settings of sites %s', (home) => {
  const host = `${home.replaceAll(' ', '-')}.example`;

  it('give each report the link to where its article is edited', async () => {
    const token = await endpoint.addEditor('Ada', host);
    await endpoint.post({ exact: 'recieved', source: `https://${host}/2026/11/the-ferry/` });
    const page = await openReview(session, endpoint, { home, token });
    const { text } = await waitForRow(page, 'recieved');
    expect(text).not.toContain(english.reviewQueueEditArticle);
    await goTo(page, 'sites');
    const patterns = await findField(page, english.reviewSitesPattern);
    await patterns.select('WordPress');
    const link = `https://${host}/wp-admin/edit.php?name=the-ferry`;
    await waitForShown(page, link);
    // Nothing is taken before it is saved.
    await waitForShown(page, english.reviewSitesUnsaved);
    expect((await readSettings(token))[0]?.editLink).toBe('');
    await clickButton(page, english.reviewListsSave);
    await waitForShown(page, english.reviewSitesIsSaved);
    await goTo(page, 'queue');
    await waitForRow(page, english.reviewQueueEditArticle);
    const links = await page.$$eval('.clusters .facts a', (all) => all.map(({ href }) => href));
    expect(links).toContain(link);
    await reload(page);
    await waitForRow(page, english.reviewQueueEditArticle);
    await goTo(page, 'sites');
    const kept = await findField(page, english.reviewSitesPattern);
    expect(await kept.evaluate((one) => (one as HTMLSelectElement).value)).toBe('WordPress');
    await page.close();
  });

  it('say what is wrong with a link beside its field, and take no such', async () => {
    const site = `faulty-${host}`;
    const token = await endpoint.addEditor('Ada', site);
    const page = await openReview(session, endpoint, { home, token, hash });
    const faults = {
      'http://cms.example/{slug}': english.reviewSitesNotHttps,
      'edit {slug}': english.reviewSitesNotUrl,
      'https://ada:secret@cms.example/': english.reviewSitesCredentials,
      'https://cms.example/{slug': english.reviewSitesBrace,
      'https://cms.example/{page}': english.reviewSitesPlaceholder,
      'https://{slug}.example/': english.reviewSitesHost,
      'javascript:alert(1)': english.reviewSitesNotUrl,
    };
    for (const [template, told] of Object.entries(faults)) {
      await fillField(page, english.reviewSitesLink, template);
      await page.keyboard.press('Enter');
      const [wanted = ''] = told.split('{');
      await waitInPage(
        page,
        (words) => {
          const field = document.activeElement;
          const ids = field?.getAttribute('aria-describedby')?.split(' ') ?? [];
          const said = ids.map((id) => document.getElementById(id)?.textContent ?? '');
          return said.some((one) => one.startsWith(words)) && field?.ariaInvalid === 'true';
        },
        wanted,
      );
      expect(await page.$$('.example a'), template).toHaveLength(0);
    }
    expect(await readSettings(token)).toMatchObject([{ site, editLink: '', publishes: false }]);
    await fillField(page, english.reviewSitesLink, 'https://cms.example/?{slug}');
    await page.keyboard.press('Enter');
    await waitForShown(page, english.reviewSitesIsSaved);
    expect(await page.$$('[aria-invalid="true"]')).toHaveLength(0);
    expect((await readSettings(token))[0]?.editLink).toBe('https://cms.example/?{slug}');
    await page.close();
  });

  it('of a site below are those of the one above, each until it has its own and after', async () => {
    const site = `above-${host}`;
    const token = await endpoint.addEditor('Ada', site);
    await endpoint.post({ exact: 'wierd', source: `https://sport.${site}/the-cup` });
    const page = await openReview(session, endpoint, { home, token, hash });
    const open = async (name: string) => {
      const entry = await page.waitForSelector(`::-p-xpath(//details[.//h3[.="${name}"]])`);
      if (!(await entry?.evaluate((one) => (one as HTMLDetailsElement).open))) {
        await (await entry?.$('summary'))?.press('Enter');
      }
      await entry?.waitForSelector('form');
      return entry;
    };
    const save = async (name: string) => {
      const entry = await open(name);
      await (await entry?.$('button[type="submit"]'))?.press('Enter');
      await waitUntil(
        async () =>
          (await entry?.$eval('form', (one) => one.innerText))?.includes(
            english.reviewSitesIsSaved,
          ),
        { what: `${name} saved` },
      );
    };
    const below = `sport.${site}`;
    const readOwn = async () => {
      const items = await readSettings(token);
      return items.map((item) => [item.site, item.own]);
    };
    const none = { editLink: null, publishes: null };
    const above = await open(site);
    const link = 'https://cms.example/{slug}';
    await (await above?.$('input[inputmode="url"]'))?.type(link);
    await save(site);
    const entry = await open(below);
    await waitForShown(page, 'https://cms.example/the-cup');
    const inherited = english.reviewSitesInherited.replace('{site}', site);
    const readOrigins = () => entry?.$$eval('.origin', (all) => all.map((one) => one.textContent));
    expect(await readOrigins()).toEqual([inherited, inherited]);
    await (await entry?.$('.publish input'))?.click();
    await save(below);
    expect(await readOwn()).toEqual([
      [site, { ...none, editLink: link }],
      [below, { ...none, publishes: true }],
    ]);
    await (await entry?.$('.publish .origin button'))?.click();
    await waitUntil(async () => (await readOrigins())?.[1] === inherited || null, {
      what: 'the setting of the site above',
    });
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('origin');
    await save(below);
    expect(await readOwn()).toEqual([
      [site, { ...none, editLink: link }],
      [below, none],
    ]);
    await page.close();
  });

  it('do not move in the form when there is an article to try the link with', async () => {
    const site = `steady-${host}`;
    const token = await endpoint.addEditor('Ada', site);
    const page = await openReview(session, endpoint, { home, token, hash });
    await fillField(page, english.reviewSitesLink, 'https://{host}/wp-admin/edit.php?name={slug}');
    const readTop = () =>
      page.$eval('.publish', (one) => one.getBoundingClientRect().top + scrollY);
    const before = await readTop();
    await fillField(page, english.reviewSitesArticle, `https://${site}/2026/11/the-ferry-is-late/`);
    await waitForShown(page, english.reviewSitesTry);
    expect(await readTop()).toBe(before);
    await fillField(page, english.reviewSitesArticle, `https://${site}/`);
    await waitForShown(page, english.reviewSitesNoExample);
    expect(await readTop()).toBe(before);
    await page.close();
  });

  it('hold for the sites below at once, and publish by the button alone', async () => {
    const site = `open-${host}`;
    const token = await endpoint.addEditor('Ada', site);
    await endpoint.post({ exact: 'wierd', source: `https://sport.${site}/cup` });
    const page = await openReview(session, endpoint, { home, token, hash });
    const badges = (publishes: string) => [
      ...[`${site} ${publishes}`, `sport.${site} ${publishes}`],
    ];
    const readBadges = () =>
      page.$$eval('details.site', (all) =>
        all.map(
          (one) =>
            `${one.querySelector('h3')?.textContent} ${one.querySelector('.badge')?.textContent}`,
        ),
      );
    await page.waitForSelector('details.site');
    expect(await readBadges()).toEqual(badges(english.reviewSitesPublishesNot));
    await page.click('details.site summary');
    await (await page.waitForSelector('.publish input'))?.click();
    await waitForShown(page, english.reviewSitesAddressesThen);
    const address = `${endpoint.base}corrections/${site}`;
    expect((await fetch(address)).status).toBe(404);
    await clickButton(page, english.reviewListsSave);
    await waitForShown(page, english.reviewSitesAddresses);
    expect((await fetch(address)).status).toBe(200);
    await waitUntil(
      async () =>
        (await readBadges()).join() === badges(english.reviewSitesPublishes).join() || null,
      { what: 'both sites public' },
    );
    await page.close();
  });
});
