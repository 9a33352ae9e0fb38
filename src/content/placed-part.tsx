/**
 * Shows the reported mistakes of a page where they stand, and tells their editors what has become of them: a reader
 * sees their own, an editor all of the newsroom's. The page's own DOM is left alone.
 */
import { createDispatch } from '../messages/dispatch.ts';
import { placedCommandSchema } from '../messages/to-content.ts';
import type { PlacedReport } from '../model/placed-report.ts';
import type { ReportState } from '../model/report.ts';
import { succeed } from '../model/result.ts';
import { createContentTranslate, isConnected, readLocale } from '../platform/content-runtime.ts';
import type { DecisionStatus } from '../ui/placed-decisions.tsx';
import { askBackground } from './ask-background.ts';
import { readCurrent } from './current-source.ts';
import { shareParts } from './parts.ts';
import { readArticleAddress } from './placed/article-address.ts';
import { describeFailure } from './placed/describe-failure.ts';
import {
  choosePlaces,
  type Found,
  findReports,
  type Place,
  scrollToPlace,
} from './placed/find-places.ts';
import { followContent, type Outlook } from './placed/follow-content.ts';
import { findHitPlace } from './placed/hit-place.ts';
import { createBar } from './placed/show-bar.tsx';
import { createCard } from './placed/show-card.tsx';
import { createTeller } from './placed/tell-seen.ts';
import { highlightRanges } from './reporting/highlight-ranges.ts';
import { readAddress } from './watch-address.ts';

const t = createContentTranslate(['dialogNoAnswer']);
const locale = readLocale();
/** the page that the reports are of: its address, and the article's as the page states it; null where none were asked for */
let lookedAt: { address: string; source: string } | null = null;
/** counts the questions for the reports: of two that are under way, the later one's answer holds */
let asked = 0;
let reports: PlacedReport[] = [];
/** whether they are to be seen, or only looked for */
let isShowing = false;
let found: Found[] = [];
let places: Place[] = [];
let isBarClosed = false;

const card = createCard({
  t,
  locale,
  onDecide: (report, state, reason) => void decide(report, state, reason),
  onStep: step,
  findFocused: () => bar.findFocused(),
});
const bar = createBar(t, locale, {
  onStep: step,
  onClose() {
    isBarClosed = true;
    draw();
  },
});
const follower = followContent(lookAtText);
let teller = createTeller(tell);

async function tell(observations: Parameters<Parameters<typeof createTeller>[0]>[0]) {
  return (await askBackground({ type: 'placed/observe', observations })).ok;
}

/** @param isAgain though nothing shows that the page has become another */
async function look(isAgain = false): Promise<void> {
  const page = { address: readAddress(), source: readCurrent(document, readArticleAddress) };
  const isSamePage = lookedAt?.address === page.address && lookedAt.source === page.source;
  if (isSamePage && !isAgain) return;
  if (!isSamePage) {
    leave();
    // A decision that is under way on the same page is still about it.
    lookedAt = page;
  }
  asked += 1;
  const turn = asked;
  const answer = await readReports();
  if (turn !== asked) return;
  if (answer === null) {
    // Asked again at the next look.
    leave();
    return;
  }
  ({ reports, shows: isShowing } = answer);
  if (reports.length > 0) follower.begin();
  else show([]);
}

async function readReports(): Promise<{ shows: boolean; reports: PlacedReport[] } | null> {
  const answer = await askBackground({ type: 'placed/read', source: lookedAt?.source ?? '' });
  return answer.ok ? answer.value : null;
}

function lookAtText(isSettled: boolean): Outlook {
  // Between two roots nothing is to be found, and nothing to be shown in.
  if (document.documentElement === null) return { isMissing: true, isUnsure: false, places: [] };
  const now = findReports(reports);
  const isUnsure = teller.weigh(now, isSettled);
  show(now);
  return {
    isMissing: now.some(({ verdict }) => verdict === 'unknown'),
    isUnsure,
    places: now.flatMap(({ range }) => range ?? []),
  };
}

function show(now: Found[]): void {
  found = now;
  places = isShowing ? choosePlaces(found) : [];
  draw();
}

