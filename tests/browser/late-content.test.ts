/** Pages whose text comes late, grows, or is drawn again and again. */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { pause, waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  type App,
  FERRY,
  FERRY_TITLE,
  LAMPS,
  LAMPS_TITLE,
  openApp,
  waitForLine,
  waitForNoLine,
} from './app.ts';
import { changeSettings, copy, isTakenForArticle, useSession } from './session.ts';

declare const app: App;

const session = useSession();

// The app's articles ask for nothing.
beforeEach(() => changeSettings(session, { attribution: { when: 'always' } }));

/** Opens the app at a story of which nothing stands yet. */
async function openEmpty(): Promise<Page> {
  const page = await openApp(
    session,
    LAMPS,
    '<style>main:empty::before { content: "…" }</style><script>app.draw = () => {};</script>',
  );
  // Judged as it is, whatever its address may promise: where there is no text there is no line.
  await isTakenForArticle(session, page);
  expect(await page.$$('sic-source')).toHaveLength(0);
  return page;
}

/** Counts, in the page, how often a source line is put in and taken out. */
async function countLines(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const lines = { count: 0 };
    Object.assign(window, { lines });
    new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) {
        for (const node of [...addedNodes, ...removedNodes]) {
          if (node.nodeName === 'SIC-SOURCE') lines.count += 1;
        }
      }
    }).observe(document, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => (window as unknown as { lines: { count: number } }).lines.count);
}

describe('an article whose text is not there when the page is', () => {
  it('is seen when the text comes, seconds later and all at once', async () => {
    const page = await openEmpty();
    await pause(2_000);
    await page.evaluate(() => {
      const box = document.querySelector('#app');
      if (box) box.innerHTML = app.write();
    });
    await waitForLine(session, page, LAMPS_TITLE);
    expect((await copy(session, page, '#p2')).plain.endsWith(LAMPS)).toBe(true);
    await page.close();
  });

  it('is seen when the text comes piece by piece, and the line stands behind the last one', async () => {
    const page = await openEmpty();
    await page.evaluate(async () => {
      const whole = document.createElement('div');
      whole.innerHTML = app.write();
      const story = document.createElement('article');
      document.querySelector('#app')?.append(story);
      for (const piece of [...(whole.firstElementChild?.children ?? [])]) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        story.append(piece);
      }
    });
    await waitForLine(session, page, LAMPS_TITLE);
    await waitInPage(page, () => {
      const story = document.querySelector('article');
      return (
        story?.querySelectorAll('p').length === 7 &&
        story.lastElementChild?.localName === 'sic-source'
      );
    });
    await page.close();
  });

  it('is seen when its words take the place of others in the same elements', async () => {
    const page = await openEmpty();
    await page.evaluate(() => {
      const box = document.querySelector('#app');
      if (box) box.innerHTML = app.write();
      for (const one of document.querySelectorAll('h1, .author, #app p:not(.byline)')) {
        one.textContent = '…';
      }
    });
    await pause(500);
    await page.evaluate(() => app.fill());
    await waitForLine(session, page, LAMPS_TITLE);
    await page.close();
  });

  it('gets its line at the end of the body when only the lead stood at first', async () => {
    const page = await openEmpty();
    await page.evaluate(() => {
      const box = document.querySelector('#app');
      if (box) box.innerHTML = app.write();
      const story = document.querySelector('article');
      story?.insertAdjacentHTML('beforeend', '<div id="lead"></div><div id="body"></div>');
      const paragraphs = [...document.querySelectorAll('article > p:not(.byline)')];
      document.querySelector('#lead')?.append(...paragraphs.slice(0, 2));
      for (const one of paragraphs.slice(2)) one.remove();
      document.head.insertAdjacentHTML(
        'beforeend',
        '<meta property="og:type" content="article"><meta property="article:published_time" content="2026-11-03T08:00:00Z">',
      );
      Object.assign(window, {
        goOn: () => document.querySelector('#body')?.append(...paragraphs.slice(2)),
      });
    });
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate(() => (window as unknown as { goOn(): void }).goOn());
    await waitInPage(page, () => {
      const [line, last] = ['sic-source', '#p6'].map((css) => document.querySelector(css));
      if (!line || !last) return false;
      return last.compareDocumentPosition(line) === Node.DOCUMENT_POSITION_FOLLOWING;
    });
    await page.close();
  });

  it('takes what the head says later', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate(() =>
      document.head.insertAdjacentHTML(
        'beforeend',
        '<meta property="og:site_name" content="The Quay Weekly">',
      ),
    );
    await waitUntil(
      () =>
        session.driver.inShadow(
          page,
          'sic-source',
          (root) => root.querySelector('.details')?.textContent?.includes('Quay Weekly') === true,
        ),
      { what: 'the publisher in the line' },
    );
    expect(await page.$$('sic-source')).toHaveLength(1);
    await page.close();
  });
});

describe('a page that puts comments below its article', () => {
  it('has them behind the line', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate(() => {
      const said = '<p>I have walked there every evening of my life, and I approve of this.</p>';
      document
        .querySelector('#story')
        ?.insertAdjacentHTML('beforeend', `<section id="comments">${said.repeat(9)}</section>`);
    });
    await pause(1_000);
    expect(
      await page.evaluate(() => document.querySelector('sic-source')?.nextElementSibling?.id),
    ).toBe('comments');
    await page.close();
  });
});

