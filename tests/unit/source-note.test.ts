import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composeHtmlNote,
  composeTextNote,
  escapeHtml,
  type SourceNote,
} from '../../src/model/source-note.ts';

const plain: SourceNote = {
  url: 'https://news.example/story?a=1&b=2',
  title: 'Rain "at last" in <b>Osh</b>.',
  authors: ['A. Writer', 'B. & C.'],
  publisher: 'The News',
  published: '2024-05-01T10:00:00+06:00',
};

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '</a></p><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '&lt;b&gt;',
    '&amp;quot;',
    '<!--',
    ']]>',
    '\u0000<\u2028>',
    '`x`',
    '$& $1',
  ),
);
const note: fc.Arbitrary<SourceNote> = fc.record({
  url: fc.oneof(
    fc.webUrl({ withQueryParameters: true }),
    hostile.map((path) => `https://news.example/${path}`),
  ),
  title: hostile,
  authors: fc.array(hostile, { maxLength: 3 }),
  publisher: fc.option(hostile),
  published: fc.option(hostile),
});

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function undoEscape(text: string): string {
  expect(text).not.toMatch(/[<>"]/);
  expect(text.replace(/&(amp|lt|gt|quot);/g, '')).not.toContain('&');
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Reads the one form that the note may have, strictly. */
function readNote(html: string) {
  const parts = /^<p>([^<>]*): <a href="([^<>"]*)">([^<>]*)<\/a>(?:, ([^<>]*))?<\/p>$/.exec(html);
  if (parts === null) throw new Error(`no note: ${html}`);
  const [label = '', href = '', title = '', details] = parts
    .slice(1)
    .map((one) => (one === undefined ? one : undoEscape(one)));
  return { label, href, title, details };
}

describe('composeHtmlNote', () => {
  it('is one paragraph with the title as the link', () => {
    expect(composeHtmlNote('Source', plain)).toBe(
      '<p>Source: <a href="https://news.example/story?a=1&amp;b=2">Rain &quot;at last&quot; in &lt;b&gt;Osh&lt;/b&gt;.</a>, A. Writer, B. &amp; C., The News, 2024-05-01</p>',
    );
  });

  it('keeps whatever a page says in its place', () => {
    fc.assert(
      fc.property(fc.constantFrom('Source', 'Источник', '<i>'), note, (label, given) => {
        const read = readNote(composeHtmlNote(label, given));
        expect(read.label).toBe(label);
        expect(read.href).toBe(given.url);
        expect(read.title).toBe(tidy(given.title) === '' ? given.url : tidy(given.title));
        const details = [
          ...given.authors,
          given.publisher ?? '',
          given.published?.slice(0, 10) ?? '',
        ]
          .map(tidy)
          .filter((one) => one !== '');
        expect(read.details ?? '').toBe(details.join(', '));
      }),
      { numRuns: 1000 },
    );
  });

  it('links to addresses of the web only', () => {
    for (const url of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
    ]) {
      expect(composeHtmlNote('Source', { ...plain, url })).not.toContain('href');
    }
  });
});

describe('composeTextNote', () => {
  it('is a paragraph of its own that ends with the address', () => {
    expect(composeTextNote('Source', plain)).toBe(
      '\n\nSource: Rain "at last" in <b>Osh</b>. A. Writer, B. & C., The News, 2024-05-01. https://news.example/story?a=1&b=2',
    );
    const bare = { url: plain.url, title: '', authors: [], publisher: null, published: null };
    expect(composeTextNote('Source', bare)).toBe(`\n\nSource: ${plain.url}`);
  });

  it('is one line, whatever the page says', () => {
    fc.assert(
      fc.property(note, (given) => {
        const text = composeTextNote('Source', given);
        expect(text.startsWith('\n\nSource: ')).toBe(true);
        expect(text.endsWith(given.url)).toBe(true);
        const said = text.slice(2, text.length - given.url.length);
        expect(said).not.toMatch(/[\n\r\u2028\u2029]/);
      }),
    );
  });

  it('does not double the full stop, and keeps other marks', () => {
    const title = (one: string) =>
      composeTextNote('S', { ...plain, title: one }).split('A. Writer')[0];
    expect(title('What now?')).toBe('\n\nS: What now? ');
    expect(title('Enough!')).toBe('\n\nS: Enough! ');
    expect(title('Rain...')).toBe('\n\nS: Rain. ');
  });
});

it('escapeHtml can be undone', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(undoEscape(escapeHtml(text))).toBe(text);
    }),
  );
});
