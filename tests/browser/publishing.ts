/**
 * What the tests of publishing start from: pages with forms and buttons that send a text out, a server that says what has
 * come and keeps the sender waiting, and an administrator's policy.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { DriverOptions } from '../drivers/driver.ts';
import type { SiteOptions } from '../drivers/site.ts';
import { waitUntil } from '../drivers/wait.ts';
import { browserName, extensionFolder } from './session.ts';

export const PUBLISHED = '/published.html';

/** Takes what is published, and answers when it is let. */
export interface Press {
  site: SiteOptions;
  /** the bodies that have come, as they were sent */
  readonly received: string[];
  /** what is received from now on is answered only once `answer` is called */
  hold(): void;
  answer(): void;
  reset(): void;
}

export function createPress(): Press {
  const received: string[] = [];
  let waiting: (() => void)[] = [];
  let isHolding = false;
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (request.method !== 'POST') return false;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    received.push(Buffer.concat(chunks).toString());
    if (isHolding) await new Promise<void>((resolve) => waiting.push(resolve));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>published</title><p id="published">It is out.</p>');
    return true;
  }
  const answer = () => {
    for (const resolve of waiting) resolve();
    waiting = [];
    isHolding = false;
  };
  return {
    site: { handle },
    received,
    hold() {
      isHolding = true;
    },
    answer,
    reset() {
      answer();
      received.length = 0;
    },
  };
}

/** A form around a plain field, with buttons of several kinds. */
export const FORM = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Write</title>
<h1>Write</h1><form id="form" method="post" action="${PUBLISHED}">
<p><label>Headline <input id="headline" name="headline"></label></p>
<textarea id="field" name="text" rows="12" cols="80" aria-label="Text"></textarea>
<button id="publish" name="act" value="publish">Publish</button>
<button id="draft" name="act" value="draft">Save draft</button></form>
<form id="other" method="post" action="${PUBLISHED}"><button id="subscribe">Subscribe</button></form>`;

/** The same, sent by the page's script, which stays: of a page that is being left nothing can be asked. */
export const STAYING_FORM = `${FORM}<script>
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(event.target, event.submitter));
    void fetch('${PUBLISHED}', { method: 'POST', body });
  });
</script>`;

/** An app without a form, that sends by its own script. */
export const APP = `<!doctype html><html lang="en"><meta charset="utf-8"><title>App</title>
<h1>App</h1><div id="field" contenteditable="true" role="textbox" aria-label="Text" style="min-height: 200px"></div>
<div id="send" role="button" tabindex="0">Post</div>
<script>
  document.querySelector('#send').addEventListener('click', () => {
    void fetch('${PUBLISHED}', { method: 'POST', body: document.querySelector('#field').innerHTML });
  });
</script>`;

/** Waits until so many texts have come. */
export async function waitForReceived({ received }: Press, count: number): Promise<string[]> {
  return waitUntil(async () => (received.length >= count ? [...received] : null), {
    what: `${count} published texts`,
  });
}

/** Long enough for what is held to have come, had it not been held. */
export async function waitForNothing(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
}

/**
 * A driver's options with an administrator's policy. Firefox reads it from the person's home; Chromium from a folder of
 * the machine's, which is not the tests' to write: there the background is handed it in the place of its storage.
 */
export function usePolicy(policy: object): { driver: Partial<DriverOptions>; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'sic-policy-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const data = JSON.stringify(policy);
  if (browserName === 'firefox') {
    const manifest = readFileSync(join(extensionFolder, 'manifest.json'), 'utf8');
    const [, id = ''] = /"id": "([^"]+)"/.exec(manifest) ?? [];
    const place = join(folder, '.mozilla/managed-storage');
    mkdirSync(place, { recursive: true });
    const said = { name: id, description: 'of the tests', type: 'storage', data: policy };
    writeFileSync(join(place, `${id}.json`), JSON.stringify(said));
    return { driver: { env: { HOME: folder } }, remove };
  }
  const extension = join(folder, 'extension');
  cpSync(extensionFolder, extension, { recursive: true });
  const background = join(extension, 'background.js');
  const shim = `chrome.storage.managed.get = (...given) => { const policy = ${data}; const tell = given.at(-1); if (typeof tell === 'function') tell(policy); return Promise.resolve(policy); };\n`;
  writeFileSync(background, shim + readFileSync(background, 'utf8'));
  return { driver: { extension }, remove };
}
