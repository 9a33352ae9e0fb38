/**
 * On touch screens, where there is no key to press: a button that stands in the corner while something is selected.
 * Only where the reader has turned it on.
 */
import { render } from 'preact';
import { isInEditor } from '../page/editable.ts';
import { findMarked } from '../page/marked-words.ts';
import { createContentTranslate, readLocale } from '../platform/content-runtime.ts';
import styles from '../ui/touch-button.css';
import { TouchButton } from '../ui/touch-button.tsx';
import { loadPart } from './load-part.ts';
import { createOwnElement, type OwnElement, removeElement, shieldElement } from './own-element.ts';
import { shareParts } from './parts.ts';

/** ms: from the last change of the selection until it is taken for done */
const SETTLES = 300;

const t = createContentTranslate(['reportMistake']);
const locale = readLocale();
const parts = shareParts();
let isOn = false;
/** by what the page was touched last: where a mouse is used, there is a key as well */
let isTouch = matchMedia('(pointer: coarse)').matches;
let shown: OwnElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** what was selected when the button was shown: the press on it may take the selection away */
let range: Range | null = null;

function hide(): void {
  clearTimeout(timer);
  if (shown === null) return;
  render(null, shown.root);
  removeElement(shown);
  shown = null;
}

function look(): void {
  const found = findMarked(null, document);
  const isWanted =
    isOn &&
    isTouch &&
    found !== null &&
    !found.collapsed &&
    !isInEditor(found.commonAncestorContainer) &&
    parts.dialog?.isOpen() !== true;
  if (!isWanted) {
    hide();
    return;
  }
  range = found;
  if (shown?.host.isConnected === true) return;
  hide();
  shown = createOwnElement('sic-touch', [styles]);
  shieldElement(shown);
  document.documentElement.append(shown.host);
  render(<TouchButton t={t} locale={locale} onPress={() => void report()} />, shown.root);
}

async function report(): Promise<void> {
  const selected = range;
  hide();
  if (selected === null) return;
  await loadPart('dialog');
  await parts.dialog?.open(selected);
}

function lookSoon(): void {
  clearTimeout(timer);
  if (isOn) timer = setTimeout(look, SETTLES);
}

document.addEventListener('selectionchange', lookSoon);
addEventListener(
  'pointerdown',
  ({ pointerType }) => {
    isTouch = pointerType === 'touch';
  },
  { capture: true, passive: true },
);

parts.touch ??= {
  watch(on) {
    isOn = on;
    if (on) lookSoon();
    else hide();
  },
};