describe('a page that puts the next article below', () => {
  it('keeps the line at the first, though the next is longer', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate((route) => {
      const next = app.write(route).replaceAll('id="', 'id="next-');
      document.querySelector('#app')?.insertAdjacentHTML('beforeend', next + next);
      const paragraphs = document.querySelectorAll('#next-story p');
      for (const one of paragraphs) one.after(one.cloneNode(true));
    }, FERRY);
    await pause(1_200);
    expect(await waitForLine(session, page, LAMPS_TITLE)).toContain(LAMPS);
    expect(await page.evaluate(() => document.querySelector('sic-source')?.parentElement?.id)).toBe(
      'story',
    );
    await page.close();
  });
});

it('names the next one once the page has taken its address and title', async () => {
  const page = await openApp(session, LAMPS);
  await waitForLine(session, page, LAMPS_TITLE);
  await page.evaluate(
    (route, title) => {
      app.go(route, {
        draw: () => {
          const next = app.write(route).replaceAll('id="', 'id="next-');
          const box = document.querySelector('#app');
          box?.insertAdjacentHTML('beforeend', next);
          box?.querySelector('article')?.remove();
          document.title = title;
        },
      });
    },
    FERRY,
    FERRY_TITLE,
  );
  expect(await waitForLine(session, page, FERRY_TITLE)).toContain(FERRY);
  await page.close();
});

describe('a page that takes the line out', () => {
  it('gets it back', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate(() => document.querySelector('sic-source')?.remove());
    await waitForLine(session, page, LAMPS_TITLE);
    await page.close();
  });

  it('gets it back when it draws the whole article anew', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate(() => app.draw());
    await waitForLine(session, page, LAMPS_TITLE);
    await page.close();
  });

  it('gets its way when it insists, and keeps its article', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    const count = await countLines(page);
    await page.evaluate(() => {
      const remove = () => document.querySelector('sic-source')?.remove();
      new MutationObserver(remove).observe(document, { childList: true, subtree: true });
      remove();
    });
    await waitForNoLine(page);
    await pause(4_000);
    expect(await count()).toBeLessThanOrEqual(7);
    expect(await page.$$('sic-source')).toHaveLength(0);
    expect((await copy(session, page, '#p2')).plain).toContain(`Source: ${LAMPS_TITLE}`);
    await page.close();
  });

  it('keeps no empty one where it puts a copy of itself back', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate(() => {
      const copy = document.body.cloneNode(true);
      document.body.replaceWith(copy);
    });
    await waitForLine(session, page, LAMPS_TITLE);
    await page.close();
  });
});

describe('a page that never stands still', () => {
  it('is judged a few times, however often it changes', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    const count = await countLines(page);
    // An article and none by turns: each judgement that comes out otherwise puts the line in or takes it out.
    const turns = await page.evaluate(async () => {
      const box = document.querySelector('#app');
      const [story, front] = [app.write(), app.write('/')];
      for (let turn = 0; turn < 250; turn += 1) {
        if (box) box.innerHTML = Math.random() < 0.5 ? story : front;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return 250;
    });
    expect(await count()).toBeLessThan(turns / 20);
    await page.close();
  });

  it('is judged no more often for changing its address all the time', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    const count = await countLines(page);
    const turns = await page.evaluate(
      async (routes) => {
        // Browsers take no more than two hundred addresses in ten seconds.
        for (let turn = 0; turn < 150; turn += 1) {
          app.go(`${routes[Math.random() < 0.5 ? 0 : 1]}?turn=${turn}`, { how: 'replaceState' });
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
        return 150;
      },
      [LAMPS, '/'],
    );
    expect(await count()).toBeLessThan(turns / 4);
    await page.close();
  });

  it('does not keep an article from being seen that comes late', async () => {
    const page = await openEmpty();
    await page.evaluate(() => {
      const ticker = document.createElement('p');
      document.querySelector('header')?.append(ticker);
      setInterval(() => {
        ticker.textContent = String(Math.random());
      }, 20);
      setTimeout(() => {
        const box = document.querySelector('#app');
        if (box) box.innerHTML = app.write();
      }, 2_000);
    });
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate((route) => app.go(route, { draw: () => undefined }), '/');
    await page.evaluate(() => document.querySelector('#app')?.replaceChildren());
    await waitForNoLine(page);
    await page.close();
  });
});

describe('a page that is not shown', () => {
  it('is judged when it is', async () => {
    const page = await openApp(session, '/');
    session.site.setPage(FERRY, await (await fetch(`${session.site.origin}/app.html`)).text());
    const front = await openApp(session, LAMPS);
    await waitForLine(session, front, LAMPS_TITLE);
    if ((await page.evaluate(() => document.visibilityState)) === 'hidden') {
      await page.evaluate((route) => location.assign(route), FERRY);
      await waitInPage(page, () => document.querySelector('#story') !== null);
      await pause(1_000);
      expect(await page.$$('sic-source')).toHaveLength(0);
    }
    await page.bringToFront();
    await page.evaluate((route) => app.go(route), FERRY);
    await waitForLine(session, page, FERRY_TITLE);
    await page.close();
    await front.close();
  });
});
