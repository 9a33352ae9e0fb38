/**
 * Keeps the source line at the end of the article: one, in the place of what was shown before. Frameworks that
 * draw their page anew throw out what is not theirs, so it is put back, but not for ever.
 */
import { render } from 'preact';
import type { Source } from '../model/source.ts';
import type { Translate } from '../model/translate.ts';
import { readGround } from '../page/ground.ts';
import { findNativeReporter } from '../page/native-reporter.ts';
import styles from '../ui/source-line.css';
import { SourceLine } from '../ui/source-line.tsx';
import { askBackground } from './ask-background.ts';
import { createOwnElement } from './own-element.ts';
import { shareParts } from './parts.ts';
import { nameReportKeys } from './reader-keys.ts';
import { readSourceReach } from './source-reach.ts';

/** Times that a line is put back after the page took it out: a page that insists gets its way. */
const MOST_RETURNS = 3;

/** What pages put behind an article in good time, and is none of it. */
const BESIDE =
  'aside, footer, form, nav, [id*="comment" i], [class*="comment" i], [class*="related" i]';

interface Shown {
  host: HTMLElement;
  source: Source;
  article: Element;
  returns: number;
  /** tells when the page takes the line out of where it was put */
  observer: MutationObserver;
  /** draws it for the ground that it stands on now */
  redraw(): void;
}

let shown: Shown | null = null;

// A page may change its colours with the system's, without being loaded again.
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => shown?.redraw());

/**
 * Where the line for this source stands already, it is only put back, or moved behind text that came later.
 * @param article the element that holds the article's text
 * @param onGone called when the page has taken the line out
 */
export function showSourceLine(
  article: Element,
  source: Source,
  t: Translate,
  locale: string,
  onGone: () => void,
): void {
  if (shown?.source !== source) {
    hideSourceLine();
    const { host, redraw } = drawLine(article, source, t, locale);
    const observer = new MutationObserver(() => {
      if (!host.isConnected) onGone();
    });
    shown = { host, source, article, returns: 0, observer, redraw };
    putLine(shown);
  } else if (!shown.host.isConnected) {
    shown.article = article;
    shown.returns += 1;
    if (shown.returns <= MOST_RETURNS) putLine(shown);
  } else if (shown.article !== article || hasTextBehind(shown.host)) {
    shown.article = article;
    putLine(shown);
  }
}

export function hideSourceLine(): void {
  shown?.observer.disconnect();
  shown?.host.remove();
  shown = null;
}

function drawLine(
  article: Element,
  source: Source,
  t: Translate,
  locale: string,
): Pick<Shown, 'host' | 'redraw'> {
  const { host, root } = createOwnElement('sic-source', [styles]);
  const keys = findNativeReporter(document) === null ? nameReportKeys(t) : null;
  const reach = readSourceReach(source, article);
  let isCiting = false;
  const redraw = () =>
    render(
      <SourceLine
        source={source}
        {...reach}
        keys={keys}
        ground={readGround(article)}
        isCiting={isCiting}
        onCite={() => void toggleCitation(host, source, showCiting)}
        t={t}
        locale={locale}
      />,
      root,
    );
  const showCiting = (isOpen: boolean) => {
    isCiting = isOpen;
    redraw();
  };
  redraw();
  return { host, redraw };
}

/** What makes citations is loaded when one is wanted. */
async function toggleCitation(
  line: HTMLElement,
  source: Source,
  onChange: (isOpen: boolean) => void,
): Promise<void> {
  const parts = shareParts();
  if (parts.cite === undefined) await askBackground({ type: 'part/load', part: 'cite' });
  if (line.isConnected) parts.cite?.toggle(line, source, onChange);
}

function putLine({ host, article, observer }: Shown): void {
  // A page that keeps copies of itself keeps empty lines with them. One with words in it is the page's own.
  for (const other of document.querySelectorAll(host.localName)) {
    if (other !== host && other.textContent === '') other.remove();
  }
  const place = findPlace(article);
  place.append(host);
  observer.disconnect();
  observer.observe(place, { childList: true });
}

/** Whether the article goes on below the line; another article that begins there does not count. */
function hasTextBehind(host: Element): boolean {
  let hasText = false;
  for (let next = host.nextElementSibling; next !== null; next = next.nextElementSibling) {
    if (next.matches('article, h1') || next.querySelector('article, h1') !== null) return hasText;
    hasText ||=
      next.localName === 'p' || (!next.matches(BESIDE) && next.querySelector('p') !== null);
  }
  return hasText;
}

/** The article, or what is around it where the article lays its children out side by side. */
function findPlace(article: Element): Element {
  const { display, flexDirection, flexWrap } = getComputedStyle(article);
  const isRow = /flex/.test(display) && /^row/.test(flexDirection) && flexWrap === 'nowrap';
  const { parentElement } = article;
  return isRow && parentElement !== null && article !== document.body
    ? findPlace(parentElement)
    : article;
}
