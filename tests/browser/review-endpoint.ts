/**
 * What the tests of the editors' review share: a real endpoint on a real store that can go down and come up where it
 * was, reports as readers' browsers send them, and editors at the review in either of its homes.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Page } from 'puppeteer-core';
import { createServer } from '../../src/endpoint/server.ts';
import { openStore, type Store } from '../../src/endpoint/store/database.ts';
import { ANNOTATION_MEDIA_TYPE, type Selector } from '../../src/model/annotation.ts';
import { TEXT_FRAGMENT_SPECIFICATION } from '../../src/model/read-fragment.ts';
import type { ReportDraft } from '../../src/model/report.ts';
import { waitUntil } from '../drivers/wait.ts';
import { findReceipt, writeAnnotation } from '../endpoint/endpoint.ts';
import { reviewFolder, type Session } from './session.ts';

export const NEWSROOM = 'news.example';

export type ReviewHome = 'in the extension' | 'served by the endpoint';
export const REVIEW_HOMES: readonly ReviewHome[] = ['in the extension', 'served by the endpoint'];

export interface ReviewEndpoint {
  /** where it serves, with a slash at its end */
  readonly base: string;
  readonly store: Store;
  /** Makes a token. */
  addEditor(name: string, site?: string): Promise<string>;
  /** Ends a token. */
  revoke(token: string): Promise<void>;
  /** Posts a report over HTTP; gives its canonical. */
  post(mistake: Mistake): Promise<string>;
  /** Posts a report; gives the URL of its receipt. */
  postForReceipt(mistake: Mistake): Promise<string>;
  /** What the editors' API says, asked with a token. */
  ask(token: string, path: string): Promise<unknown>;
  /** Closes the port, cuts every connection and closes the store. */
  goDown(): Promise<void>;
  /** Opens the same store and listens on the same port again. */
  comeUp(): Promise<void>;
  close(): Promise<void>;
}

export interface Mistake extends Partial<ReportDraft> {
  exact: string;
  correction?: string;
  prefix?: string;
  suffix?: string;
  /** a text fragment, that the place is linked by */
  fragment?: string;
}

/** @param fill makes the store's rows before it is opened; without it, it is empty */
export async function startReviewEndpoint(
  fill: (directory: string) => Promise<void> = async () => undefined,
): Promise<ReviewEndpoint> {
  const directory = await mkdtemp(join(tmpdir(), 'sic-review-'));
  await fill(directory);
  let store = await openStore({ directory });
  let server: FastifyInstance = createRealServer(store);
  const base = `${await server.listen({ port: 0, host: '127.0.0.1' })}/`;
  const goDown = async () => {
    await server.close();
    await store.close();
  };
  return {
    base,
    get store() {
      return store;
    },
    async addEditor(name, site = NEWSROOM) {
      return (await store.tokens.addToken({ name, site, at: Date.now() })).token;
    },
    async revoke(token) {
      const editor = await store.tokens.findEditor(token);
      if (editor !== null) await store.tokens.revokeToken(editor.tokenId, Date.now());
    },
    async post(mistake) {
      return (await post(base, mistake)).canonical;
    },
    async postForReceipt(mistake) {
      const { receipt } = await post(base, mistake);
      return base.slice(0, -1) + receipt;
    },
    async ask(token, path) {
      const headers = { authorization: `Bearer ${token}` };
      const response = await fetch(`${base}api/${path}`, { headers });
      return response.json();
    },
    goDown,
    async comeUp() {
      store = await openStore({ directory });
      server = createRealServer(store);
      await server.listen({ port: Number(new URL(base).port), host: '127.0.0.1' });
    },
    async close() {
      await goDown();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function post(base: string, mistake: Mistake) {
  const { exact, prefix = 'The words ', suffix = ' stand here.', fragment, ...draft } = mistake;
  const fragments: Selector[] =
    fragment === undefined
      ? []
      : [
          {
            type: 'FragmentSelector',
            conformsTo: TEXT_FRAGMENT_SPECIFICATION,
            value: fragment,
          },
        ];
  const annotation = writeAnnotation({
    source: `https://${NEWSROOM}/2026/11/ferry`,
    selectors: [{ type: 'TextQuoteSelector', exact, prefix, suffix }, ...fragments],
    createdAt: Date.now(),
    comment: '',
    ...draft,
  });
  const response = await fetch(`${base}annotations/`, {
    method: 'POST',
    headers: { 'content-type': ANNOTATION_MEDIA_TYPE },
    body: JSON.stringify(annotation),
  });
  if (response.status !== 201) throw new Error(`not taken: ${await response.text()}`);
  return { canonical: annotation.canonical, receipt: findReceipt(response.headers.get('link')) };
}

function createRealServer(store: Store): FastifyInstance {
  return createServer({
    store,
    reviewDirectory: reviewFolder,
    ...{ postsPerMinute: 100_000, requestsPerEditor: 100_000 },
    // A token that has been revoked is noticed within this.
    events: { check: 1_000, heartbeat: 1_000, poll: 200 },
  });
}

/** Opens the review and signs in; resolves when the queue stands. */
export async function openReview(
  { driver }: Session,
  endpoint: ReviewEndpoint,
  { home, token, hash = '' }: { home: ReviewHome; token: string; hash?: string },
): Promise<Page> {
  const page =
    home === 'in the extension'
      ? await driver.openExtensionPage(`/pages/review/index.html${hash}`)
      : await driver.newPage(endpoint.base + hash);
  await signIn(page, token, home === 'in the extension' ? endpoint.base : undefined);
  await page.waitForSelector('main h2');
  return page;
}

/** @param endpoint for where the page asks for it */
export async function signIn(page: Page, token: string, endpoint?: string): Promise<void> {
  await page.waitForSelector('input[type="password"]');
  await page.bringToFront();
  if (endpoint !== undefined)
    await replaceText(page, 'form input:not([type="password"])', endpoint);
  await replaceText(page, 'input[type="password"]', token);
  await page.keyboard.press('Enter');
}

async function replaceText(page: Page, css: string, text: string): Promise<void> {
  await page.click(css, { count: 3 });
  await page.keyboard.type(text);
}

/** Waits until the endpoint's answer is such a one. */
export async function waitForAnswer<T>(
  ask: () => Promise<T>,
  is: (answer: T) => boolean,
  what: string,
) {
  return waitUntil(
    async () => {
      const answer = await ask();
      return is(answer) ? answer : null;
    },
    { what },
  );
}
