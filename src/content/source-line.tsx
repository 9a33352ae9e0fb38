/** Puts the source line at the end of the article: one, in the place of what was shown before. */
import { render } from 'preact';
import type { Source } from '../model/source.ts';
import type { Translate } from '../model/translate.ts';
import { findArticleText } from '../page/article-root.ts';
import { readGround } from '../page/ground.ts';
import { findNativeReporter } from '../page/native-reporter.ts';
import styles from '../ui/source-line.css';
import { SourceLine } from '../ui/source-line.tsx';
import { createOwnElement } from './own-element.ts';
import { nameReportKeys } from './reader-keys.ts';

let shown: HTMLElement | null = null;

export function showSourceLine(
  document: Document,
  source: Source,
  t: Translate,
  locale: string,
): void {
  hideSourceLine();
  const { root: article } = findArticleText(document);
  if (article === null) return;
  const { host, root } = createOwnElement('sic-source', [styles]);
  shown = host;
  const keys = findNativeReporter(document) === null ? nameReportKeys(t) : null;
  const ground = readGround(article);
  render(<SourceLine source={source} keys={keys} ground={ground} t={t} locale={locale} />, root);
  findPlace(article).append(host);
}

export function hideSourceLine(): void {
  shown?.remove();
  shown = null;
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
