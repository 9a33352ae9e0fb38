/** Pages that stand in the way of reported mistakes, or would read along. */
import { beforeEach, expect, it } from 'vitest';
import { pause } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  CARD,
  openCard,
  openReported,
  pressWords,
  readPlaced,
  readReported,
  signIn,
  useNewsroom,
  waitForNone,
  waitForPlaced,
} from './placed-newsroom.ts';
import { useSession } from './session.ts';

const session = useSession();
const newsroom = useNewsroom();

beforeEach(() => signIn(session, newsroom));

it('a page that stops every event it can loses nothing of what an editor does, and learns none of it', async () => {
  const { page, canonical } = await openReported(session, newsroom, '/stopping.html', (html) =>
    html.replace(
      '<head>',
      `<head><script>
        window.heard = [];
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'submit', 'change', 'focusin'])
          addEventListener(type, (event) => {
            if (/^sic-/i.test(event.target.localName ?? '')) heard.push(type + (event.key ?? event.data ?? ''));
            event.stopImmediatePropagation();
            if (type === 'click' || type === 'submit') event.preventDefault();
          }, true);
      </script>`,
    ),
  );
  await openCard(session, page);
  await session.driver.clickInShadow(page, CARD, 'button[value="rejected"]');
  await session.driver.waitForShadow(page, CARD, 'input');
  await page.keyboard.type('no');
  await page.keyboard.press('Enter');
  await session.driver.waitForShadow(page, CARD, '.decided');
  expect(await readReported(newsroom, canonical)).toMatchObject({
    state: 'rejected',
    reason: 'no',
  });
  expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual(
    [],
  );
  await page.close();
});

it('a press on a link, a field, or what lies over the words stays the page’s', async () => {
  const { page } = await openReported(session, newsroom, '/links.html', (html) =>
    html.replace('great wheel', 'great <a id="link" href="#after">wheel</a>'),
  );
  await pressWords(page, '#link', 'wheel');
  await waitInPage(page, () => location.hash === '#after');
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9';
    cover.textContent = 'A newsletter';
    document.body.append(cover);
  });
  await pressWords(page, '#p1', 'great');
  await pause(300);
  expect(await page.$$(CARD)).toHaveLength(0);
  await page.evaluate(() => document.body.lastElementChild?.remove());
  // A press that the page makes up is nobody's.
  await page.evaluate(() => {
    const [range] = CSS.highlights.get('sic-report') ?? [];
    if (!(range instanceof Range)) throw new Error('no place');
    const { x, y } = range.getBoundingClientRect();
    const at = { bubbles: true, composed: true, clientX: x + 3, clientY: y + 3, detail: 1 };
    document.querySelector('#p1')?.dispatchEvent(new MouseEvent('click', at));
  });
  await pause(300);
  expect(await page.$$(CARD)).toHaveLength(0);
  await openCard(session, page);
  await page.close();
});

it('a page that takes the card out gets its way, and the next press opens it again', async () => {
  const { page } = await openReported(session, newsroom, '/taking.html');
  await openCard(session, page);
  await page.evaluate((name) => document.querySelector(name)?.remove(), CARD);
  await waitForNone(page, CARD);
  await openCard(session, page);
  await page.close();
});

it('a page that corrects its text under the open card has no card on it any more', async () => {
  const { page } = await openReported(session, newsroom, '/correcting.html');
  await openCard(session, page);
  await page.evaluate(() => {
    const text = document.querySelector('#p1')?.firstChild;
    if (text instanceof Text) text.data = text.data.replace('great wheel', 'large wheel');
  });
  await waitForNone(page, CARD);
  expect(await readPlaced(page)).toEqual([]);
  await page.close();
});

it('a page that writes its document anew has its mistakes shown in it again', async () => {
  const { page } = await openReported(session, newsroom, '/rewriting.html');
  await page.evaluate(() => {
    const html = document.documentElement.outerHTML.replace(/<sic-.*?<\/sic-[a-z-]+>/g, '');
    document.open();
    document.write(html);
    document.close();
  });
  await waitForPlaced(page, 'great wheel');
  await openCard(session, page);
  await page.close();
});
