/**
 * When a page's words are reported, and by whose dialog: the key is taken on articles, on pages that name an
 * endpoint, and in plain texts; where the site has a reporter of its own, that one keeps the key unless the reader
 * chose otherwise. A person who asks by the menu or the popup gets Sic's dialog anywhere.
 */
import { readAnnotationService } from '../../page/annotation-service.ts';
import { isArticle } from '../../page/judge-article.ts';
import { findNativeReporter, isNativeReporterOpen } from '../../page/native-reporter.ts';
import { carryToBackground, isConnected } from '../../platform/content-runtime.ts';
import { loadPart } from '../load-part.ts';
import { shareParts } from '../parts.ts';
import { readProperty, readReply } from '../read-value.ts';
import { readAddress } from '../watch-address.ts';
import { findReportable } from './find-reportable.ts';

const parts = shareParts();
// What has just been sent is shown where it stands.
parts.dialogClosed = () => void readReportingRule(isArticle(document), true);
/** what the settings say of this site; null until it was wanted and read */
let rule: { usesSic: boolean; touchButton: boolean; marks: number } | null = null;
/** the address at which they were read: what is marked there is marked nowhere else */
let readAt = '';

/** Whether the key reports here. */
export function takesReports(): boolean {
  return (
    isReportable(isArticle(document)) &&
    (findNativeReporter(document) === null || rule?.usesSic === true)
  );
}

/** Answers a press of the key with the dialog; returns whether the press was taken. */
export function takeChord(event: KeyboardEvent): boolean {
  if (parts.dialog?.isOpen() === true) {
    parts.dialog.submit();
    return true;
  }
  const range = findReportable(event);
  if (!isConnected() || range === 'off-limits' || !takesReports()) return false;
  if (range !== null) void openDialog(range);
  // The page may have a use of its own for the key, which nothing selected leaves to it.
  else if (isAtRest(event)) void loadPart('dialog').then(() => parts.dialog?.openForMarks());
  return range !== null;
}

/**
 * @param isMeant whether it is this document that the person asks
 * @returns null where no words are marked in this document, for another frame to look
 */
export function startReport(isMeant: boolean): Promise<unknown> | null {
  const range = findReportable(null);
  if (range === null || range === 'off-limits') return null;
  // What was selected is left behind in a page when the person goes on in a frame.
  const isLeft = /^i?frame$/i.test(document.activeElement?.localName ?? '');
  if (isLeft && (range.collapsed || !isMeant)) return null;
  return openDialog(range).then(() => ({ ok: true, value: true }));
}

async function openDialog(range: Range): Promise<void> {
  await loadPart('dialog');
  if (isNativeReporterOpen(document)) parts.dialog?.sayNativeOpen();
  else await parts.dialog?.open(range);
}

/**
 * Looks what there is to do on a page that may take reports, at its start and when the settings have changed.
 * @param isOne whether it is an article, which is dear to find out
 */
export async function readReportingRule(isOne: boolean, isAgain = false): Promise<void> {
  const address = readAddress();
  await parts.dialog?.followAddress();
  void parts.placed?.look(isAgain);
  if (!isReportable(isOne) || (rule !== null && readAt === address && !isAgain)) return;
  readAt = address;
  const answer = await carryToBackground({ type: 'reporting/read' }).catch(() => undefined);
  const value = readReply(answer);
  if (value === undefined) return;
  rule = {
    usesSic: readProperty(value, 'native') === 'sic',
    touchButton: readProperty(value, 'touchButton') === true,
    marks: Number(readProperty(value, 'marks')) || 0,
  };
  if (readProperty(value, 'placed') === true) await loadPart('placed');
  void parts.placed?.look();
  if (rule.marks > 0) {
    await loadPart('dialog');
    await parts.dialog?.showMarks();
  }
  if (rule.touchButton) await loadPart('touch');
  parts.touch?.watch(rule.touchButton && takesReports());
}

function isReportable(isOne: boolean): boolean {
  return isOne || isPlainText() || readAnnotationService(document) !== null;
}

/** A text or XML as it is, which has no use for the key, nor a way to name an endpoint. */
function isPlainText(): boolean {
  const { contentType } = document;
  return (
    (contentType.startsWith('text/') && contentType !== 'text/html') ||
    /^application\/(?!xhtml)(?:[\w.-]+\+)?xml$/.test(contentType)
  );
}

function isAtRest({ target }: Event): boolean {
  return target === document.body || target === document.documentElement;
}
