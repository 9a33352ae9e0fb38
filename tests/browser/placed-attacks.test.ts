/** Pages that would write in an editor's card, press in it, take it elsewhere, or have it believe what is not so. */
import { beforeEach, expect, it } from 'vitest';
import { pause } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  CARD,
  openCard,
  openReported,
  readReported,
  sendReport,
  setArticle,
  signIn,
  useNewsroom,
  WHEEL,
  waitForPlaced,
} from './placed-newsroom.ts';
import { openArticle, useSession } from './session.ts';

const session = useSession();
const newsroom = useNewsroom();

beforeEach(() => signIn(session, newsroom));

it('a page that writes in the field of the reason, selects it or takes the focus from it does none of it', async () => {
  const { page, canonical } = await openReported(session, newsroom, '/writing.html');
  await openCard(session, page);
  await session.driver.clickInShadow(page, CARD, 'button[value="rejected"]');
  await session.driver.waitForShadow(page, CARD, 'input');
  const attack = () =>
    page.evaluate(async () => {
      const scope = globalThis as unknown as { read: string[] };
      scope.read ??= [];
      document.execCommand('insertText', false, 'bought words');
      document.execCommand('selectAll');
      scope.read.push(String(getSelection()));
      document.execCommand('delete');
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement) activeElement.blur();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return scope.read;
    });
  await attack();
  await page.keyboard.type('it is ');
  await attack();
  await page.keyboard.type('great');
  const read = await attack();
  await page.keyboard.press('Enter');
  await session.driver.waitForShadow(page, CARD, '.decided');
  expect(await readReported(newsroom, canonical)).toMatchObject({
    state: 'rejected',
    reason: 'it is great',
  });
  expect(read.join('')).not.toMatch(/great|it is/);
  await page.close();
});

it('a page that takes the card into a tree of its own reads nothing that is typed there', async () => {
  const { page } = await openReported(session, newsroom, '/moving.html');
  await openCard(session, page);
  await session.driver.clickInShadow(page, CARD, 'button[value="rejected"]');
  await session.driver.waitForShadow(page, CARD, 'input');
  await page.evaluate((name) => {
    const scope = globalThis as unknown as { keys: string[] };
    scope.keys = [];
    addEventListener('keydown', ({ key }) => scope.keys.push(key), true);
    const trap = document.body.appendChild(document.createElement('div'));
    const root = trap.attachShadow({ mode: 'open' });
    const card = document.querySelector(name);
    if (card === null) throw new Error('no card');
    // In Chromium, what is moved so keeps the focus.
    type Mover = ShadowRoot & { moveBefore?(node: Node, before: Node | null): void };
    const mover: Mover = root;
    if (mover.moveBefore === undefined) root.append(card);
    else mover.moveBefore(card, null);
    root.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent) scope.keys.push(event.key);
    });
  }, CARD);
  await waitInPage(
    page,
    (name) => {
      const [last] = [...document.querySelectorAll('div')]
        .reverse()
        .filter((one) => one.shadowRoot);
      return last?.shadowRoot?.querySelector(name) === null;
    },
    CARD,
  );
  // Nothing of it is left that could take what is typed.
  expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('div');
  await openCard(session, page);
  await page.close();
});

it('a page that is without its root for a while shows its mistakes when that is back', async () => {
  const { page } = await openReported(session, newsroom, '/rootless.html');
  await page.evaluate(() => {
    const root = document.documentElement;
    root.remove();
    setTimeout(() => document.append(root), 1_500);
  });
  await pause(1_600);
  await waitForPlaced(page, 'great wheel');
  await openCard(session, page);
  await page.close();
});

