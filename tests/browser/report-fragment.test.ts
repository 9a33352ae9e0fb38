/** A reported word is where the report's link leads: at a paragraph's start, where its context stands in a heading. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { readFragment } from '../../src/model/read-fragment.ts';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  browserName,
  openDialog,
  openDialogOnSelection,
  openPage,
  readQuote,
  report,
  type Session,
  sendDialog,
  useSession,
} from './session.ts';

// By which Chromium tells what it has matched.
const args = browserName === 'chromium' ? ['--enable-blink-features=TextFragmentAPI'] : [];
const session = useSession({ driver: { args } });

const WORD = { css: '#late', text: 'Recieved' };
const FAR = '<div style="height: 4000px"></div>';

/** Serves a page of the fixtures in which the word stands twice, the second time far down and behind a heading. */
async function setPage({ site }: Session, path: string, fixture: string): Promise<void> {
  const html = await (await fetch(`${site.origin}${fixture}`)).text();
  const late = '<h2 id="heading">What the press office said</h2>\n<p id="late">Recieved with joy';
  site.setPage(
    path,
    html
      // What it says of its own address, too.
      .replaceAll(fixture, path)
      .replace('</article>', `<p>They recieved it.</p>${FAR}${late} by all.</p>${FAR}</article>`)
      .replace(
        '</body>',
        '<footer><a href="mailto:sedge.hollow.corrections@gmail.com">Corrections</a></footer></body>',
      ),
  );
}

/** Opens a link in a tab of its own; resolves when the late paragraph is in view there, and closes it. */
async function expectToLead(link: string): Promise<void> {
  const page: Page = await session.driver.newPage(link);
  await waitInPage(page, () => {
    const { top, bottom } =
      document.querySelector('#late')?.getBoundingClientRect() ?? new DOMRect();
    return scrollY > 0 && bottom > 0 && top < innerHeight;
  });
  if (browserName === 'chromium') {
    const matched = await page.evaluate(`document.fragmentDirective.items[0].getMatchingRange()
      .then((range) => [String(range), range.startContainer.parentElement.id])`);
    expect(matched).toEqual(['Recieved', 'late']);
  }
  await page.close();
}

it('names in the annotation the fragment by which the browser goes to the word', async () => {
  await setPage(session, '/late.html', '/article.html');
  const page = await openPage(session, '/late.html');
  await report(session, page, WORD, { correction: 'Received' });
  const [annotation] = await session.endpoint.waitForStored(1);
  expect(annotation?.target.selector.map(({ type }) => type)).toEqual([
    'TextQuoteSelector',
    'TextPositionSelector',
    'FragmentSelector',
  ]);
  // Its context is that of another block, of which no browser finds a piece next to the word.
  expect(readQuote(annotation).prefix).toContain('press office');
  const directive = readFragment(annotation?.target.selector ?? []);
  expect(directive).toContain('Recieved');
  await page.close();
  await expectToLead(`${annotation?.target.source}#:~:text=${directive}`);
});

it('leads by the link of a letter to the word', async () => {
  await setPage(session, '/late-letter.html', '/no-service.html');
  const page = await openPage(session, '/late-letter.html');
  await openDialog(session, page, WORD);
  const href = await session.driver.inShadow(
    page,
    'sic-dialog',
    (root) => root.querySelector<HTMLAnchorElement>('a[href^="mailto:"]')?.href ?? '',
  );
  const [, link = ''] = new URL(href).searchParams.get('body')?.split('\r\n') ?? [];
  expect(link.startsWith(`${session.site.origin}/late-letter.html#:~:text=`), link).toBe(true);
  await page.close();
  await expectToLead(link);
});

it('names none where the page gives the address of another for its own', async () => {
  await setPage(session, '/late.html', '/article.html');
  const html = await (await fetch(`${session.site.origin}/late.html`)).text();
  session.site.setPage('/late-copy.html', html);
  const page = await openPage(session, '/late-copy.html');
  await report(session, page, WORD);
  const [annotation] = await session.endpoint.waitForStored(1);
  expect(annotation?.target.source).toBe(`${session.site.origin}/late.html`);
  expect(annotation?.target.selector.map(({ type }) => type)).not.toContain('FragmentSelector');
  await page.close();
});

it.each([
  ['of its own address, by that', 'src="/framed-words.html"', '/framed-words.html'],
  ['that only its page shows, by none', 'srcdoc="<p id=late>Recieved with joy</p>"', null],
])('opens the words of a frame %s', async (_, frame, own) => {
  const { site } = session;
  const html = await (await fetch(`${site.origin}/article.html`)).text();
  site.setPage('/framed-words.html', '<!doctype html><p id=late>Recieved with joy</p>');
  site.setPage('/framed.html', html.replace('</article>', `<iframe ${frame}></iframe></article>`));
  const page = await openPage(session, '/framed.html');
  const inner = await (await page.waitForSelector('iframe'))?.contentFrame();
  if (inner == null) throw new Error('no frame');
  await inner.waitForSelector('#late');
  await page.bringToFront();
  await waitUntil(
    async () => {
      await inner.click('#late');
      return inner.evaluate(() => document.hasFocus());
    },
    { what: 'the frame’s focus' },
  );
  await inner.evaluate(() => getSelection()?.selectAllChildren(document.body));
  await openDialogOnSelection(session, page);
  await sendDialog(session, page);
  const [annotation] = await session.endpoint.waitForStored(1);
  const said = readFragment(annotation?.target.selector ?? []);
  expect(said).toEqual(own === null ? null : expect.stringContaining('Recieved'));
  if (own !== null) expect(annotation?.target.source).toBe(`${site.origin}${own}`);
  await page.close();
});
