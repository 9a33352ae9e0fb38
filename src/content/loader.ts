/**
 * What runs in every page: the chord, the copy and a verdict, and nothing more. Listeners are added at
 * document_start so that no page can come before them; everything else waits until the page has been
 * read and is loaded only when it is wanted.
 */
import { isArticle } from '../page/judge-article.ts';
import { isConnected, listenInTab } from '../platform/content-runtime.ts';
import { shieldElements } from './dialog-shield.ts';
import { loadPart } from './load-part.ts';
import { shareParts } from './parts.ts';
import { readProperty } from './read-value.ts';
import { listenForChord } from './report-chord.ts';
import {
  readReportingRule,
  startReport,
  takeChord,
  takesReports,
} from './reporting/take-reports.ts';
import { watchPage } from './watch-page.ts';
import { watchPastes } from './watch-pastes.ts';
import { listenOnWindow } from './window-listeners.ts';

const parts = shareParts();
parts.loadedFrom ??= location.href;
let isPrepared = false;

listenForChord(takeChord);
// After the chord, so that the chord sends from within the dialog as well.
shieldElements(parts);
listenOnWindow('copy', (event) => {
  parts.article?.noteCopy(event);
  parts.copying?.handleCopy(event);
});
listenOnWindow('click', (event) => parts.placed?.handleClick(event));
listenInTab((message) => {
  const type = String(readProperty(message, 'type'));
  if (type === 'report/start') return startReport(readProperty(message, 'isMeant') === true);
  // For the frames.
  if (type === 'marks/show') return null;
  if (type === 'report/takes') return Promise.resolve({ ok: true, value: takesReports() });
  return answer(type, message);
});
watchPastes();
watchPage(() => void lookAtPage());

async function answer(type: string, message: unknown): Promise<unknown> {
  if (type.startsWith('report/')) {
    if (type === 'report/compose' && !isWanted(message)) return { ok: true, value: null };
    await loadPart('dialog');
    return parts.dialog?.answer(message);
  }
  if (type.startsWith('native/')) {
    await loadPart('native');
    return parts.native?.answer(message);
  }
  if (type.startsWith('placed/')) {
    // Where nothing was to be shown, the part is not there.
    const none = { ok: true, value: type === 'placed/count' ? 0 : null };
    return parts.placed === undefined ? none : parts.placed.answer(message);
  }
  if (type === 'settings/changed') void readReportingRule(isArticle(document), true);
  // A person asks it of any page. What else is said is for those that have the part already.
  if (/^(?:page|copy|reuse)\//.test(type)) await loadPart('article');
  return parts.article?.answer(message);
}

/** Whether words of a frame are to be reported: a frame may have been asked for them before it knew of its page. */
function isWanted(message: unknown): boolean {
  const declared = readProperty(readProperty(message, 'place'), 'declared');
  return readProperty(message, 'isMeant') === true || declared !== null || takesReports();
}

async function lookAtPage(): Promise<void> {
  // What an extension that is gone has left says what it cannot do any more.
  if (!isConnected()) {
    parts.placed?.leave();
    return parts.article?.leave();
  }
  const isOne = isArticle(document);
  void readReportingRule(isOne);
  if (!isOne) return parts.article?.leave();
  if (isPrepared) return parts.article?.start();
  await loadPart('article');
  if (parts.article === undefined) return;
  await parts.article.prepare();
  isPrepared = true;
  // The page may have become another meanwhile.
  await lookAtPage();
}
