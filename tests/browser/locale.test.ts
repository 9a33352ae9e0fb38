/** The extension in another language than the tests': its words, and the language that it says they are in. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import russian from '../../src/locales/ru.json' with { type: 'json' };
import { extensionFolder, openArticle, openDialog, readShadowText, useSession } from './session.ts';

// A browser without its own Russian pack would pick English: a build that has Russian alone leaves no choice.
const folder = await mkdtemp(join(tmpdir(), 'sic-russian-'));
await cp(extensionFolder, folder, { recursive: true });
await rm(join(folder, '_locales/en'), { recursive: true });
const manifest = join(folder, 'manifest.json');
const text = await readFile(manifest, 'utf8');
await writeFile(manifest, text.replace(/("default_locale": ?)"en"/, '$1"ru"'));

// Before the session's own: what is set up last is taken down first.
afterAll(() => rm(folder, { recursive: true, force: true }));
const session = useSession({ driver: { extension: folder, locale: 'ru' } });

describe('in Russian', () => {
  it('the dialog has Russian words and says so', async () => {
    const page = await openArticle(session, '/article.html');
    await openDialog(session, page, '#p2');
    const seen = await session.driver.inShadow(page, 'sic-dialog', (root) => {
      const textsOf = (css: string) =>
        [...root.querySelectorAll(css)].map((one) => one.textContent ?? '');
      return {
        lang: root.querySelector('dialog')?.lang,
        title: textsOf('#title'),
        lead: textsOf('.lead'),
        labels: textsOf('label'),
        buttons: textsOf('button'),
      };
    });
    expect(seen).toEqual({
      lang: 'ru',
      title: [russian.dialogTitle],
      lead: [russian.dialogLead],
      labels: [russian.dialogKind, russian.dialogCorrection, russian.dialogComment],
      buttons: [russian.dialogSend, russian.dialogMarkAnother, russian.dialogCancel],
    });
    const { host } = new URL(session.endpoint.url);
    expect(await readShadowText(session, page, 'sic-dialog', '.receiver')).toBe(
      russian.dialogGoesTo.replace('{host}', host),
    );
    await page.close();
  });
});
