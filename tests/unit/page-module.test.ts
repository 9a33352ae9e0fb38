import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { judgeArticle, readSource } from '../../src/page/sic-page.ts';

it('reads a document of a DOM that knows no address', () => {
  const { document } = parseHTML(
    `<!doctype html><html lang="en"><head><title>A storm over the bay</title></head>
    <body><form><input name="q"></form><article><h1>A storm over the bay</h1>
    <p>By Ada Byron</p></article></body></html>`,
  );
  expect(document.URL).toBe(undefined);
  expect(judgeArticle(document).score).toBeGreaterThan(0);
  expect(readSource(document)).toMatchObject({ title: 'A storm over the bay', language: 'en' });
});

it('reads a form whose fields have the names of its own properties', () => {
  const { document } = parseHTML(
    '<!doctype html><title>A storm</title><form><h1>A storm</h1><input name="parentNode"></form>',
  );
  expect(readSource(document).title).toBe('A storm');
});
