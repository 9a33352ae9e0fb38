/** When the text of a page is looked at again, in a real page whose clock runs faster than others do. */
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ContentFollower, Outlook } from '../../src/content/placed/follow-content.ts';
import { pause } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { usePageModule } from './page-session.ts';

/** What the tests' own script in the page holds. */
interface Bench {
  follower: ContentFollower;
  /** `isSettled` of each look, in their order */
  looks: boolean[];
  /** what a look finds; all that is not set is found and sure */
  outlook: () => Partial<Outlook>;
  /** ms by which the page's clock is to be ahead */
  ahead: number;
  tick: ReturnType<typeof setInterval>;
}
declare const bench: Bench;

/** How much faster the page's clock runs. */
const PACE = 20;
/** ms in which the page has gone on for longer than any wait for one more look */
const LONG = 2_000;

const HARNESS = `
  import { followContent } from './src/content/placed/follow-content.ts';
  const { performance } = globalThis;
  const [later, now] = [setTimeout.bind(globalThis), performance.now.bind(performance)];
  globalThis.setTimeout = (act, ms) => later(act, ms / ${PACE});
  performance.now = () => now() * ${PACE} + bench.ahead;
  const bench = {
    looks: [],
    ahead: 0,
    outlook: () => ({}),
    follower: followContent((isSettled) => {
      bench.looks.push(isSettled);
      return { isMissing: false, isUnsure: false, places: [], ...bench.outlook() };
    }),
  };
  globalThis.bench = bench;
`;

const session = usePageModule();
let code = '';
let page: Page;

beforeAll(async () => {
  const resolveDir = join(import.meta.dirname, '../..');
  const { outputFiles } = await build({
    stdin: { contents: HARNESS, resolveDir },
    bundle: true,
    format: 'iife',
    write: false,
  });
  code = outputFiles[0]?.text ?? '';
});
beforeEach(async () => {
  page = await session.driver.newPage(`${session.site.origin}/`);
  await page.evaluate(code);
  await page.evaluate(() => {
    document.body.innerHTML =
      '<main><article><p id="p">All of teh words</p></article></main><aside id="side"></aside>';
  });
});
afterEach(() => page.close());

const count = () => page.evaluate(() => bench.looks.length);
const waitForLooks = (looks: number) =>
  waitInPage(page, (least) => bench.looks.length >= Number(least), String(looks));

/** Begins, with the first place found in the paragraph, and waits for the first look. */
async function begin(css = '#p'): Promise<void> {
  await page.evaluate((place) => {
    bench.outlook = () => {
      const text = document.querySelector(place)?.firstChild;
      if (!(text instanceof Text)) return { isMissing: true };
      const range = document.createRange();
      range.setStart(text, 7);
      range.setEnd(text, 10);
      return { places: [range] };
    };
    bench.follower.begin();
  }, css);
  await waitForLooks(1);
}

describe('a page on which all is found', () => {
  it('is looked at once, whatever changes elsewhere', async () => {
    await begin();
    await page.evaluate(() => {
      bench.tick = setInterval(() => {
        document.querySelector('#side')?.append('news ');
        document.querySelector('main')?.append(document.createElement('div'));
        document.body.className += ' x';
      }, 5);
    });
    await pause(LONG);
    expect(await count()).toBe(1);
  });

  it.each([
    [
      'its paragraph is drawn anew',
      () =>
        document.querySelector('#p')?.replaceWith(
          Object.assign(document.createElement('p'), {
            id: 'p',
            textContent: 'All of teh words',
          }),
        ),
    ],
    [
      'all of the article is',
      () => {
        const main = document.querySelector('main');
        if (main) main.innerHTML = '<article><p id="p">All of teh words</p></article>';
      },
    ],
    [
      'its text is another',
      () => {
        const text = document.querySelector('#p')?.firstChild;
        if (text instanceof Text) text.data = 'All of the words';
      },
    ],
  ])('is looked at again when %s', async (_, change) => {
    await begin();
    await page.evaluate(change);
    await waitForLooks(2);
    await pause(LONG);
    expect(await count()).toBe(2);
  });

  it('is looked at again when the tree around the host of its words goes', async () => {
    await page.evaluate(() => {
      const host = document.createElement('section');
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = '<p>All of teh words</p>';
      document.querySelector('article')?.append(host);
      bench.outlook = () => {
        const range = document.createRange();
        range.selectNodeContents(root.querySelector('p') ?? document.body);
        return { places: [range] };
      };
      bench.follower.begin();
    });
    await waitForLooks(1);
    await page.evaluate(() => document.querySelector('main')?.replaceChildren());
    await waitForLooks(2);
  });
});

