/**
 * A report goes out by the site's own form, from the isolated world of a page, and its server learns from it what
 * its own dialog would have told; what it answers is read for what it says.
 */
import { describe, expect, it } from 'vitest';
import type { NativeBehaviour } from '../drivers/native-endpoint.ts';
import { ask, openPage, postReport, useNativeSession } from './native-session.ts';

const session = useNativeSession();
const DROPS: NativeBehaviour[] = ['drop', 'drop', 'drop'];

describe('a report by the site’s own form', () => {
  it('arrives at Mistape as from its own dialog', async () => {
    const page = await openPage(session, '/mistape-only.html?from=feed#p2');
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: what the form sends along is looked at
      document.cookie = 'reader=7; path=/';
    });
    expect(await postReport(page)).toEqual({
      kind: 'taken',
      detail: 'Thank you! The editors have it now.',
    });
    const [post] = session.mistape.posts;
    expect(post).toMatchObject({
      referer: `${session.site.origin}/mistape-only.html?from=feed`,
      origin: session.site.origin,
      contentType: 'application/x-www-form-urlencoded; charset=UTF-8',
      requestedWith: 'XMLHttpRequest',
      cookie: 'reader=7',
      isRecorded: true,
    });
    expect(post?.fields).toEqual({
      action: 'mistape_report_error',
      selection: 'viaduct',
      word: 'viaduct',
      replace_context: 'viaduct',
      context: 'While the viaduct at Cobbler’s Gate is repaired',
      preview_text:
        'While the <span class="mistape_mistake_outer"><span class="mistape_mistake_inner">viaduct</span></span> at Cobbler’s Gate is repaired',
      comment: 'viaduct → aqueduct · kindSpelling · Ünïcode & = +; done?',
      post_id: '4711',
    });
    await page.close();
  });

  it('arrives at Mixtape with the nonce that the page has at that time', async () => {
    const page = await openPage(session, '/mixtape.html');
    const form = {
      reporter: 'mixtape' as const,
      action: `${session.site.origin}/wp-admin/admin-ajax.php`,
    };
    expect(await ask(page, 'form')).toEqual(form);
    session.mixtape.nonce = 'a1b2c3d4e5';
    expect(await postReport(page, form)).toEqual({ kind: 'refused', detail: 'nativeStale' });
    await page.evaluate(() =>
      document.querySelector('#mixtape_dialog')?.setAttribute('data-nonce', 'a1b2c3d4e5'),
    );
    expect(await postReport(page, form)).toMatchObject({ kind: 'taken' });
    expect(session.mixtape.posts[1]?.fields).toMatchObject({
      nonce: 'a1b2c3d4e5',
      post_id: '4712',
    });
    await page.close();
  });

  it('names its page even where the page’s own policy names none', async () => {
    const page = await openPage(session, '/bare.html');
    expect(await postReport(page)).toMatchObject({ kind: 'taken' });
    expect(session.mistape.posts[0]?.referer).toBe(`${session.site.origin}/bare.html`);
    await page.close();
  });

  it('that the site has already is known; more than it takes is limited', async () => {
    const page = await openPage(session, '/mistape-only.html');
    expect(await postReport(page)).toMatchObject({ kind: 'taken' });
    expect(await postReport(page)).toMatchObject({ kind: 'known' });
    for (const exact of ['While', 'Gate', 'repaired', 'Cobbler', 'is']) {
      const selectors = [{ type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' }];
      expect(await postReport(page, undefined, { selectors })).toMatchObject({ kind: 'taken' });
    }
    const limited = await postReport(page);
    expect(limited.kind).toBe('limited');
    expect(limited.detail).toContain('too many');
    await page.close();
  });

  it.each<[NativeBehaviour, string, string]>([
    // The key of the words, of which the scratch extension has none.
    ['bad-nonce', 'refused', 'nativeStale'],
    ['mail-failed', 'refused', 'Not sent The mail service failed to deliver the message.'],
    ['off', 'refused', '0, HTTP 400'],
    ['html', 'refused', 'Bay › Error'],
    ['silent', 'unproven', '0'],
    ['empty', 'unproven', ''],
    ['redirect', 'unproven', ''],
    ['warnings', 'taken', 'Thank you! The editors have it now.'],
    ['drop', 'unreachable', ''],
  ])('answered by %s is %s', async (behaviour, kind, detail) => {
    const page = await openPage(session, '/mistape-only.html');
    // A browser posts once more where a connection that stood was cut.
    session.mistape.behaveOnce(behaviour, ...(behaviour === 'drop' ? DROPS : []));
    expect(await postReport(page)).toEqual({ kind, detail });
    expect(session.mistape.posts.length).toBeGreaterThanOrEqual(1);
    if (behaviour === 'redirect') expect(session.mistape.posts).toHaveLength(1);
    await page.close();
  });

  it('that nobody answers comes to an end', async () => {
    const page = await openPage(session, '/mistape-only.html');
    session.mistape.behaveOnce('hang');
    expect(await postReport(page)).toEqual({ kind: 'unreachable', detail: '' });
    await page.close();
  });

  it('is not posted where the page has no such form any more, or another', async () => {
    const page = await openPage(session, '/mistape-only.html');
    const form = { reporter: 'mistape' as const, action: `${session.site.origin}/elsewhere.php` };
    expect(await postReport(page, form)).toEqual({ kind: 'unreachable', detail: '' });
    const own = { ...form, action: `${session.site.origin}/wp-admin/admin-ajax.php` };
    await page.evaluate(() => document.querySelector('#mistape_dialog')?.remove());
    expect(await postReport(page, own)).toEqual({ kind: 'unreachable', detail: '' });
    expect(session.mistape.posts).toEqual([]);
    await page.close();
  });
});
