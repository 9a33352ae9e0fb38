/** What holds when an app changes its route: the same whether or not a browser tells of addresses. */
import { beforeEach, describe, expect, it } from 'vitest';
import { pause, waitUntil } from '../drivers/wait.ts';
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
import {
  changeSettings,
  copy,
  isTakenForArticle,
  readShadowText,
  report,
  type Session,
} from './session.ts';

declare const app: App;

/** What a server writes for one article, and what the app leaves there. */
const HEAD_OF_LAMPS = `
  <link rel="canonical" href="${LAMPS}">
  <link rel="http://www.w3.org/ns/oa#annotationService" href="{{endpoint}}">
  <meta property="og:site_name" content="The Quay Weekly">
  <meta property="og:type" content="article">
  <meta property="og:title" content="${LAMPS_TITLE}">
  <meta property="og:url" content="{{origin}}${LAMPS}">
  <meta name="author" content="Jonna Arkwright">
  <script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: LAMPS_TITLE,
    author: { '@type': 'Person', name: 'Jonna Arkwright' },
    datePublished: '2026-11-03T08:00:00Z',
    mainEntityOfPage: `{{origin}}${LAMPS}`,
  }).replaceAll('/', '\\/')}</script>`;

export function describeRoutes(session: Session): void {
  // The app's articles ask for nothing.
  beforeEach(() => changeSettings(session, { attribution: { when: 'always' } }));

  describe.each(['pushState', 'replaceState'] as const)('a route taken with %s', (how) => {
    it('to another article names that one, in the line and in a copy made at once', async () => {
      const page = await openApp(session, LAMPS);
      await waitForLine(session, page, LAMPS_TITLE);
      await page.evaluate((route, how) => app.go(route, { how }), FERRY, how);
      const { plain } = await copy(session, page, '#p2');
      expect(plain).toMatch(/^Sailing with salt|^The boat belongs/);
      expect(plain).toContain(FERRY_TITLE);
      expect(plain).not.toContain('Lamplighters');
      expect(plain.endsWith(FERRY)).toBe(true);
      expect(await waitForLine(session, page, FERRY_TITLE)).toBe(`${session.site.origin}${FERRY}`);
      await page.close();
    });

    it('to a page that is no article leaves nothing behind, and back brings it again', async () => {
      const page = await openApp(session, LAMPS);
      await waitForLine(session, page, LAMPS_TITLE);
      await page.evaluate((how) => app.go('/', { how }), how);
      expect((await copy(session, page, '#front')).plain).not.toContain('Source:');
      await waitForNoLine(page);
      expect(await isTakenForArticle(session, page)).toBe(false);
      await page.evaluate((route, how) => app.go(route, { how }), LAMPS, how);
      await waitForLine(session, page, LAMPS_TITLE);
      expect((await copy(session, page, '#p2')).plain).toContain(`Source: ${LAMPS_TITLE}`);
      await page.close();
    });
  });

  it('from a page that is no article brings the line', async () => {
    const page = await openApp(session, '/');
    expect(await isTakenForArticle(session, page)).toBe(false);
    await page.evaluate((route) => app.go(route), FERRY);
    await waitForLine(session, page, FERRY_TITLE);
    await page.close();
  });

  it('goes back and forward through the history', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate((route) => app.go(route), FERRY);
    await waitForLine(session, page, FERRY_TITLE);
    await page.evaluate(() => history.back());
    expect(await waitForLine(session, page, LAMPS_TITLE)).toBe(`${session.site.origin}${LAMPS}`);
    await page.evaluate(() => history.forward());
    expect(await waitForLine(session, page, FERRY_TITLE)).toBe(`${session.site.origin}${FERRY}`);
    await page.evaluate(() => history.go(-1));
    await waitForLine(session, page, LAMPS_TITLE);
    await page.close();
  });

  it('is seen where the page has one title for all and fills its elements with other words', async () => {
    const page = await openApp(session, LAMPS);
    await page.evaluate(() => app.draw('The Quay Weekly'));
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate(
      (route) => app.go(route, { draw: () => requestAnimationFrame(app.fill) }),
      FERRY,
    );
    expect(await waitForLine(session, page, FERRY_TITLE)).toBe(`${session.site.origin}${FERRY}`);
    const { plain } = await copy(session, page, '#p2');
    expect(plain.endsWith(FERRY)).toBe(true);
    await page.close();
  });

  it('leaves the text that still stands its own source until the new text has come', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate((route) => {
      app.go(route, { draw: () => Object.assign(window, { arrive: () => app.draw() }) });
    }, FERRY);
    // Long enough for the page to be judged in between.
    await pause(600);
    const { plain } = await copy(session, page, '#p2');
    expect(plain.endsWith(LAMPS)).toBe(true);
    expect(await waitForLine(session, page, LAMPS_TITLE)).toBe(`${session.site.origin}${LAMPS}`);
    await page.evaluate(() => (window as unknown as { arrive(): void }).arrive());
    const { plain: later } = await copy(session, page, '#p2');
    expect(later.endsWith(FERRY)).toBe(true);
    expect(await waitForLine(session, page, FERRY_TITLE)).toBe(`${session.site.origin}${FERRY}`);
    await page.close();
  });

  it('is seen where the text comes first and the address after', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate((route) => {
      const box = document.querySelector('#app');
      if (box) box.innerHTML = app.write(route);
    }, FERRY);
    await waitForLine(session, page, FERRY_TITLE);
    await page.evaluate((route) => app.go(route, { draw: () => undefined }), FERRY);
    await page.evaluate(() => document.head.append(document.createElement('style')));
    await waitUntil(
      async () =>
        (await waitForLine(session, page, FERRY_TITLE)) === `${session.site.origin}${FERRY}`,
      { what: 'the address of the route' },
    );
    await page.close();
  });

  it.each(['#/', '#!/'])('counts when it is a fragment that begins with %s', async (sign) => {
    const page = await openApp(
      session,
      `/papers/app${sign}lamplighters-of-quay-street`,
      '<meta property="og:type" content="article">',
    );
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `${sign}salt-ferry-sails-on-thursdays`);
    expect(await waitForLine(session, page, FERRY_TITLE)).toMatch(/\/app#!?\/salt-ferry-sails/);
    const { plain } = await copy(session, page, '#p2');
    expect(plain.endsWith(`/app${sign}salt-ferry-sails-on-thursdays`)).toBe(true);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, sign);
    await waitForNoLine(page);
    await page.close();
  });

  it('leaves the line where it is when a fragment only names a place in the article', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate(() => {
      const changes: string[] = [];
      Object.assign(window, { changes });
      new MutationObserver(() => changes.push(location.hash)).observe(document, {
        childList: true,
        subtree: true,
      });
      location.hash = '#p3';
    });
    await pause(1_000);
    const changes = await page.evaluate(() => (window as unknown as { changes: [] }).changes);
    expect(changes).toEqual([]);
    await page.close();
  });

  it('is named by what stands there where the head stays as it was for the first article', async () => {
    const page = await openApp(session, LAMPS, HEAD_OF_LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    expect((await copy(session, page, '#p2')).plain.endsWith(LAMPS)).toBe(true);
    await page.evaluate((route) => app.go(route), FERRY);
    const { plain } = await copy(session, page, '#p2');
    expect(plain).toContain(FERRY_TITLE);
    expect(plain).not.toContain('Lamplighters');
    expect(plain.endsWith(FERRY)).toBe(true);
    expect(await waitForLine(session, page, FERRY_TITLE)).toBe(`${session.site.origin}${FERRY}`);
    const details = await readShadowText(session, page, 'sic-source', '.details');
    expect(details).toContain('Bruno Tesfaye');
    expect(details).toContain('The Quay Weekly');
    await report(session, page, '#p3');
    const [annotation] = await session.endpoint.waitForStored(1);
    expect(annotation?.target.source).toBe(`${session.site.origin}${FERRY}`);
    await page.evaluate(() => history.back());
    expect(await waitForLine(session, page, LAMPS_TITLE)).toBe(`${session.site.origin}${LAMPS}`);
    await page.close();
  });

  it('may put another body in the place of the old one', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate((route) => {
      app.go(route, {
        draw: () => {
          const body = document.createElement('body');
          body.innerHTML = `<main id="app">${app.write()}</main>`;
          document.body.replaceWith(body);
        },
      });
    }, FERRY);
    expect(await waitForLine(session, page, FERRY_TITLE)).toBe(`${session.site.origin}${FERRY}`);
    await page.close();
  });

  it('may pass by a view transition', async () => {
    const page = await openApp(session, LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate((route) => {
      const transit = (draw: () => void) => {
        if ('startViewTransition' in document) document.startViewTransition(draw);
        else draw();
      };
      app.go(route, { draw: () => transit(() => app.draw()) });
    }, FERRY);
    expect(await waitForLine(session, page, FERRY_TITLE)).toBe(`${session.site.origin}${FERRY}`);
    expect((await copy(session, page, '#p3')).plain.endsWith(FERRY)).toBe(true);
    await page.close();
  });

  it('brings no line to the page after an article that was left as the line was about to stand', async () => {
    // From the verdict to the line it is some milliseconds: one of these comes in between.
    for (const delay of [0, 5, 10, 20, 40, 80]) {
      const page = await openApp(session, LAMPS);
      await page.evaluate((ms) => setTimeout(() => app.go('/'), ms), delay);
      await waitForNoLine(page);
      await pause(800);
      expect(await page.$$('sic-source'), `left after ${delay} ms`).toHaveLength(0);
      await page.close();
    }
  });

  it('keeps one line through the browser’s own going away and back', async () => {
    const page = await openApp(session, FERRY);
    await page.evaluate((route) => app.go(route), LAMPS);
    await waitForLine(session, page, LAMPS_TITLE);
    await page.evaluate((route) => app.go(route), FERRY);
    await waitForLine(session, page, FERRY_TITLE);
    session.site.setPage('/elsewhere', '<title>Elsewhere</title><p>Nothing to read.</p>');
    await page.goto(`${session.site.origin}/elsewhere`);
    await page.goBack();
    await waitForLine(session, page, FERRY_TITLE);
    await page.evaluate(() => app.go('/'));
    await waitForNoLine(page);
    await page.close();
  });
}