describe('a page on which something is missing', () => {
  it('is looked at when it changes, until it is found', async () => {
    await begin('#late');
    await pause(300);
    expect(await count()).toBe(1);
    await page.evaluate(() => document.querySelector('#side')?.append('news'));
    await waitForLooks(2);
    await page.evaluate(() => {
      document
        .querySelector('main')
        ?.insertAdjacentHTML('beforeend', '<p id="late">All of teh words</p>');
    });
    await waitForLooks(3);
    await page.evaluate(() => {
      bench.tick = setInterval(() => document.querySelector('#side')?.append('news '), 5);
    });
    await pause(LONG);
    expect(await count()).toBe(3);
  });

  it('is not looked at for what Sic puts in and takes out itself', async () => {
    await begin('#late');
    await page.evaluate(() => {
      bench.tick = setInterval(() => {
        const own = document.createElement('sic-placed');
        document.documentElement.append(own);
        setTimeout(() => own.remove());
      }, 5);
    });
    await pause(LONG);
    expect(await count()).toBe(1);
  });

  it('is looked at a handful of times, though it never stands still', async () => {
    await begin('#late');
    await page.evaluate(() => {
      bench.tick = setInterval(() => document.querySelector('#side')?.append('news '), 5);
    });
    await waitForLooks(8);
    await pause(LONG);
    expect(await count()).toBe(8);
  });

  it('is given up after some time', async () => {
    await begin('#late');
    await page.evaluate(() => {
      bench.ahead = 3_600_000;
      document.querySelector('#side')?.append('news');
    });
    await pause(LONG);
    expect(await count()).toBe(1);
  });
});

describe('what is not sure', () => {
  it('is seen once more when the page has settled', async () => {
    await page.evaluate(() => {
      bench.outlook = () => ({ isUnsure: bench.looks.length < 2 });
      bench.follower.begin();
    });
    await waitForLooks(2);
    await pause(LONG);
    expect(await page.evaluate(() => bench.looks)).toEqual([false, true]);
  });

  it('is not settled before the page is loaded', async () => {
    await page.evaluate(() => {
      Object.defineProperty(document, 'readyState', { configurable: true, value: 'interactive' });
      bench.outlook = () => ({ isUnsure: !bench.looks.includes(true) });
      bench.follower.begin();
    });
    await waitForLooks(1);
    await page.evaluate(() => document.querySelector('#side')?.append('news'));
    await waitForLooks(2);
    await pause(LONG);
    expect(await page.evaluate(() => bench.looks)).toEqual([false, false]);
    await page.evaluate(() => {
      Object.defineProperty(document, 'readyState', { value: 'complete' });
      dispatchEvent(new Event('load'));
    });
    await waitInPage(page, () => bench.looks.includes(true));
  });

  it('is not settled while its place turns into something else and back', async () => {
    await page.evaluate(() => {
      const text = document.querySelector('#p')?.firstChild;
      if (!(text instanceof Text)) throw new Error('no text');
      const words = text.data;
      let turns = 0;
      bench.tick = setInterval(() => {
        turns += 1;
        text.data = turns % 2 === 0 ? words : words.replace('teh', 'the');
      }, 40);
      bench.outlook = () => {
        const range = document.createRange();
        range.setStart(text, 7);
        range.setEnd(text, 10);
        return { isUnsure: !bench.looks.includes(true), places: [range] };
      };
      bench.follower.begin();
    });
    await waitForLooks(4);
    expect(await page.evaluate(() => bench.looks)).not.toContain(true);
    await page.evaluate(() => clearInterval(bench.tick));
    await waitInPage(page, () => bench.looks.includes(true));
  });

  it('is given up where it stays so', async () => {
    await page.evaluate(() => {
      bench.outlook = () => ({ isUnsure: true });
      bench.follower.begin();
    });
    await waitForLooks(8);
    await pause(LONG);
    expect(await count()).toBe(8);
  });
});

it('is not looked at while it is hidden', async () => {
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    bench.follower.begin();
  });
  await pause(LONG);
  expect(await count()).toBe(0);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: false });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await waitForLooks(1);
});

it('is looked at no more once that is stopped', async () => {
  await begin('#late');
  await page.evaluate(() => {
    bench.follower.stop();
    document.querySelector('#side')?.append('news');
  });
  await pause(LONG);
  expect(await count()).toBe(1);
  await page.evaluate(() => bench.follower.begin());
  await waitForLooks(2);
});
