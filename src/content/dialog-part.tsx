/**
 * Reporting on a page: opens the dialog for what is selected here or in a frame, keeps what is marked to be sent
 * together, and answers the background's part of it.
 */
import { render } from 'preact';
import { createDispatch } from '../messages/dispatch.ts';
import { reportCommandSchema } from '../messages/to-content.ts';
import type { Draft, ReportPlace } from '../model/draft.ts';
import { fail, succeed } from '../model/result.ts';
import { describeWords } from '../page/describe-words.ts';
import { findElement } from '../page/find-element.ts';
import { isNativeReporterOpen } from '../page/native-reporter.ts';
import { createContentTranslate, isConnected, readLocale } from '../platform/content-runtime.ts';
import colours from '../ui/page-colours.css';
import styles from '../ui/report-dialog.css';
import { askBackground } from './ask-background.ts';
import { createOwnElement, shieldElement } from './own-element.ts';
import { shareParts } from './parts.ts';
import { nameReportKeys } from './reader-keys.ts';
import { describePlace, placeInPage } from './reporting/describe-place.ts';
import { guardFields } from './reporting/guard-fields.ts';
import { createMarks, findPlace } from './reporting/marks.tsx';
import { readLanguage } from './reporting/read-language.ts';
import { runSession, type Session } from './reporting/report-session.tsx';
import { createSayInPage } from './reporting/say-in-page.tsx';
import { selectAgain } from './reporting/select-again.ts';
import { standInPage } from './reporting/stand-in-page.ts';
import { readAddress } from './watch-address.ts';

/** ms that the dialog waits for what was begun on this page earlier */
const DRAFTS_WAIT = 2_000;
/** A page that goes on writing itself anew gets its way. */
const MOST_REWRITTEN = 3;

const t = createContentTranslate([
  'dialogSaving',
  'dialogNoAnswer',
  'dialogCopyText',
  'dialogCopied',
  'dialogAgreeMissing',
  'dialogClose',
]);
const locale = readLocale();
// A report that was kept back by the network may go out: the background, asleep, is not told.
addEventListener('online', () => void askBackground({ type: 'reporting/read' }));
const say = createSayInPage(t, locale);
const marks = createMarks(t, locale, () => void openDialog(null));
/** null while none is open; 'opening' from the press on until it stands */
let opened: Session | 'opening' | null = null;
/** what was typed last and not sent: the background may still be about to keep it */
let left: Draft | null = null;
/** the address whose marks are shown */
let shownAt = readAddress();

/** Where on this page the words stand; of words in a frame, and where only marks are sent, it is not known. */
interface OnPage {
  words: Range;
  /** what the reader had selected, less than the words perhaps */
  selected: Range;
}

/**
 * @param place of what is reported, or null to send what is marked
 * @param rewritten times that the page has written its document anew under this dialog
 */
async function openDialog(
  place: ReportPlace | null,
  onPage?: OnPage,
  rewritten = 0,
): Promise<void> {
  if (opened !== null) return;
  // Without the extension there are no words for a dialog, nor anybody who would take a report.
  if (!isConnected()) return say(t('dialogNoAnswer'));
  opened = 'opening';
  shownAt = readAddress();
  const drafts = await readDrafts();
  marks.load(drafts ?? marks.list());
  const begun = [...(left === null ? [] : [left]), ...(drafts ?? [])];
  if (place === null && marks.list().length === 0) {
    opened = null;
    return;
  }
  marks.showBar(false);
  say('');
  const own = createOwnElement('sic-dialog', [colours, styles]);
  shieldElement(own);
  const stand = { take: () => own.host.remove() };
  document.documentElement.append(own.host);
  const close = (): void => {
    // What was still being put aside when it was closed has nothing left to close.
    if (opened !== session) return;
    render(null, own.root);
    stand.take();
    opened = null;
    marks.showBar(true);
    void followAddress();
    shareParts().dialogClosed?.();
  };
  const session = runSession({
    own,
    place,
    drafts: begun,
    marks,
    t,
    locale,
    onMarked(draft) {
      left = null;
      close();
      marks.add(draft, onPage?.words ?? null);
    },
    onClose(typed) {
      left = typed;
      close();
      if (onPage !== undefined) selectAgain(onPage.selected);
    },
  });
  opened = session;
  const unguard = guardFields(own);
  const giveUp = (): void => {
    void session.leave();
    close();
    say(t('reportUnshown'));
    void askBackground({ type: 'report/unshown' });
  };
  const openAnew = async (): Promise<void> => {
    if (rewritten >= MOST_REWRITTEN) return giveUp();
    const isKept = await session.leave();
    close();
    // The words that it was opened for may have gone with the old document.
    if (isKept) await openDialog(place, undefined, rewritten + 1);
  };
  const take = standInPage(own, giveUp, () => void openAnew());
  stand.take = () => {
    unguard();
    take();
  };
}

/** @returns null where the background does not answer in good time */
async function readDrafts(): Promise<Draft[] | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, DRAFTS_WAIT, null));
  const answer = await Promise.race([askBackground({ type: 'drafts/read' }), late]);
  return answer?.ok ? answer.value : null;
}

async function openForRange(range: Range): Promise<void> {
  // A click in what is marked already means the whole of it.
  const at = marks.findAt(range);
  if (at !== null) return openDialog(at.draft.place, { words: at.range, selected: range });
  const words = describeWords(range, document.body ?? document.documentElement);
  if (words === null) return sayNothing();
  const language = readLanguage(words.range);
  await openDialog(describePlace(words.selectors, language), {
    words: words.range,
    selected: range,
  });
}

async function showMarks(): Promise<void> {
  if (opened !== null) return;
  shownAt = readAddress();
  marks.load((await readDrafts()) ?? marks.list());
}

async function followAddress(): Promise<void> {
  if (readAddress() !== shownAt) await showMarks();
}

/** Goes on with what was begun on this page. */
async function continueDraft(canonical: string): Promise<void> {
  const draft = (await readDrafts())?.find((one) => one.canonical === canonical);
  if (draft === undefined) return;
  const words = findPlace(draft);
  findElement(words?.startContainer ?? null)?.scrollIntoView({ block: 'center' });
  await openDialog(draft.place, words === null ? undefined : { words, selected: words });
}

function openForMarks(): void {
  if (marks.list().length > 0) void openDialog(null);
  else sayNothing();
}

function sayNothing(): void {
  say(t('reportNothing', { keys: nameReportKeys(t) }));
}

function sayNativeOpen(): void {
  say(t('reportNativeOpen'));
}

const dispatch = createDispatch(reportCommandSchema, {
  async 'report/compose'({ place }) {
    if (isNativeReporterOpen(document)) sayNativeOpen();
    else await openDialog(placeInPage(place));
    return succeed(null);
  },
  async 'report/continue'({ canonical }) {
    // Without its text, a page has no place for it.
    if (document.readyState === 'loading') return fail('no-answer');
    await continueDraft(canonical);
    return succeed(null);
  },
  async 'report/empty'() {
    openForMarks();
    return succeed(null);
  },
});

// Two presses may have asked for this file twice: the first is the one that holds the dialog.
shareParts().dialog ??= {
  open: openForRange,
  isOpen: () => opened !== null,
  submit: () => {
    if (opened !== null && opened !== 'opening') opened.submit();
  },
  showMarks,
  followAddress,
  openForMarks,
  sayNativeOpen,
  answer: (message) => dispatch(message, null),
};
