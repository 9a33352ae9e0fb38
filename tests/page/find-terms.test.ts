import { describe, expect, it } from 'vitest';
import { setBody, usePageModule } from './page-session.ts';

const session = usePageModule();

async function read(html: string, lang = 'en') {
  await setBody(session.page, html, lang);
  return session.page.evaluate(() => ({ terms: sic.readSource(document).terms }));
}

const AROUND = [
  '<nav><a href="/">Home</a> <a href="/about">About us</a></nav>',
  '<p>© 2012–2026 The Bay Post. All rights reserved.</p>',
  '<p>We use cookies. By using this site you agree to our use of cookies.</p>',
  '<p>Share this link: <button>Copy link</button></p>',
  '<p>Phone 12-34-56, editor@bay.example</p>',
] as const;
const ENGLISH = 'Reproduction of our articles is allowed only with an active link to the source.';

describe('the terms of a whole page', () => {
  it.each([
    ['English', 'en', ENGLISH, 'active-link-required'],
    [
      'Russian',
      'ru',
      'При использовании наших статей активная ссылка на источник обязательна.',
      'active-link-required',
    ],
    [
      'Ukrainian',
      'uk',
      'Передрук дозволено лише з активним посиланням на джерело.',
      'active-link-required',
    ],
    [
      'German',
      'de',
      'Der Nachdruck ist nur mit schriftlicher Genehmigung der Redaktion gestattet.',
      'permission-required',
    ],
    [
      'by permission',
      'en',
      'No part of this site may be reproduced without written permission of the editors.',
      'permission-required',
    ],
    [
      'by credit',
      'en',
      'Our texts may be republished free of charge when the source is mentioned.',
      'free-with-credit',
    ],
    [
      'by licence',
      'en',
      'All texts are published under a Creative Commons BY 4.0 licence.',
      'cc-license',
    ],
  ])(
    'are the one sentence among the others of a footer: %s',
    async (_name, lang, sentence, kind) => {
      for (const html of [
        `<footer>${AROUND.join('')}<p>${sentence}</p>${AROUND.join('')}</footer>`,
        `<footer>The Bay Post was founded in 1899. ${sentence} Follow us on all networks.</footer>`,
        `<footer><div>The Bay Post<br>${sentence}<br>Old Harbour 1, Bay</div></footer>`,
        `<div class="site-footer"><ul><li>About us</li><li>${sentence.replace(/ (\S+) /, ' <b>$1</b> ')}</li></ul></div>`,
        `<article><p>Text.</p></article><div id="copyright">${sentence}</div>`,
      ]) {
        const { terms } = await read(html, lang);
        expect(terms, html).toMatchObject({ kind, evidence: sentence });
      }
    },
  );

  it('are the most binding where several are stated', async () => {
    const free = 'Our texts may be republished free of charge when the source is mentioned.';
    const { terms } = await read(`<footer><p>${free}</p><p>${ENGLISH}</p></footer>`);
    expect(terms).toMatchObject({
      kind: 'active-link-required',
      link: 'active',
      evidence: ENGLISH,
    });
  });

  it.each([
    ['nothing of the kind', `<footer>${AROUND.join('')}</footer>`],
    ['them in the article, as its subject', `<article><p>${ENGLISH}</p></article>`],
    ['them in a script', `<footer><script>"${ENGLISH}"</script></footer>`],
    ['nothing at all', ''],
  ])('are none where a page says %s', async (_name, html) => {
    expect((await read(html)).terms).toBeNull();
  });

  it('of a page that names a licence for machines alone are the licence’s', async () => {
    const url = 'https://creativecommons.org/licenses/by-nc/4.0/';
    const link = `<a rel="license" href="${url}">licence</a>`;
    expect((await read(link)).terms).toMatchObject({
      kind: 'cc-license',
      nonCommercial: true,
      evidence: url,
    });
    expect((await read(`${link}<footer>${ENGLISH}</footer>`)).terms).toMatchObject({
      kind: 'active-link-required',
      evidence: ENGLISH,
    });
    expect((await read('<a rel="license" href="/our-licence">licence</a>')).terms).toBeNull();
  });

  it.each([
    [20, 'active-link-required'],
    // Nobody writes a footer like that: it is read without an error, and no further than its bound.
    [10_000, null],
  ])('below %i levels of a footer', async (levels, expected) => {
    const kind = await session.page.evaluate(
      (sentence, depth) => {
        const footer = document.createElement('footer');
        let inner: Element = footer;
        for (let level = 0; level < depth; level += 1) {
          const next = document.createElement('b');
          inner.append(next);
          inner = next;
        }
        inner.append(sentence);
        document.body.replaceChildren(footer);
        const { terms } = sic.readSource(document);
        document.body.replaceChildren();
        return terms?.kind ?? null;
      },
      ENGLISH,
      levels,
    );
    expect(kind).toBe(expected);
  });
});
