import { describe, expect, it } from 'vitest';
import { openArticle, useSession } from './session.ts';

const session = useSession();

describe('the source line', () => {
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
});
