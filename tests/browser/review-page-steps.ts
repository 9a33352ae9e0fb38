/** What an editor does on the desk's other pages, and what the endpoint is asked for them. */
import type { Page } from 'puppeteer-core';
import type { Scope } from '../../src/endpoint/store/tokens.ts';
import english from '../../src/locales/en.json' with { type: 'json' };
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { NEWSROOM, type ReviewEndpoint } from './review-endpoint.ts';

/** The desk's pages by the name that their address has, with the words of their headings. */
export const DESK = {
  queue: english.reviewDeskQueue,
  figures: english.reviewDeskFigures,
  dismissals: english.reviewDeskDismissals,
  corrections: english.reviewDeskCorrections,
  export: english.reviewDeskExport,
  sites: english.reviewDeskSites,
};
export type DeskName = keyof typeof DESK;

const SHOWN = '//div[@class="page"][not(@hidden)]';

/** Follows a link of the desk's head; resolves when the page stands. */
export async function goTo(page: Page, name: DeskName): Promise<void> {
  await page.click(`.page-links a[href^="#page=${name}"]`);
  await waitForPage(page, name);
}

export function waitForPage(page: Page, name: DeskName): Promise<void> {
  return waitInPage(
    page,
    (title) => document.querySelector('main > .page:not([hidden]) h2')?.textContent === title,
    DESK[name],
  );
}

/** Clicks a button of the page that is shown, by its text. */
export async function clickButton(page: Page, text: string): Promise<void> {
  const css = `::-p-xpath(${SHOWN}//button[normalize-space() = "${text}"])`;
  await (await page.waitForSelector(css))?.click();
}

/** The text of the page that is shown, as it is seen. */
export function readShown(page: Page): Promise<string> {
  return page.$eval('main > .page:not([hidden])', (one) => (one as HTMLElement).innerText);
}

/** Waits until the page that is shown has the words somewhere. */
export async function waitForShown(page: Page, words: string): Promise<void> {
  await waitUntil(async () => (await readShown(page)).includes(words), {
    what: `“${words}” on the page`,
  });
}

/** Types into the field with a label, in place of what stands there. */
export async function fillField(page: Page, label: string, text: string): Promise<void> {
  const field = await findField(page, label);
  await field.click({ count: 3 });
  await page.keyboard.press('Backspace');
  await page.keyboard.type(text);
}

/** The field of the page that is shown, by its label. */
export async function findField(page: Page, label: string) {
  const id = await waitUntil(
    () =>
      page.evaluate((words) => {
        const labels = [
          ...document.querySelectorAll<HTMLLabelElement>('main > .page:not([hidden]) label'),
        ];
        return labels.find(({ textContent }) => textContent?.trim() === words)?.htmlFor ?? '';
      }, label),
    { what: `a field “${label}”` },
  );
  const field = await page.$(`[id="${id}"]`);
  if (field === null) throw new Error(`no field for “${label}”`);
  return field;
}

/** Loads the page anew: for pages of an extension, browsers do not tell when that is done. */
export async function reload(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset['left'] = '';
    setTimeout(() => location.reload());
  });
  await waitInPage(
    page,
    () =>
      document.documentElement.dataset['left'] === undefined && document.readyState === 'complete',
  );
}

/** Makes a token of certain scopes alone. */
export async function addScoped(endpoint: ReviewEndpoint, scopes: readonly Scope[]) {
  const grant = { name: 'Eve', site: NEWSROOM, scopes, at: Date.now() };
  return (await endpoint.store.tokens.addToken(grant)).token;
}

export interface StoredCluster {
  place: string;
  site: string;
  etag: string;
  state: string;
  note: string;
  sample: { exact: string; reason: string };
}

/** The clusters whose reports quote just these words. */
export async function findClusters(
  endpoint: ReviewEndpoint,
  token: string,
  words: string,
): Promise<StoredCluster[]> {
  const { items } = (await endpoint.ask(token, 'clusters?limit=100')) as {
    items: StoredCluster[];
  };
  return items.filter(({ sample }) => sample.exact === words);
}

/** Decides about all that quotes the words, as another editor's program would. */
export async function decideAll(
  endpoint: ReviewEndpoint,
  token: string,
  { words, state }: { words: string; state: string },
): Promise<void> {
  const found = await findClusters(endpoint, token, words);
  if (found.length === 0) throw new Error(`“${words}” is not stored`);
  const items = found.map(({ place, site, etag }) => ({ place, site, etag }));
  await tell(endpoint, token, 'decisions', { items, state, reason: '' });
}

/** Posts, or puts, to the editors' API. */
export async function tell(
  { base }: ReviewEndpoint,
  token: string,
  path: string,
  body: object,
  method = 'POST',
): Promise<unknown> {
  const response = await fetch(`${base}api/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response.json();
}
