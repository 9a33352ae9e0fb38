/**
 * What the tests of a site's own reporter start from: a browser whose extension is the native part alone, in the
 * isolated world where it runs, and a site with the fixture pages and the reporter's server on its own origin.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import type { NativeForm, NativeOutcome } from '../../src/model/native-form.ts';
import { composeAnnotation, type ReportDraft } from '../../src/model/report.ts';
import type { Driver } from '../drivers/driver.ts';
import { createNativeEndpoint, type NativeEndpoint } from '../drivers/native-endpoint.ts';
import { type Site, startSite } from '../drivers/site.ts';
import { startDriver } from '../drivers/start-driver.ts';

const TESTS = join(import.meta.dirname, '..');
/** Does what the page writes into an attribute, with the same words that the loader would pass on. */
const HARNESS = `
  import '../src/content/native-part.ts';
  import { shareParts } from '../src/content/parts.ts';
  import { readNativeForm } from '../src/page/native-form.ts';
  import { findNativeReporter, isNativeReporterOpen } from '../src/page/native-reporter.ts';
  const root = document.documentElement;
  addEventListener('native-ask', async () => {
    const { what, message } = JSON.parse(root.dataset.ask);
    const answer =
      what === 'post' ? await shareParts().native.answer(message)
      : what === 'form' ? readNativeForm(document)
      : what === 'reporter' ? findNativeReporter(document)
      : isNativeReporterOpen(document);
    root.dataset.answer = JSON.stringify(answer);
  });
  root.dataset.ready = 'yes';
`;

export interface NativeSession {
  driver: Driver;
  site: Site;
  /** the server of the reporter; a fresh one each test */
  mistape: NativeEndpoint;
  mixtape: NativeEndpoint;
}

export function useNativeSession(): NativeSession {
  const session = {} as NativeSession;
  const extension = mkdtempSync(join(tmpdir(), 'sic-native-'));
  beforeAll(async () => {
    cpSync(join(TESTS, 'drivers/fixture-extension'), extension, { recursive: true });
    await build({
      stdin: { contents: HARNESS, resolveDir: TESTS },
      bundle: true,
      format: 'iife',
      logLevel: 'error',
      outfile: join(extension, 'content.js'),
      allowOverwrite: true,
    });
    session.site = await startSite({
      root: join(TESTS, 'fixtures/pages'),
      headers: { '/bare.html': { 'referrer-policy': 'no-referrer' } },
      pages: {
        '/bare.html': { file: join(TESTS, 'fixtures/pages/mistape-only.html') },
      },
      handle: (request, response) => {
        const isMixtape = request.headers.referer?.includes('mixtape') === true;
        return session[isMixtape ? 'mixtape' : 'mistape'].handle(request, response);
      },
    });
    session.driver = await startDriver(inject('browserName'), {
      extension,
      network: session.site.host,
    });
  });
  beforeEach(() => {
    session.mistape = createNativeEndpoint('mistape');
    session.mixtape = createNativeEndpoint('mixtape', { language: 'ru' });
  });
  afterAll(async () => {
    await session.driver?.close();
    await session.site?.close();
    rmSync(extension, { recursive: true, force: true });
  });
  return session;
}

/** Opens a page of the site; what it asks for itself is no matter. */
export async function openPage({ driver, site }: NativeSession, path: string): Promise<Page> {
  const page = await driver.newPage(new URL(path, site.origin).href);
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'yes');
  return page;
}

/** Asks the content script. @returns its answer as JSON */
export async function ask(page: Page, what: string, message: object = {}): Promise<unknown> {
  const answer = await page.evaluate(async (asked) => {
    const { dataset } = document.documentElement;
    delete dataset['answer'];
    dataset['ask'] = asked;
    dispatchEvent(new Event('native-ask'));
    for (let i = 0; i < 400 && dataset['answer'] === undefined; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return dataset['answer'] ?? 'null';
  }, JSON.stringify({ what, message }));
  return JSON.parse(answer);
}

const DRAFT: ReportDraft = {
  canonical: 'urn:uuid:0190b2c4-0000-7000-8000-000000000001',
  source: 'http://127.0.0.1/mistape-only.html',
  scope: '',
  selectors: [
    {
      type: 'TextQuoteSelector',
      exact: 'viaduct',
      prefix: 'While the ',
      suffix: ' at Cobbler’s Gate is repaired',
    },
  ],
  kind: 'spelling',
  correction: 'aqueduct',
  comment: 'Ünïcode & = +; done?',
  language: 'en',
  createdAt: 1_750_000_000_000,
};

/** Has a report posted by a form; the page's own unless told. */
export async function postReport(
  page: Page,
  form?: NativeForm,
  draft: Partial<ReportDraft> = {},
): Promise<NativeOutcome> {
  const answer = await ask(page, 'post', {
    type: 'native/post',
    form: form ?? (await ask(page, 'form')),
    annotation: composeAnnotation({ ...DRAFT, ...draft }),
  });
  return (answer as { value: NativeOutcome }).value;
}
