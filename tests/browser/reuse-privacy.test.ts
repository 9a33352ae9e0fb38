/**
 * Nothing of the ledger leaves the device: all that the browser sends while words are copied, pasted, given their source,
 * published and checked is read by a server that it has as its proxy for every host.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CopyRow } from '../../src/platform/database.ts';
import { startEditorEndpoint } from '../drivers/editor-endpoint.ts';
import { PRIMARY_MODIFIER } from '../drivers/page-actions.ts';
import { startDriver } from '../drivers/start-driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import { openPopup } from './extension-pages.ts';
import { readRows } from './outbox-rows.ts';
import { FORM } from './publishing.ts';
import { nameArticle, REUSE, writeArticle, writeReuse } from './reuse-sites.ts';
import { NOTE, waitForNote, waitForNoteGone } from './reuse-steps.ts';
import {
  browserName,
  changeSettings,
  copy,
  extensionFolder,
  openArticle,
  openPage,
  type Session,
} from './session.ts';

interface Sent {
  method: string;
  url: string;
  /** all of it, as one text */
  whole: string;
}

/** What browsers ask their makers for, and pages for an icon. */
const BROWSERS_OWN =
  /^(?:https?:\/\/)?(?:[\w-]+\.)+(?:google|googleapis|gvt1|mozilla)\.(?:com|net|org)[:/]|\/favicon\.ico$/;
const FORM_PAGE = 'http://desk.example/form.html';
const PUBLISHED_PAGE = 'http://desk.example/published.html';
const sent: Sent[] = [];
const pages = new Map([
  [nameArticle('missing'), writeArticle('missing', true)],
  [FORM_PAGE, FORM],
  [REUSE, writeReuse(['missing'])],
]);
const session = {} as Session;

async function record(request: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { method = '', url = '', rawHeaders } = request;
  const body = Buffer.concat(chunks).toString();
  sent.push({ method, url, whole: [url, ...rawHeaders, body].join('\n') });
}

const server = createServer((request, response) => {
  void record(request).then(() => {
    const page = pages.get(request.url ?? '') ?? '<!doctype html><title>out</title>It is out.';
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
  });
});
server.on('connect', ({ url = '' }, socket) => {
  sent.push({ method: 'CONNECT', url, whole: url });
  socket.on('error', () => socket.destroy());
  socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  session.endpoint = await startEditorEndpoint();
  session.driver = await startDriver(browserName, {
    extension: extensionFolder,
    network: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    prefs: { 'dom.allow_scripts_to_close_windows': true },
  });
});
afterAll(async () => {
  await session.driver?.close();
  await session.endpoint?.close();
  server.close();
});

it('sends what the person sends, and nothing of what is remembered', async () => {
  const { driver } = session;
  await changeSettings(session, { attribution: { when: 'never' } });
  const article = await openArticle(session, nameArticle('missing'));
  await copy(session, article, '#p2');
  const [row] = await waitUntil(
    async () => {
      const rows = await readRows<CopyRow>(session, 'copies');
      return rows.length > 0 ? rows : null;
    },
    { what: 'the copy' },
  );
  await article.close();

  const form = await openPage(session, FORM_PAGE);
  await form.bringToFront();
  await form.click('#field');
  await driver.chord(form, PRIMARY_MODIFIER, 'v');
  const pasted = () => form.$eval('#field', (field) => (field as HTMLTextAreaElement).value);
  await waitForNote(session, form);
  await driver.clickInShadow(form, NOTE, '[data-act="put-in"]');
  await waitForNoteGone(session, form);
  const text = await pasted();
  expect(text).toContain(nameArticle('missing'));
  await form.click('#publish');
  await waitUntil(
    async () => sent.some(({ method, url }) => method === 'POST' && url === PUBLISHED_PAGE),
    { what: 'the form' },
  );
  await form.close();

  const reuse = await openArticle(session, REUSE);
  const popup = await openPopup(session, reuse);
  await reuse.bringToFront();
  await popup.evaluate(() => document.querySelector<HTMLElement>('.check-now')?.click());
  await popup.waitForSelector('section.check .passage');
  await popup.close();
  await reuse.close();

  const asked = sent.filter(({ url }) => !BROWSERS_OWN.test(url));
  expect([...new Set(asked.map(({ method, url }) => `${method} ${url}`))].sort()).toEqual(
    [
      `GET ${nameArticle('missing')}`,
      `GET ${new URL('page.css', nameArticle('missing'))}`,
      `GET ${new URL('tower.svg', nameArticle('missing'))}`,
      `GET ${FORM_PAGE}`,
      `POST ${PUBLISHED_PAGE}`,
      `GET ${REUSE}`,
    ].sort(),
  );
  const post = asked.find(({ method }) => method === 'POST');
  const fields = new URLSearchParams(post?.whole.split('\n').at(-1));
  expect([...fields.keys()].sort()).toEqual(['act', 'headline', 'text']);
  expect(fields.get('text')?.replaceAll('\r\n', '\n')).toBe(text);
  const whole = sent.map((one) => one.whole).join('\n');
  expect(row?.fingerprints.length).toBeGreaterThan(5);
  for (const fingerprint of row?.fingerprints ?? []) {
    expect(whole).not.toContain(String(fingerprint));
    expect(whole).not.toContain(fingerprint.toString(16));
  }
  expect(whole).not.toContain(row?.id ?? 'no id');
});
