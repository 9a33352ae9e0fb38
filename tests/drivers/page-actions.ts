/**
 * What a reader does on a page, in the same way in both browsers: selecting, pressing chords, pasting.
 */
import type { Page } from 'puppeteer-core';
import type { Clipboard, Modifier, Place, Stretch } from './driver.ts';

/** Selects an element's contents, or the first occurrence of a text in it. */
export async function selectText(page: Page, place: Place): Promise<void> {
  const { css, text } = typeof place === 'string' ? { css: place, text: null } : place;
  const [length, start] = await page.evaluate(
    (css, text) => {
      const whole = document.querySelector(css)?.textContent;
      return [whole?.length ?? -1, text === null ? 0 : (whole?.indexOf(text) ?? -1)] as const;
    },
    css,
    text,
  );
  if (length < 0) throw new Error(`nothing to select: no ${css} on ${page.url()}`);
  if (start < 0) throw new Error(`nothing to select: no “${text}” in ${css} on ${page.url()}`);
  const endOffset = text === null ? length : start + text.length;
  await selectRange(page, { startCss: css, startOffset: start, endOffset });
}

/** Selects from one place in the page's text to another. */
export async function selectRange(page: Page, stretch: Stretch): Promise<void> {
  const fault = await page.evaluate(
    ({ startCss, startOffset, endCss = startCss, endOffset }: Stretch) => {
      const find = (css: string, offset: number, isEnd: boolean): [Node, number] | string => {
        const element = document.querySelector(css);
        if (!element) return `no ${css}`;
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        let left = offset;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const size = node.nodeValue?.length ?? 0;
          if (left < size || (isEnd && left === size)) return [node, left];
          left -= size;
        }
        return left === 0 ? [element, element.childNodes.length] : `${css} ends before ${offset}`;
      };
      const start = find(startCss, startOffset, false);
      const end = find(endCss, endOffset, true);
      if (typeof start === 'string') return start;
      if (typeof end === 'string') return end;
      getSelection()?.setBaseAndExtent(...start, ...end);
      return null;
    },
    stretch,
  );
  if (fault !== null) throw new Error(`nothing to select on ${page.url()}: ${fault}`);
}

/** Presses a key while modifiers are held, and lets go in the reverse order whatever happens. */
export async function pressChord(
  page: Page,
  modifier: Modifier | Modifier[],
  key: string,
): Promise<void> {
  const held = typeof modifier === 'string' ? [modifier] : modifier;
  // Puppeteer names keys by a closed list of literals; a test's key is checked when it is pressed.
  const keyboard: { press(key: string): Promise<void> } = page.keyboard as never;
  for (const one of held) await page.keyboard.down(one);
  try {
    await keyboard.press(key);
  } finally {
    for (const one of held.toReversed()) await page.keyboard.up(one);
  }
}

/** The key that stands for Control in the shortcuts of this machine's system. */
export const PRIMARY_MODIFIER: Modifier = process.platform === 'darwin' ? 'Meta' : 'Control';

/**
 * Pastes into an empty page and gives both flavours that its paste event carried.
 * @param page a page of its own, on about:blank, in front
 */
export async function pasteInto(page: Page): Promise<Clipboard> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.replaceChildren(field);
    field.focus();
    field.addEventListener('paste', (event) => {
      event.preventDefault();
      field.dataset['plain'] = event.clipboardData?.getData('text/plain') ?? '';
      field.dataset['html'] = event.clipboardData?.getData('text/html') ?? '';
    });
  });
  await pressChord(page, PRIMARY_MODIFIER, 'v');
  return page.evaluate(async () => {
    const field = document.querySelector('textarea');
    // An empty clipboard fires no event in one browser: a second is long enough for the other.
    for (let turn = 0; turn < 40 && field?.dataset['plain'] === undefined; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return { plain: field?.dataset['plain'] ?? '', html: field?.dataset['html'] ?? '' };
  });
}
