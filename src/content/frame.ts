/**
 * What runs in the frames of a page: the chord, and the answer to a person who asks from outside. Words of a frame
 * are reported in the dialog of the page around it, which has the room for it; whether that page takes reports is
 * asked when something is selected in the frame for the first time, so that a press can be answered at once.
 */
import { isInEditor } from '../page/editable.ts';
import { findNativeReporter } from '../page/native-reporter.ts';
import { carryToBackground, isConnected, listenInTab } from '../platform/content-runtime.ts';
import { loadPart } from './load-part.ts';
import { shareParts } from './parts.ts';
import { readProperty, readReply } from './read-value.ts';
import { listenForChord } from './report-chord.ts';
import { findReportable } from './reporting/find-reportable.ts';
import { watchPastes } from './watch-pastes.ts';
import { keepListening, listenOnWindow } from './window-listeners.ts';

/** What the page around says holds for so long, in ms: it may become an article. */
const HOLDS = 5_000;

if (self !== top) watchFrame();

function watchFrame(): void {
  let asked = 0;
  /** a page that has not answered yet is taken for one that takes reports */
  let takes = true;

  listenOnWindow('selectionchange', () => {
    if (asked > 0 && performance.now() - asked < HOLDS) return;
    asked = performance.now();
    // Each letter that is typed moves the caret: whoever writes in a frame is not to keep the background awake.
    if (isInEditor(document.activeElement)) return;
    carryToBackground({ type: 'report/asks' }).then(
      (answer) => {
        takes = readReply(answer) === true;
      },
      () => undefined,
    );
  });
  listenForChord((event) => {
    const range = findReportable(event);
    if (
      range === null ||
      range === 'off-limits' ||
      !takes ||
      !isConnected() ||
      findNativeReporter(document) !== null
    )
      return false;
    void relay(range, false);
    return true;
  });
  watchPastes();
  // Frames are written into by the page around them more often than not.
  keepListening(() => undefined);
  listenInTab((message) => {
    const type = readProperty(message, 'type');
    if (type === 'marks/show') void showMarks(message);
    if (type !== 'report/start') return null;
    const range = findReportable(null);
    if (range === null || range === 'off-limits' || range.collapsed) return null;
    return relay(range, true).then(() => ({ ok: true, value: true }));
  });
}

async function relay(range: Range, isMeant: boolean): Promise<void> {
  await loadPart('quoting');
  await shareParts().quoting?.relay(range, isMeant);
}

async function showMarks(message: unknown): Promise<void> {
  if (isMarked(readProperty(message, 'places'))) await loadPart('quoting');
  shareParts().quoting?.showMarks(message);
}

/** Whether a marked place may stand here. A frame without an address of its own goes by that of the page around it. */
function isMarked(places: unknown): boolean {
  if (!Array.isArray(places) || places.length === 0) return false;
  const { URL: address } = document;
  return (
    !/^https?:/.test(address) || places.some((place) => readProperty(place, 'source') === address)
  );
}
