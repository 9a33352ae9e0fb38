import { describe, expect, it } from 'vitest';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { openArticle, openPage, useSession } from './session.ts';

const session = useSession();

describe('the source line', () => {
  it('stands on the ground that the page has, also when that changes', async () => {
    const html = await (await fetch(`${session.site.origin}/article.html`)).text();
    const style =
      '<style>body{background:#fff}@media (prefers-color-scheme:dark){body{background:#000}}</style>';
    session.site.setPage('/grounds.html', html.replace('</head>', `${style}</head>`));
    const page = await openArticle(session, '/grounds.html');
    for (const [dark, ground] of [
      [false, 'light'],
      [true, 'dark'],
      [false, 'light'],
    ] as const) {
      await session.driver.setDark(page, dark);
      await session.driver.waitForShadow(page, 'sic-source', `section.${ground}`);
    }
    await page.close();
  });

  it("takes away empty copies of itself, and nothing of the page's own", async () => {
    const html = await (await fetch(`${session.site.origin}/article.html`)).text();
    const others = '<sic-source id="copy"></sic-source><sic-source id="own">Words</sic-source>';
    session.site.setPage('/others.html', html.replace('</body>', `${others}</body>`));
    const page = await openPage(session, '/others.html');
    await waitInPage(page, () => document.querySelector('article sic-source') !== null);
    const left = await page.$$eval('sic-source[id]', (all) => all.map(({ id }) => id));
    expect(left).toEqual(['own']);
    await page.close();
  });

  it('is a landmark at the end of the article, and says whose it is, what is asked and which key reports', async () => {
    const page = await openArticle(session, '/article.html');
    const stands = await page.evaluate(() => {
      const hosts = document.querySelectorAll('sic-source');
      const article = document.querySelector('article');
      return {
        count: hosts.length,
        isLast: article?.lastElementChild === hosts[0],
        title: document.querySelector('h1')?.textContent?.trim(),
      };
    });
    expect(stands).toMatchObject({ count: 1, isLast: true });
    const shown = await session.driver.inShadow(page, 'sic-source', (root) => {
      const section = root.querySelector('section');
      const link = root.querySelector('a');
      return {
        landmark: section?.getAttribute('aria-label'),
        title: link?.textContent,
        address: link?.href,
        date: root.querySelector('time')?.getAttribute('datetime'),
        names: [...root.querySelectorAll('.details bdi')].map((name) => name.textContent),
        terms: root.querySelector('.terms q')?.textContent,
        invite: root.querySelector('.invite')?.textContent,
      };
    });
    expect(shown.landmark).toBe('Source');
    expect(shown.title).toBe(stands.title);
    expect(shown.address).toBe(page.url());
    expect(shown.date).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(shown.names).toHaveLength(2);
    expect(shown.terms).toMatch(/active link/);
    expect(shown.invite).toBe('Found a mistake? Select it and press Ctrl+Enter.');
    expect(await session.driver.axe(page, 'sic-source')).toEqual([]);
    await page.close();
  });

  it('states no terms where the site states none', async () => {
    const page = await openArticle(session, '/no-service.html');
    const terms = await session.driver.inShadow(
      page,
      'sic-source',
      (root) => root.querySelectorAll('.terms').length,
    );
    expect(terms).toBe(0);
    await page.close();
  });

  it('lists whom the article names without a link, and asks for permission where it is needed', async () => {
    const page = await openArticle(session, '/permission.html');
    await session.driver.waitForShadow(page, 'sic-source', '.permission');
    const before = await page.$eval('article', (article) => article.innerHTML);
    const shown = await session.driver.inShadow(page, 'sic-source', (root) => ({
      named: [...root.querySelectorAll('.named li')].map((one) => one.textContent),
      links: [...root.querySelectorAll<HTMLAnchorElement>('.named a')].map((link) => link.href),
      label: root.querySelector('.named ul')?.getAttribute('aria-label'),
      ways: [...root.querySelectorAll<HTMLAnchorElement>('.ways a')].map((link) => [
        link.textContent,
        link.href,
      ]),
      hint: root.querySelector('.hint')?.textContent,
      sizes: [...root.querySelectorAll('.named a, .ways a')].map(
        (link) => link.getBoundingClientRect().height,
      ),
    }));
    expect(shown.named).toEqual([
      'tide-pictures.example photo',
      'Reuters photo, text',
      'Radio Saltmarsh text',
    ]);
    expect(shown.links).toEqual([
      'https://tide-pictures.example/',
      'https://reuters.com/',
      'https://radio-saltmarsh.example/',
    ]);
    expect(shown.label).toBe('Named in the article as a source:');
    const [letter, how] = shown.ways;
    expect(letter?.[0]).toBe('Ask for permission');
    const opened = new URL(letter?.[1] ?? '');
    expect(opened.pathname).toBe('desk@lantern-reach.example');
    expect(opened.searchParams.get('body')).toContain(page.url());
    expect(opened.searchParams.get('body')).toContain('without written permission');
    expect(how).toEqual(['How to get permission', `${session.site.origin}/home.html#reuse`]);
    expect(shown.hint).toBe('Opens a letter to desk@lantern-reach.example');
    expect(Math.min(...shown.sizes)).toBeGreaterThanOrEqual(24);
    expect(await session.driver.axe(page, 'sic-source')).toEqual([]);
    // The article itself is as the page made it: its words are linked in the list alone.
    expect(before).not.toContain('tide-pictures.example/');
    await page.close();
  });

  it('folds away whom it has no room for, and lets the keyboard at them', async () => {
    const names = ['alpha', 'bravo', 'delta', 'echo', 'golf'];
    const told = names.map((name) => `<p>It was late, according to ${name}-notes.example.</p>`);
    const html = await (await fetch(`${session.site.origin}/permission.html`)).text();
    session.site.setPage(
      '/many.html',
      html
        .replaceAll('permission.html', 'many.html')
        .replace('</article>', `${told.join('')}</article>`)
        .replace(/<a href="mailto.*?<\/a>/, 'us'),
    );
    const page = await openArticle(session, '/many.html');
    await session.driver.waitForShadow(page, 'sic-source', '.permission');
    await session.driver.setViewport(page, 320, 640);
    const folded = await session.driver.inShadow(page, 'sic-source', (root) => {
      const details = root.querySelector('details');
      const summary = root.querySelector('summary');
      const shut = details?.open;
      summary?.focus();
      summary?.click();
      return {
        shut,
        open: details?.open,
        hasFocus: root.activeElement === summary,
        label: summary?.textContent,
        rest: details?.querySelectorAll('li').length,
        wide: document.documentElement.scrollWidth > innerWidth,
        hint: root.querySelector('.hint')?.textContent,
        to: root.querySelector<HTMLAnchorElement>('.ways a')?.pathname,
      };
    });
    expect(folded).toEqual({
      shut: false,
      open: true,
      hasFocus: true,
      label: 'and 3 more',
      rest: 3,
      wide: false,
      hint: 'Opens a letter. The page gives no address for it.',
      to: '',
    });
    expect(await session.driver.axe(page, 'sic-source')).toEqual([]);
    await page.close();
  });

  it('has no list and no letter where there is nobody to name and nothing to ask', async () => {
    const html = await (await fetch(`${session.site.origin}/article.html`)).text();
    const linked = html.replace(
      'Photo: bridge-archive.example.org',
      'Photo: <a href="https://bridge-archive.example.org/">bridge-archive.example.org</a>',
    );
    session.site.setPage('/linked.html', linked.replaceAll('article.html', 'linked.html'));
    const page = await openArticle(session, '/linked.html');
    await session.driver.waitForShadow(page, 'sic-source', '.terms');
    const found = await session.driver.inShadow(
      page,
      'sic-source',
      (root) => root.querySelectorAll('.named, .permission').length,
    );
    expect(found).toBe(0);
    await page.close();
  });
});
