/** What the editors' end has to show in the main job: through its API, and in the review as it is served. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { type ReportItem, reportListSchema } from '../src/endpoint/api/schemas.ts';
import type { Driver } from '../tests/drivers/driver.ts';
import { waitUntil } from '../tests/drivers/wait.ts';
import { requireThat } from './expectation.ts';
import type { Mistake } from './newsroom.ts';

export interface Access {
  /** the endpoint's base, with a slash at its end */
  url: string;
  token: string;
}

async function fetchReports({ url, token }: Access): Promise<ReportItem[]> {
  const response = await fetch(`${url}api/reports`, {
    headers: { authorization: `Bearer ${token}` },
  });
  requireThat(response.ok, `the endpoint answered ${response.status}: ${await peek(response)}`);
  return v.parse(reportListSchema, await response.json()).items;
}

async function peek(response: Response): Promise<string> {
  return (await response.clone().text()).slice(0, 200);
}

/** Waits for the report, and gives it. */
export async function fetchReport(
  access: Access,
  { exact, correction }: Mistake,
  source: string,
): Promise<ReportItem> {
  const [report, ...more] = await waitUntil(
    async () => {
      const reports = await fetchReports(access);
      return reports.length > 0 ? reports : null;
    },
    { what: 'the report at the editors’ end', timeout: 20_000, every: 100 },
  );
  requireThat(report !== undefined && more.length === 0, `there are ${more.length + 1} reports`);
  requireThat(report.exact === exact, `it is about “${report.exact}”`);
  requireThat(report.correction === correction, `it proposes “${report.correction}”`);
  requireThat(report.source === source, `it names the article ${report.source}`);
  requireThat(report.state === 'new', `it is ${report.state} already`);
  return report;
}

/** Signs in with the token, presses Accept, and gives the review's page when the row says so. */
export async function acceptReport(
  driver: Driver,
  { url, token }: Access,
  { source }: ReportItem,
): Promise<Page> {
  const page = await driver.newPage(url);
  const field = 'input[type="password"]';
  await page.waitForSelector(field, { visible: true, timeout: 10_000 });
  await page.click(field);
  await page.keyboard.type(token);
  await page.click('button[type="submit"]');
  const row = selectRow(source);
  await page.waitForSelector(`${row}.new .decisions`, { visible: true, timeout: 10_000 });
  const buttons = await page.$$(`${row} .decisions button`);
  for (const button of buttons) {
    if ((await button.evaluate((one) => one.textContent?.trim())) !== 'Accept') continue;
    await button.click();
    await page.waitForSelector(`${row}.accepted`, { timeout: 10_000 });
    return page;
  }
  throw new Error('the report has no button “Accept”');
}

export async function expectAccepted(access: Access, { canonical }: ReportItem): Promise<void> {
  const report = (await fetchReports(access)).find((one) => one.canonical === canonical);
  requireThat(report?.state === 'accepted', `it is ${report?.state ?? 'not there'}`);
}

/** The link carries a text fragment, so that a browser goes to the words and marks them. */
export async function expectPlaceLink(page: Page, report: ReportItem): Promise<void> {
  // Read as written: a browser may hide the fragment's directive once it is an URL of its own.
  const href = await page.$eval(`${selectRow(report.source)} a[href*=":~:text="]`, (link) =>
    link.getAttribute('href'),
  );
  const [address, directive] = (href ?? '').split('#:~:text=');
  requireThat(address === report.source, `the link goes to ${href}`);
  const isToTheWords = decodeURIComponent(directive ?? '').includes(report.exact);
  requireThat(isToTheWords, `the link does not name the words: ${href}`);
}

/** The only mistake of its article. */
function selectRow(source: string): string {
  return `.clusters > li.cluster:has(a[href^="${source}"])`;
}
