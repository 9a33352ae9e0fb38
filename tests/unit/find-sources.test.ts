/** What a site's own endpoint is asked when its page is checked, and of whom nothing is asked. */
import { expect, it } from 'vitest';
import type { FindEditor, FoundEditor } from '../../src/background/find-editor.ts';
import { createFindSources } from '../../src/background/find-sources.ts';

const PAGE = { url: 'https://www.own.example/post', isPrivate: false };

function setUp(answer: Awaited<ReturnType<FoundEditor['sources']['find']>>) {
  const asked: unknown[] = [];
  const findEditor: FindEditor = async (page) => {
    if (!page.startsWith('https://www.own.example/')) return null;
    const sources: FoundEditor['sources'] = {
      async find(site, fingerprints) {
        asked.push([site, fingerprints]);
        return answer;
      },
    };
    return { endpoint: 'https://desk.example', site: 'own.example', sources } as FoundEditor;
  };
  return { asked, find: createFindSources(findEditor) };
}

it('asks the endpoint of the page’s own site, of the page’s fingerprints alone', async () => {
  const { asked, find } = setUp({ ok: true, value: { sources: [] } });
  expect(await find([1, 2], PAGE)).toEqual({ isAsked: true, copies: [] });
  expect(asked).toEqual([['www.own.example', [1, 2]]]);
});

it('asks nobody about other sites, nor in private windows', async () => {
  const { asked, find } = setUp({ ok: true, value: { sources: [] } });
  const nothing = { isAsked: false, copies: [] };
  expect(await find([1], { ...PAGE, url: 'https://other.example/' })).toEqual(nothing);
  expect(await find([1], { ...PAGE, isPrivate: true })).toEqual(nothing);
  expect(asked).toEqual([]);
});

it('says that nothing was asked where the endpoint does not answer', async () => {
  const { find } = setUp({ ok: false, failure: 'network', detail: '' });
  expect(await find([1], PAGE)).toEqual({ isAsked: false, copies: [] });
});
