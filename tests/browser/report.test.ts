import { describe, expect, it } from 'vitest';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  browserName,
  changeSettings,
  closeDialog,
  openArticle,
  openDialog,
  openPage,
  readQuote,
  readShadowText,
  report,
  STRICT_POLICY,
  sendDialog,
  setArticleOfElsewhere,
  useSession,
} from './session.ts';

const session = useSession({
  site: { headers: { '/csp.html': { 'content-security-policy': STRICT_POLICY } } },
});

async function firstWords(page: import('puppeteer-core').Page, css: string, count = 2) {
  const text = await page.$eval(css, (one) => one.textContent ?? '');
  return {
    css,
    text: text
      .trim()
      .split(/\s+/)
      .slice(3, 3 + count)
      .join(' '),
  };
}

describe('reporting a mistake', () => {
  it('opens a modal dialog with its name, its fields and the focus in the first', async () => {
    const page = await openArticle(session, '/article.html');
    await openDialog(session, page, await firstWords(page, '#p3'));
    const seen = await session.driver.inShadow(page, 'sic-dialog', (root) => {
      const dialog = root.querySelector('dialog');
      const labels = [...root.querySelectorAll('label')].map((label) => label.textContent);
      const buttons = [...root.querySelectorAll('button')].map((button) => button.textContent);
      return {
        modal: dialog?.matches(':modal') ?? false,
        name: root.querySelector('#title')?.textContent ?? '',
        labels,
        buttons,
        focus: root.activeElement?.id ?? '',
      };
    });
    expect(seen).toEqual({
      modal: true,
      name: 'Spelling error report',
      labels: ['Kind of mistake', 'Correction', 'Comment'],
      buttons: ['Send', 'Mark another', 'Cancel'],
      focus: 'correction',
    });
    expect(await session.driver.axe(page, 'sic-dialog')).toEqual([]);
    await page.close();
  });

  it('sends exactly the sentence that it shows, as one annotation', async () => {
    const page = await openArticle(session, '/article.html');
    const place = await firstWords(page, '#p3');
    await openDialog(session, page, place);
    const shown = await readShadowText(session, page, 'sic-dialog', 'blockquote');
    const marked = await readShadowText(session, page, 'sic-dialog', 'mark');
    const receiver = await readShadowText(session, page, 'sic-dialog', '.receiver');
    await session.driver.typeInShadow(page, 'sic-dialog', '#correction', 'put right');
    await session.driver.typeInShadow(page, 'sic-dialog', '#comment', 'Слово 🙂 “so”');
    await session.driver.clickInShadow(page, 'sic-dialog', 'button[value="send"]');
    const [annotation] = await session.endpoint.waitForStored(1);
    const { prefix, exact, suffix } = readQuote(annotation);
    expect(exact).toBe(place.text);
    expect(marked).toBe(exact);
    expect(shown).toBe(prefix + exact + suffix);
    expect(receiver).toBe(`Goes to ${new URL(session.endpoint.url).host}`);
    expect(annotation?.canonical).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
    expect(annotation?.target.source).toBe(page.url());
    expect(annotation?.body.map(({ purpose, value }) => [purpose, value])).toEqual([
      ['editing', 'put right'],
      ['tagging', 'spelling'],
      ['commenting', 'Слово 🙂 “so”'],
    ]);
    await page.close();
  });

  it('is closed by Cancel and by Escape, sends nothing then, and gives the selection back', async () => {
    const page = await openArticle(session, '/article.html');
    const place = await firstWords(page, '#p2');
    for (const close of ['cancel', 'escape']) {
      await openDialog(session, page, place);
      if (close === 'cancel') await closeDialog(session, page);
      else await page.keyboard.press('Escape');
      // The dialog's close event, on which the rest follows, is a task of its own.
      await waitInPage(page, () => document.querySelector('sic-dialog') === null);
      expect(await page.evaluate(() => String(getSelection()))).toBe(place.text);
    }
    expect(session.endpoint.posts).toEqual([]);
    await page.close();
  });

  it('is sent by the chord as well, and opens by Cmd+Enter', async () => {
    const page = await openArticle(session, '/article.html');
    await session.driver.selectText(page, await firstWords(page, '#p2'));
    await session.driver.chord(page, 'Meta', 'Enter');
    await session.driver.waitForShadow(page, 'sic-dialog', 'button[aria-disabled="false"]');
    await page.keyboard.type('typed right away');
    await session.driver.chord(page, 'Control', 'Enter');
    const [annotation] = await session.endpoint.waitForStored(1);
    expect(annotation?.body[0]?.value).toBe('typed right away');
    await page.close();
  });

  it('stays away from inputs and editors, from nothing selected, and from pages that neither are articles nor ask', async () => {
    const page = await openArticle(session, '/article.html');
    for (const css of ['#input', '#textarea', '#editor']) {
      await page.evaluate((one) => document.querySelector<HTMLElement>(one)?.focus(), css);
      await page.keyboard.type('some words of my own');
      await session.driver.chord(page, 'Control', 'a');
      await session.driver.chord(page, 'Control', 'Enter');
    }
    await page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
      getSelection()?.removeAllRanges();
    });
    await session.driver.chord(page, 'Control', 'Enter');
    await expectNoDialog(page);
    const { site } = session;
    const html = await (await fetch(`${site.origin}/product.html`)).text();
    site.setPage(
      '/silent-product.html',
      html.replace(/<link rel="[^"]*annotationService"[^>]*>/, ''),
    );
    const product = await openPage(session, '/silent-product.html');
    await session.driver.selectText(product, 'h1');
    await session.driver.chord(product, 'Control', 'Enter');
    await expectNoDialog(product);
    await page.close();
    await product.close();
  });

  it('takes reports about any page that names an endpoint', async () => {
    const page = await openPage(session, '/product.html');
    await report(session, page, 'h1');
    await session.endpoint.waitForStored(1);
    await page.close();
  });

  it('yields to the reporter that the site itself runs', async () => {
    const page = await openArticle(session, '/mistape.html');
    await session.driver.selectText(page, 'article p');
    await session.driver.chord(page, 'Control', 'Enter');
    await expectNoDialog(page);
    expect(await readShadowText(session, page, 'sic-source', '.invite')).toBe('');
    await page.close();
  });

  it('comes before a page that takes the chord itself, which sees nothing that is typed', async () => {
    const page = await openArticle(session, '/hostile.html');
    await page.evaluate(() => {
      (globalThis as unknown as { seen: unknown[] }).seen = [];
    });
    await report(session, page, await firstWords(page, 'article p'), {
      correction: 'secret',
      comment: 'also secret',
    });
    await page.keyboard.press('Enter');
    await session.driver.waitForShadowGone(page, 'sic-dialog', 'dialog');
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: unknown[] }).seen);
    // What the page may know: that Control went down, before anyone could tell what for.
    expect(JSON.stringify(seen)).not.toMatch(/Enter|"[secrtalo]"|input|paste/);
    const reach = await page.evaluate(() => {
      const host = document.querySelector('sic-source');
      return [host?.shadowRoot ?? null, host?.textContent ?? ''];
    });
    expect(reach).toEqual([null, '']);
    await session.endpoint.waitForStored(1);
    await page.close();
  });

  it('works under a strict policy and Trusted Types', async () => {
    const page = await openArticle(session, '/csp.html');
    await report(session, page, await firstWords(page, 'article p'), { correction: 'right' });
    const size = await session.driver.inShadow(page, 'sic-dialog', (root) => {
      const box = root.querySelector('dialog')?.getBoundingClientRect();
      return {
        width: box?.width ?? 0,
        padding: getComputedStyle(root.querySelector('form') as Element).paddingTop,
      };
    });
    expect(size.width).toBeGreaterThan(300);
    expect(size.padding).not.toBe('0px');
    await session.endpoint.waitForStored(1);
    await page.close();
  });

  it('asks before it sends to a server of another site, once', async () => {
    const { driver, endpoint } = session;
    await setArticleOfElsewhere(session);
    const page = await openArticle(session, '/elsewhere.html');
    await openDialog(session, page, await firstWords(page, '#p2'));
    await driver.clickInShadow(page, 'sic-dialog', 'button[value="send"]');
    await driver.waitForShadow(page, 'sic-dialog', '.status.failed');
    expect(endpoint.posts).toEqual([]);
    await driver.clickInShadow(page, 'sic-dialog', 'input[name="agreed"]');
    await sendDialog(session, page);
    await endpoint.waitForStored(1);
    await closeDialog(session, page);
    await report(session, page, await firstWords(page, '#p4'));
    await endpoint.waitForStored(2);
    await page.close();
  });

  it('keeps the report where no endpoint is known, and delivers it once one is', async () => {
    const page = await openArticle(session, '/no-service.html');
    await report(session, page, await firstWords(page, 'article p'));
    expect(await readShadowText(session, page, 'sic-dialog', '.status')).toContain(
      'Kept on this device',
    );
    expect(session.endpoint.posts).toEqual([]);
    await changeSettings(session, {
      services: [{ site: '127.0.0.1', service: session.endpoint.url }],
    });
    await session.endpoint.waitForStored(1);
    await page.close();
  });

  it('says so when too much is selected', async () => {
    const page = await openArticle(session, '/article.html');
    await session.driver.selectText(page, 'article');
    await session.driver.chord(page, 'Control', 'Enter');
    await session.driver.waitForShadow(page, 'sic-dialog', '.status.too-long');
    expect(
      await session.driver.inShadow(
        page,
        'sic-dialog',
        (root) => root.querySelectorAll('button[value="send"]').length,
      ),
    ).toBe(0);
    await page.close();
  });

  it('shows Arabic from right to left, within 320 pixels', async () => {
    const page = await openArticle(session, '/rtl.html');
    await session.driver.setViewport(page, 320, 640);
    await openDialog(session, page, await firstWords(page, 'article p'));
    const seen = await session.driver.inShadow(page, 'sic-dialog', (root) => {
      const dialog = root.querySelector('dialog') as HTMLElement;
      const send = root.querySelector('button[value="send"]') as HTMLElement;
      send.scrollIntoView();
      return {
        direction: getComputedStyle(root.querySelector('blockquote') as Element).direction,
        overflows: dialog.scrollWidth > dialog.clientWidth,
        sendRight: send.getBoundingClientRect().right <= innerWidth,
      };
    });
    expect(seen).toEqual({ direction: 'rtl', overflows: false, sendRight: true });
    await page.close();
  });

  async function expectNoDialog(page: import('puppeteer-core').Page) {
    // Long enough for a part to be loaded and drawn, had it been asked for.
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await page.$('sic-dialog'), browserName).toBeNull();
  }
});
