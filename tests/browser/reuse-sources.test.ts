/** Several sources in one text, and links that are not as their sources ask for them. */
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PRIMARY_MODIFIER } from '../drivers/page-actions.ts';
import { waitUntil } from '../drivers/wait.ts';
import {
  copyFrom,
  nameArticle,
  readPassage,
  SOURCES,
  type SourceName,
  useReuseSession,
} from './reuse-sites.ts';
import { NOTE, readNote, waitForNote, waitForNoteGone } from './reuse-steps.ts';
import { changeSettings, copy, openPage } from './session.ts';

const session = useReuseSession();
const EDITOR = 'http://cms.example/write.html';

beforeAll(() => {
  session.site.setPage(
    EDITOR,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Write</title><h1>Write</h1>
    <div id="field" contenteditable="true" role="textbox" aria-label="Text" style="min-height: 200px"></div>`,
  );
  // What is put on the clipboard here is of no article, and carries no source.
  session.site.setPage(
    'http://cms.example/clip.html',
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Clip</title><div id="clip"></div>',
  );
});

/** Pastes this into the editor, as from another of its texts. */
async function pasteMarkup(html: string): Promise<Page> {
  const clip = await openPage(session, 'http://cms.example/clip.html');
  await clip.$eval(
    '#clip',
    (one, html) => one.append(document.createRange().createContextualFragment(html)),
    html,
  );
  await copy(session, clip, '#clip');
  await clip.close();
  const page = await openPage(session, EDITOR);
  await page.bringToFront();
  await page.click('#field');
  await session.driver.chord(page, PRIMARY_MODIFIER, 'v');
  return page;
}

const listLinks = (page: Page) =>
  page.$$eval('#field a', (links) => links.map((one) => (one as HTMLAnchorElement).href));

const paragraph = (source: SourceName, end = '') => `<p>${readPassage(source)}${end}</p>`;

describe('several sources', () => {
  it('are listed in one note, and put in together, each behind its passage', async () => {
    await changeSettings(session, { attribution: { when: 'never' } });
    await copyFrom(session, ['linked', 'missing']);
    const page = await pasteMarkup(`${paragraph('linked')}${paragraph('missing')}`);
    await waitForNote(session, page);
    const { message, text } = await readNote(session, page);
    expect(message).toBe('This text lacks what several sources ask for');
    for (const source of ['linked', 'missing'] as const)
      expect(text).toContain(`${SOURCES[source]} daily`);
    expect(await session.driver.axe(page, NOTE)).toEqual([]);
    await session.driver.clickInShadow(page, NOTE, '[data-act="put-in-all"]');
    await waitUntil(async () => (await listLinks(page)).length === 2, { what: 'both sources' });
    await waitForNoteGone(session, page);
    const saved = await page.$eval('#field', ({ innerHTML }) =>
      innerHTML.replaceAll('&nbsp;', ' '),
    );
    const places = (['linked', 'missing'] as const).flatMap((source) => [
      saved.indexOf(readPassage(source).slice(0, 30)),
      saved.indexOf(nameArticle(source)),
    ]);
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    await page.close();
  });
});

describe('a link that is not as it is asked for', () => {
  it.each([
    ['the front page', 'home', '', 'The link leads to the front page, not to the article.'],
    [
      'no search engine',
      'nofollow',
      'story.html" rel="nofollow',
      'The link tells search engines not to follow it.',
    ],
  ] as const)('leads to %s: said, and the right one is put in', async (_, source, end, fault) => {
    await changeSettings(session, { attribution: { when: 'never' } });
    await copyFrom(session, [source]);
    const link = ` As told by <a href="http://${SOURCES[source]}/${end}">them</a>.`;
    const page = await pasteMarkup(paragraph(source, link));
    await waitForNote(session, page);
    const { message, text } = await readNote(session, page);
    expect(message).toBe('The source of this text is not given as it asks');
    expect(text).toContain(fault);
    expect(text).toContain('Put in the right link');
    await session.driver.clickInShadow(page, NOTE, '[data-act="put-in"]');
    await waitUntil(
      async () =>
        (
          await page.$$eval('#field a', (all) => all.map((one) => one.getAttribute('rel') ?? ''))
        ).filter((rel) => !rel.includes('nofollow')).length > 0 &&
        (await listLinks(page)).includes(nameArticle(source)),
      { what: 'the right link' },
    );
    await waitForNoteGone(session, page);
    await page.close();
  });
});
