/** The reports of all readers, as an editor of the newsroom sees and decides them in the article. */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { waitUntil } from '../drivers/wait.ts';
import {
  BAR,
  CARD,
  pressWords,
  readReported,
  sendReport,
  setArticle,
  signIn,
  useNewsroom,
  WHEEL,
  waitForNone,
  waitForPlaced,
} from './placed-newsroom.ts';
import { changeSettings, copy, openArticle, readShadowText, useSession } from './session.ts';

const session = useSession();
const newsroom = useNewsroom();

const WOOD = { exact: 'pear wood', prefix: 'model of the wheel out of ', suffix: '.' };
const LOST = { exact: 'no such words', prefix: 'something else that ', suffix: ' ever stood here' };

beforeEach(() => signIn(session, newsroom));

const press = (page: Page, host: string, value: string) =>
  session.driver.clickInShadow(page, host, `button[value="${value}"]`);
const waitForButton = (page: Page, value: string) =>
  session.driver.waitForShadow(page, CARD, `button[value="${value}"]:not([aria-disabled="true"])`);
const readFocus = (page: Page, host: string) =>
  session.driver.inShadow(
    page,
    host,
    (root) => root.activeElement?.getAttribute('value') ?? root.activeElement?.localName ?? '',
  );
const waitForState = (canonical: string, state: string) =>
  waitUntil(async () => (await readReported(newsroom, canonical)).state === state, { what: state });