it('a page with builtins of its own learns nothing of an editor’s card, and decides nothing in it', async () => {
  const { page, canonical } = await openReported(session, newsroom, '/bent.html', (html) =>
    html.replace(
      '<head>',
      `<head><script>
        window.learnt = [];
        const note = (one) => { if (/^sic-/i.test(one?.localName ?? one?.host?.localName ?? '')) learnt.push(String(one.localName)); };
        for (const owner of [Element.prototype, HTMLElement.prototype, Node.prototype, EventTarget.prototype, Range.prototype, Document.prototype])
          for (const name of Object.getOwnPropertyNames(owner)) {
            const found = Object.getOwnPropertyDescriptor(owner, name);
            if (typeof found.value !== 'function' || name === 'constructor' || !found.configurable) continue;
            const real = found.value;
            Object.defineProperty(owner, name, { ...found, value(...args) { note(this); args.forEach(note); return real.apply(this, args); } });
          }
        Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true });
        HighlightRegistry.prototype.set = function () {};
        MutationObserver = class { observe() {} disconnect() {} };
      </script>`,
    ),
  );
  await page.evaluate(() => {
    const paragraph = document.querySelector('#p1');
    const { x = 0, y = 0 } = paragraph?.getBoundingClientRect() ?? {};
    for (let at = 0; at < 900; at += 5) {
      const point = { clientX: x + at, clientY: y + 10, bubbles: true, composed: true, detail: 1 };
      paragraph?.dispatchEvent(new MouseEvent('click', point));
    }
  });
  await pause(200);
  expect(await page.$$(CARD)).toHaveLength(0);
  await openCard(session, page);
  await page.evaluate((name) => {
    const host = document.querySelector<HTMLElement>(name);
    const all = { bubbles: true, composed: true, cancelable: true };
    host?.focus();
    host?.click();
    for (const key of ['Enter', ' ', 'Tab']) {
      host?.dispatchEvent(new KeyboardEvent('keydown', { key, ...all }));
      host?.dispatchEvent(new KeyboardEvent('keyup', { key, ...all }));
    }
    host?.dispatchEvent(new MouseEvent('click', all));
    host?.dispatchEvent(new SubmitEvent('submit', all));
    document.execCommand('insertParagraph');
  }, CARD);
  await pause(300);
  expect(await readReported(newsroom, canonical)).toMatchObject({ state: 'new' });
  expect(
    await page.evaluate(() => (globalThis as unknown as { learnt: string[] }).learnt.length),
  ).toBeLessThan(20);
  await session.driver.clickInShadow(page, CARD, 'button[value="accepted"]');
  await session.driver.waitForShadow(page, CARD, 'button[value="new"]');
  expect(await readReported(newsroom, canonical)).toMatchObject({ state: 'accepted' });
  await page.close();
});

it('words that would be markup are words in the card', async () => {
  const path = '/markup.html';
  await setArticle(session, newsroom, path);
  const canonical = await sendReport(session, newsroom, path, {
    ...WHEEL,
    correction: '<img src=x onerror="document.title=1"><b>big</b>',
    comment: '<a href="javascript:alert(1)">see</a> <script>document.title = 2</script>',
  });
  const page = await openArticle(session, path);
  await waitForPlaced(page, 'great wheel');
  await openCard(session, page);
  const found = await session.driver.inShadow(page, CARD, (root) => ({
    count: root.querySelectorAll('img, b, a, script').length,
    text: root.querySelector('[role="dialog"]')?.textContent ?? '',
  }));
  expect(found.count).toBe(0);
  expect(found.text).toContain('<script>document.title = 2</script>');
  expect((await readReported(newsroom, canonical)).state).toBe('new');
  await page.close();
});

it('a page that turns its words round and round is left in peace, and nobody is told that they were fixed', async () => {
  const { page, canonical } = await openReported(session, newsroom, '/turning.html');
  await page.evaluate(() => {
    const text = document.querySelector('#p1')?.firstChild;
    if (!(text instanceof Text)) throw new Error('no text');
    const [one, other] = [text.data, text.data.replace('great wheel', 'large wheel')];
    let turns = 0;
    const timer = setInterval(() => {
      for (let again = 0; again < 50; again += 1) {
        turns += 1;
        text.data = turns % 2 === 0 ? one : other;
      }
      text.data = turns % 100 === 0 ? one : other;
      if (turns <= 10_000) return;
      clearInterval(timer);
      // What it comes to rest with is what it is judged by.
      text.data = one;
    }, 20);
  });
  await pause(6_000);
  expect(await readReported(newsroom, canonical)).toMatchObject({
    state: 'new',
    sightings: { byEditor: false, readers: 0 },
  });
  await page.close();
});
