/** The site's own reporter on its page: whether it is there, whether its dialog stands, and what its form is. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { ask, openPage, useNativeSession } from './native-session.ts';

const session = useNativeSession();
const isOpen = (page: Page) => ask(page, 'open');

/** As the site's reader does it. */
async function openByKey(page: Page, text: string): Promise<void> {
  await session.driver.selectText(page, { css: '#p1', text });
  await session.driver.chord(page, 'Control', 'Enter');
}

describe('a site’s own reporter', () => {
  it.each([
    ['mistape', '/mistape-only.html', 'Passengers', '4711'],
    ['mixtape', '/mixtape.html', 'Saltholm', '4712'],
  ] as const)(
    '%s is there, opens by its key, posts, and is closed again',
    async (name, path, text, id) => {
      const page = await openPage(session, path);
      expect(await ask(page, 'reporter')).toBe(name);
      expect(await isOpen(page)).toBe(false);
      await openByKey(page, text);
      expect(await isOpen(page)).toBe(true);
      await page.type(`#${name}_comment`, 'so');
      await page.click(`.${name}_action[data-action=send]`);
      expect(await isOpen(page)).toBe(false);
      await page.waitForNetworkIdle({ idleTime: 100 });
      expect(session[name].posts).toHaveLength(1);
      expect(session[name].posts[0]).toMatchObject({
        isRecorded: true,
        referer: session.site.origin + path,
        fields: { selection: text, word: text, comment: 'so', post_id: id },
      });
      await page.close();
    },
  );

  it('Mixtape shows its button while words are selected, which is no open dialog', async () => {
    const page = await openPage(session, '/mixtape.html');
    await session.driver.selectText(page, { css: '#p1', text: 'Thursday' });
    await page.waitForSelector('.mixtape-report-button');
    expect(await isOpen(page)).toBe(false);
    await page.click('.mixtape-report-button');
    expect(await isOpen(page)).toBe(true);
    await page.close();
  });

  it('Mistape passes over a long selection without a word', async () => {
    const page = await openPage(session, '/mistape-only.html');
    await session.driver.selectText(page, '#p1');
    await session.driver.chord(page, 'Control', 'Enter');
    expect(await isOpen(page)).toBe(false);
    await page.close();
  });

  it.each([
    ['orphus', '<a id="orphus"></a><div id="orphusp">x</div>'],
    ['gourl', '<div id="splwin">x</div>'],
    ['django-mistypes', '<div><form id="mistype-form">x</form></div>'],
  ])('%s is open when its dialog can be seen, not when it is only there', async (name, html) => {
    const page = await openPage(session, '/article.html');
    expect(await ask(page, 'reporter')).toBeNull();
    await page.evaluate((inner) => {
      const holder = document.createElement('div');
      holder.id = 'holder';
      holder.innerHTML = inner;
      document.body.append(holder);
    }, html);
    expect(await ask(page, 'reporter')).toBe(name);
    expect(await isOpen(page)).toBe(true);
    for (const css of ['display: none', 'visibility: hidden']) {
      await page.evaluate(
        (style) => document.querySelector('#holder')?.setAttribute('style', style),
        css,
      );
      expect(await isOpen(page)).toBe(false);
    }
    await page.evaluate(() =>
      document.querySelector('#holder')?.setAttribute('style', 'opacity: 0'),
    );
    expect(await isOpen(page)).toBe(true);
    await page.close();
  });

  it('has the form that its page says, which a base cannot aim elsewhere', async () => {
    const action = `${session.site.origin}/wp-admin/admin-ajax.php`;
    const page = await openPage(session, '/mistape.html');
    expect(await ask(page, 'form')).toEqual({ reporter: 'mistape', action });
    await page.evaluate(() => {
      const base = document.createElement('base');
      base.href = 'https://evil.example/';
      document.head.append(base);
      const data = document.querySelector('#mistape-front-js-extra');
      if (data) data.textContent = 'var decoMistape = {"ajaxurl":"\\/wp-admin\\/admin-ajax.php"};';
    });
    expect(await ask(page, 'form')).toBeNull();
    await page.close();
  });

  it('is found where names stand in the way', async () => {
    const action = `${session.site.origin}/wp-admin/admin-ajax.php`;
    const page = await openPage(session, '/mistape.html');
    await page.evaluate(() => {
      for (const name of ['querySelector', 'querySelectorAll', 'getElementsByTagName']) {
        const image = document.createElement('img');
        image.name = name;
        document.body?.append(image);
      }
    });
    expect(await ask(page, 'form')).toEqual({ reporter: 'mistape', action });
    expect(await ask(page, 'reporter')).toBe('mistape');
    expect(await isOpen(page)).toBe(false);
    await page.close();
  });
});