function draw(): void {
  highlightRanges(
    places.map(({ range }) => range),
    'sic-report',
  );
  const isEditors = reports.some(({ members }) => members.length > 0);
  const unfound = found.filter(
    ({ verdict, report }) => verdict === 'unknown' && /^(?:new|accepted)$/.test(report.state),
  ).length;
  // Where nothing is found there is nowhere to go.
  const isBarWanted = isEditors && !isBarClosed && places.length > 0;
  bar.show(isBarWanted ? { count: places.length, unfound } : null);
  redrawCard();
}

/** The page may have moved the words, or taken them out, under an open card. */
function redrawCard(status?: DecisionStatus): void {
  const shown = card.read();
  if (shown === null) return;
  const { report } = shown.place;
  const index = findIndex(report);
  // One that is rejected stays, with the way back, though it is shown in the text no more.
  const now = found.find((one) => isSame(one.report, report));
  const range = isShowing && now?.verdict === 'open' ? now.range : null;
  if (now === undefined || range === null) card.close();
  else {
    const place = { report: now.report, range };
    const where = index < 0 ? { index: 0, count: 1 } : { index, count: places.length };
    card.show({ place, ...where, status: status ?? shown.status }, false);
  }
}

/** A place's newest report may be another than it was. */
function isSame(one: PlacedReport, other: PlacedReport): boolean {
  return (
    one.canonical === other.canonical ||
    one.members.some(({ canonical }) => canonical === other.canonical)
  );
}

function findIndex(report: PlacedReport): number {
  return places.findIndex((place) => isSame(place.report, report));
}

function openCard(index: number, takesFocus: boolean): void {
  const place = places[index];
  if (place === undefined) return;
  card.show({ place, index, count: places.length, status: { kind: 'none' } }, takesFocus);
}

function handleClick(event: MouseEvent): void {
  const hit = places.length > 0 ? findHitPlace(event, places) : null;
  if (hit === null) return;
  if (!isConnected()) leave();
  // What a screen reader presses on behalf of a person comes from no pointer.
  else openCard(places.indexOf(hit), event.detail === 0);
}

/** Goes on from the place whose card is open, or was last. */
let last = -1;
function step(by: 1 | -1): void {
  const shown = card.read();
  const from = shown === null ? last : findIndex(shown.place.report);
  const start = from < 0 && by < 0 ? 0 : from;
  last = (start + by + places.length) % places.length;
  goTo(last);
}

function goTo(index: number): void {
  const place = places[index];
  if (place === undefined) return;
  last = index;
  scrollToPlace(place);
  openCard(index, true);
}

async function decide(report: PlacedReport, state: ReportState, reason: string): Promise<void> {
  const page = lookedAt;
  if (state === 'spam') return;
  redrawCard({ kind: 'deciding' });
  const { members } = report;
  const decided = await askBackground({ type: 'placed/decide', members, state, reason });
  if (page !== lookedAt) return;
  let status: DecisionStatus = { kind: 'decided' };
  if (decided.ok) {
    const now = { ...report, state, members: decided.value };
    reports = reports.map((one) => (isSame(one, report) ? now : one));
    // What stands there now is known to the editor who has just decided about it.
    teller.hush(report.canonical, 'open', state);
  } else {
    status = { kind: 'failed', reason: describeFailure(decided, t) };
    // Others may have decided meanwhile: it is shown as it stands now.
    const answer = await readReports();
    if (page !== lookedAt) return;
    if (answer !== null) ({ reports } = answer);
  }
  lookAtText(false);
  redrawCard(status);
}

function leave(): void {
  lookedAt = null;
  asked += 1;
  follower.stop();
  reports = [];
  last = -1;
  teller = createTeller(tell);
  card.close();
  show([]);
}

const dispatch = createDispatch(placedCommandSchema, {
  'placed/count': async () => succeed(places.length),
  async 'placed/show'() {
    goTo(0);
    return succeed(null);
  },
});

shareParts().placed ??= { look, leave, handleClick, answer: (message) => dispatch(message, null) };