describe('an editor', () => {
  it('sees what readers have reported of the article, and goes from one to the next', async () => {
    const path = await setArticle(session, newsroom, '/steps.html');
    for (const told of [WHEEL, WHEEL, WOOD, LOST]) {
      await sendReport(session, newsroom, path, told);
    }
    const page = await openArticle(session, path);
    await waitForPlaced(page, 'great wheel', 'pear wood');
    await session.driver.waitForShadow(page, BAR, 'section');
    expect(await readShadowText(session, page, BAR, '[role="status"]')).toBe(
      '2 reported mistakes on this page1 more is not found in the text',
    );
    expect(await session.driver.axe(page, BAR)).toEqual([]);
    await press(page, BAR, 'on');
    await session.driver.waitForShadow(page, CARD, '[role="dialog"]');
    expect(await readShadowText(session, page, CARD, 'h2')).toBe('Reported by 2 readers');
    expect(await readFocus(page, CARD)).toBe('div');
    expect(await session.driver.axe(page, CARD)).toEqual([]);
    await press(page, CARD, 'on');
    expect(await readShadowText(session, page, CARD, '.sentence')).toContain('pear wood');
    expect(await readFocus(page, CARD)).toBe('on');
    await press(page, CARD, 'on');
    expect(await readShadowText(session, page, CARD, '.sentence')).toContain('great');
    await page.keyboard.press('Escape');
    await waitForNone(page, CARD);
    expect(await readFocus(page, BAR)).toBe('on');
    await press(page, BAR, 'close');
    await waitForNone(page, BAR);
    await waitForPlaced(page, 'great wheel', 'pear wood');
    await page.close();
  });

  it('accepts, takes it back, rejects with a reason, and takes that back', async () => {
    const path = await setArticle(session, newsroom, '/decide.html');
    const canonical = await sendReport(session, newsroom, path, WHEEL);
    const page = await openArticle(session, path);
    await waitForPlaced(page, 'great wheel');
    await pressWords(page, '#p1', 'great');
    await waitForButton(page, 'accepted');
    await press(page, CARD, 'accepted');
    await waitForButton(page, 'fixed');
    await waitForState(canonical, 'accepted');
    expect(await readShadowText(session, page, CARD, '.decisions [role="status"]')).toBe(
      english.reviewDecidedAccepted,
    );
    expect(await readFocus(page, CARD)).toBe('fixed');
    await press(page, CARD, 'new');
    await waitForButton(page, 'rejected');
    await waitForState(canonical, 'new');
    await press(page, CARD, 'rejected');
    await session.driver.waitForShadow(page, CARD, 'input');
    await page.keyboard.type('it is great');
    await page.keyboard.press('Enter');
    await waitForButton(page, 'new');
    await waitForState(canonical, 'rejected');
    expect((await readReported(newsroom, canonical)).reason).toBe('it is great');
    // No mistake any more, but the way back is there.
    await waitForPlaced(page);
    expect(await session.driver.axe(page, CARD)).toEqual([]);
    await press(page, CARD, 'new');
    await waitForButton(page, 'accepted');
    await waitForState(canonical, 'new');
    await waitForPlaced(page, 'great wheel');
    await page.close();
  });

  it('is told when somebody else has decided meanwhile, and sees what', async () => {
    const path = await setArticle(session, newsroom, '/conflict.html');
    const canonical = await sendReport(session, newsroom, path, WHEEL);
    const page = await openArticle(session, path);
    await waitForPlaced(page, 'great wheel');
    const url = `${newsroom.base}api/reports/${encodeURIComponent(canonical)}`;
    const headers = { authorization: `Bearer ${newsroom.token}` };
    const etag = (await fetch(url, { headers })).headers.get('etag') ?? '';
    await fetch(`${url}/decisions`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'if-match': etag },
      body: JSON.stringify({ state: 'accepted' }),
    });
    await pressWords(page, '#p1', 'great');
    await waitForButton(page, 'rejected');
    await press(page, CARD, 'rejected');
    await session.driver.waitForShadow(page, CARD, 'input');
    await page.keyboard.press('Enter');
    await session.driver.waitForShadow(page, CARD, '.failed');
    expect(await readShadowText(session, page, CARD, '.failed')).toBe(english.reviewConflict);
    await waitForButton(page, 'fixed');
    expect((await readReported(newsroom, canonical)).state).toBe('accepted');
    await page.close();
  });

  it('tells by a look that a mistake is gone', async () => {
    const path = await setArticle(session, newsroom, '/gone.html', (html) =>
      html.replace('broke its great wheel', 'broke its large wheel'),
    );
    const canonical = await sendReport(session, newsroom, path, WHEEL);
    const page = await openArticle(session, path);
    await waitUntil(async () => (await readReported(newsroom, canonical)).sightings.byEditor, {
      what: 'an editor’s sighting',
    });
    expect(await page.$$(BAR)).toHaveLength(0);
    await page.close();
  });

  it('is told how a decision went though the page is looked at anew meanwhile', async () => {
    const path = await setArticle(session, newsroom, '/meanwhile.html');
    await sendReport(session, newsroom, path, WHEEL);
    const page = await openArticle(session, path);
    await waitForPlaced(page, 'great wheel');
    await pressWords(page, '#p1', 'great');
    await waitForButton(page, 'accepted');
    const { promise, resolve } = Promise.withResolvers<void>();
    newsroom.held = promise;
    newsroom.asked.length = 0;
    await press(page, CARD, 'accepted');
    await session.driver.waitForShadow(page, CARD, 'button[aria-disabled="true"]');
    await changeSettings(session, { reporting: { notifyFixed: true } });
    await waitUntil(async () => newsroom.asked.some((one) => one.includes('page=')), {
      what: 'another look',
    });
    resolve();
    await waitForButton(page, 'fixed');
    await page.close();
  });

  it('has the note of a copy beside the bar where the window is narrow', async () => {
    const path = await setArticle(session, newsroom, '/narrow.html');
    await sendReport(session, newsroom, path, WHEEL);
    const page = await openArticle(session, path);
    await session.driver.setViewport(page, 400, 700);
    await waitForPlaced(page, 'great wheel');
    await session.driver.waitForShadow(page, BAR, 'section');
    await copy(session, page, {
      css: '#p1',
      text: 'On Sunday the town council voted, with one voice against, to pay for a new wheel',
    });
    await session.driver.waitForShadow(page, 'sic-note', 'section p');
    const readBox = (host: string) =>
      session.driver.inShadow(page, host, (root) => {
        const { top = 0, bottom = 0 } =
          root.querySelector('section')?.getBoundingClientRect() ?? {};
        return { top, bottom };
      });
    const [note, bar] = [await readBox('sic-note'), await readBox(BAR)];
    expect(note.bottom).toBeGreaterThan(0);
    expect(note.bottom).toBeLessThanOrEqual(bar.top);
    await page.close();
  });
});
