/**
 * What runs in every page: the chord, the copy and a verdict, and nothing more. Listeners are added at
 * document_start so that no page can come before them; everything else waits until the page has been
 * read and is loaded only when it is wanted.
 */
import type { Part } from '../messages/content-to-background.ts';
import { readAnnotationService } from '../page/annotation-service.ts';
import { isInEditor } from '../page/editable.ts';
import { isArticle } from '../page/judge-article.ts';
import { findNativeReporter } from '../page/native-reporter.ts';
import { carryToBackground, isConnected, listenInTab } from '../platform/content-runtime.ts';
import { shieldDialog } from './dialog-shield.ts';
import { shareParts } from './parts.ts';
import { listenForChord } from './report-chord.ts';
import { watchPage } from './watch-page.ts';
import { listenOnWindow } from './window-listeners.ts';

const parts = shareParts();
parts.loadedFrom ??= location.href;
let isPrepared = false;

listenForChord((event) => {
  if (parts.dialog?.host()) return submitDialog();
  const range = readSelectedRange(event);
  if (range === null || !isConnected() || !takesReports()) return false;
  void loadPart('dialog').then(() => parts.dialog?.open(range));
  return true;
});
// After the chord, so that the chord sends from within the dialog as well.
shieldDialog(parts);
listenOnWindow('copy', (event) => parts.copying?.handleCopy(event));
listenInTab(async (message) => {
  // A person asks it of any page. What else is said is for those that have the part already.
  if (isRequest(message)) await loadPart('article');
  return parts.article?.answer(message);
});
watchPage(() => void lookAtPage());

/** Whether a person is behind a message: a popup that was opened, or a command for copying. */
function isRequest(message: unknown): boolean {
  const type: unknown =
    typeof message === 'object' && message !== null ? Reflect.get(message, 'type') : null;
  return typeof type === 'string' && /^(?:page|copy)\//.test(type);
}

function submitDialog(): true {
  parts.dialog?.submit();
  return true;
}

function readSelectedRange(event: KeyboardEvent): Range | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.toString().trim() === '')
    return null;
  const focused = event.composedPath()[0];
  if (isInEditor(focused instanceof Node ? focused : null)) return null;
  const range = selection.getRangeAt(0).cloneRange();
  return isInEditor(range.commonAncestorContainer) ? null : range;
}

/** Articles, and pages that ask for reports; not where the site has a reporter of its own. */
function takesReports(): boolean {
  return (
    (isArticle(document) || readAnnotationService(document) !== null) &&
    findNativeReporter(document) === null
  );
}

async function lookAtPage(): Promise<void> {
  // What an extension that is gone has left says what it cannot do any more.
  if (!isConnected() || !isArticle(document)) return parts.article?.leave();
  if (isPrepared) return parts.article?.start();
  await loadPart('article');
  if (parts.article === undefined) return;
  await parts.article.prepare();
  isPrepared = true;
  // The page may have become another meanwhile.
  await lookAtPage();
}

/**
 * Resolves when the part is there, or when it cannot be had (the extension was updated, say). A background
 * that is just starting may not listen yet, so it is asked again.
 */
async function loadPart(part: Part): Promise<void> {
  for (let attempt = 0; attempt < 3 && parts[part] === undefined; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 300));
    await carryToBackground({ type: 'part/load', part }).catch(() => undefined);
  }
}
