/**
 * An endpoint's clusters in memory, with more than one editor at work and a network that can be slow, fail, and lose
 * answers, for tests of the editors' desk.
 */
import { canMove, REPORT_STATES, type ReportState } from '../../src/model/report.ts';
import type { Failed, Outcome, ReviewFailure } from '../../src/platform/editors/ask-endpoint.ts';
import type {
  Cluster,
  ClusterAddress,
  ClusterFilter,
  Verdict,
} from '../../src/platform/editors/clusters.ts';
import type { EventsWatch, QueueEvent } from '../../src/platform/editors/follow-events.ts';
import type { Decision, ReviewItem } from '../../src/platform/editors/reports.ts';
import type { ReviewApi } from '../../src/platform/editors/review-api.ts';
import type { OwnSettings, SiteSettings } from '../../src/platform/editors/sites.ts';

export const SITE = 'news.example';
export const ME = 'Ann';
export const OTHER = 'Bob';

export function makeItem(changes: Partial<ReviewItem> = {}): ReviewItem {
  return {
    ...{ canonical: 'urn:uuid:0', source: `https://${SITE}/a`, kind: 'spelling', exact: 'teh' },
    ...{ prefix: 'All of ', suffix: ' words', correction: 'the', comment: '', createdAt: 0 },
    ...{ receivedAt: 0, state: 'new', reason: '', etag: '"1"', scope: '', position: null },
    ...{ inBlock: null, fragment: '', language: 'en', readers: 1, told: null, site: SITE },
    ...{ sightings: { readers: 0, byEditor: false, replacement: '' }, place: 'p' },
    ...changes,
  };
}

export function makeCluster(changes: Partial<Cluster> = {}): Cluster {
  const { place = 'p', site = SITE, state = 'new', kind = 'spelling' } = changes;
  const counts = { new: 0, accepted: 0, rejected: 0, fixed: 0, spam: 0, [state]: 1 };
  return {
    ...{ place, site, state, kind, etag: '"1"', counts, reports: 1, readers: 1 },
    ...{ firstAt: 0, lastAt: 0, corrections: [], language: 'en', edited: null, note: '' },
    sightings: { readers: 0, byEditor: false, replacement: '' },
    sample: makeItem({ place, site, state, kind, canonical: `urn:uuid:${place}` }),
    ...changes,
  };
}

/** A site with nothing above it. */
export function makeSettings(site: string, own: Partial<OwnSettings> = {}): SiteSettings {
  const { editLink = null, publishes = null } = own;
  return {
    ...{ site, editLink: editLink ?? '', publishes: publishes ?? false },
    ...{ own: { editLink, publishes }, above: null },
  };
}

export interface DeskFakeOptions {
  /** waits before each answer is made, and before it is given */
  pause?(method: string): Promise<unknown>;
  /** what a question fails with; 'lost': it is done, but the answer does not come */
  fault?(method: string): ReviewFailure | 'lost' | null;
}

interface Held {
  cluster: Cluster;
  version: number;
  decisions: Decision[];
}

export type DeskFake = ReturnType<typeof createDeskFake>;

export function createDeskFake(options: DeskFakeOptions = {}) {
  const held = new Map<string, Held>();
  const asked: { method: string; about: unknown }[] = [];
  /** every decision that was taken, in order */
  const taken: { place: string; from: ReportState; to: ReportState; editor: string }[] = [];
  const dismissals: { key: string; site: string; words: string; editor: string }[] = [];
  const watches = new Set<EventsWatch>();
  let clock = 0;

  const emit = (events: QueueEvent[]) => {
    for (const watch of watches) watch.onEvents(events);
  };
  const compose = (
    { place, site, sample, state }: Cluster,
    what: QueueEvent['what'] = 'report',
  ): QueueEvent => ({ what, site, place, canonical: sample.canonical, state, version: 1 });

  const touch = (one: Held, changes: Partial<Cluster>) => {
    one.version += 1;
    one.cluster = { ...one.cluster, ...changes, etag: `"${one.version}"` };
  };

  const add = (changes: Partial<Cluster> & { place: string }): Cluster => {
    clock += 1;
    const cluster = makeCluster({ firstAt: clock, lastAt: clock, ...changes });
    held.set(cluster.place, { cluster, version: 1, decisions: [] });
    return cluster;
  };

  const move = (one: Held, to: ReportState, reason: string, editor: string) => {
    const { state: from, place, sample } = one.cluster;
    const counts = { new: 0, accepted: 0, rejected: 0, fixed: 0, spam: 0, [to]: 1 };
    touch(one, { state: to, counts, sample: { ...sample, state: to, reason } });
    one.decisions.push({ version: one.version, at: clock, editor, from, to, reason });
    taken.push({ place, from, to, editor });
  };

  const fail = (failure: ReviewFailure): Failed => ({ ok: false, failure, detail: failure });
  const answer = async <T>(
    method: string,
    about: unknown,
    make: () => Outcome<T>,
  ): Promise<Outcome<T>> => {
    asked.push({ method, about });
    await options.pause?.(method);
    const fault = options.fault?.(method) ?? null;
    if (fault !== null && fault !== 'lost') return fail(fault);
    const made = make();
    await options.pause?.(method);
    return fault === 'lost' ? fail('network') : made;
  };

  const find = ({ place }: ClusterAddress) => held.get(place);
  const decideOne = (
    about: ClusterAddress,
    { state: to, reason }: Verdict,
    etag: string,
  ): Outcome<Cluster> => {
    const one = find(about);
    if (one === undefined) return fail('gone');
    if (one.cluster.etag !== etag) return fail('conflict');
    if (!canMove(one.cluster.state, to)) return fail('refused');
    move(one, to, reason, ME);
    emit([compose(one.cluster)]);
    return { ok: true, value: one.cluster };
  };
  const listMatching = ({ state, kind }: ClusterFilter) =>
    [...held.values()]
      .map(({ cluster }) => cluster)
      .filter(
        (one) => (state === null || one.state === state) && (kind === '' || one.kind === kind),
      )
      .sort((one, other) => other.lastAt - one.lastAt);

  const STATUS: Partial<Record<ReviewFailure, number>> = { gone: 404, conflict: 412, refused: 409 };
  const api: Pick<ReviewApi, 'clusters' | 'reports' | 'dismissals' | 'events'> = {
    clusters: {
      list: ({ filter, after, limit = 50 }) =>
        answer('list', filter, () => {
          const all = listMatching(filter);
          const from = after === null ? 0 : Number(after);
          const items = all.slice(from, from + limit);
          const next = from + limit < all.length ? String(from + limit) : null;
          return { ok: true, value: { items, next } };
        }),
      count: (filter) =>
        answer('count', filter, () => {
          const all = listMatching({ ...filter, state: null });
          const count = (state: ReportState) => all.filter((one) => one.state === state).length;
          const counts = { new: 0, accepted: 0, rejected: 0, fixed: 0, spam: 0 };
          for (const state of REPORT_STATES) counts[state] = count(state);
          return { ok: true, value: { counts, most: 1_000 } };
        }),
      read: (address) =>
        answer('read', address, () => {
          const one = find(address);
          return one === undefined ? fail('gone') : { ok: true, value: one.cluster };
        }),
      readMany: (addresses) =>
        answer('readMany', addresses, () => ({
          ok: true,
          value: addresses.map((address) => find(address)?.cluster ?? null),
        })),
      listReports: () => answer('listReports', null, () => fail('gone')),
      decide: (address, verdict, etag) =>
        answer('decide', { ...address, ...verdict, etag }, () => {
          const decided = decideOne(address, verdict, etag);
          return decided.ok ? { ok: true, value: { moved: 1, cluster: decided.value } } : decided;
        }),
      decideMany: (seen, verdict) =>
        answer('decideMany', { seen, verdict }, () => ({
          ok: true,
          value: seen.map((one) => {
            const decided = decideOne(one, verdict, one.etag);
            const now = find(one)?.cluster ?? null;
            return {
              status: decided.ok ? 200 : (STATUS[decided.failure] ?? 400),
              detail: '',
              moved: decided.ok ? 1 : 0,
              state: now?.state ?? null,
              etag: now?.etag ?? null,
            };
          }),
        })),
      correct: (address, correction, etag) =>
        answer('correct', { ...address, correction, etag }, () => {
          const one = find(address);
          if (one === undefined) return fail('gone');
          if (one.cluster.etag !== etag) return fail('conflict');
          touch(one, { edited: correction === '' ? null : { correction, editor: ME, at: clock } });
          emit([compose(one.cluster, 'correction')]);
          return { ok: true, value: one.cluster };
        }),
      listElsewhere: () => answer('listElsewhere', null, () => fail('gone')),
      listLanguages: () => answer('listLanguages', null, () => ({ ok: true, value: [] })),
    },
    reports: {
      list: () => answer('reports.list', null, () => fail('gone')),
      read: () => answer('reports.read', null, () => fail('gone')),
      decide: () => answer('reports.decide', null, () => fail('gone')),
      observe: () => answer('reports.observe', null, () => fail('gone')),
      listDecisions: (canonical) =>
        answer('listDecisions', canonical, () => ({
          ok: true,
          value: held.get(canonical.replace('urn:uuid:', ''))?.decisions ?? [],
        })),
    },
    dismissals: {
      list: (site) =>
        answer('dismissals.list', site, () => ({
          ok: true,
          value: { items: dismissals.map((one) => ({ ...one, reason: '', at: 0 })), next: null },
        })),
      add: () => answer('dismissals.add', null, () => fail('gone')),
      remove: ({ key }) =>
        answer('dismissals.remove', key, () => {
          const at = dismissals.findIndex((one) => one.key === key);
          if (at === -1) return fail('gone');
          dismissals.splice(at, 1);
          return { ok: true, value: null };
        }),
    },
    events: {
      follow: (watch) =>
        new Promise((resolve) => {
          watches.add(watch);
          watch.onStatus('live');
          watch.signal.addEventListener('abort', () => {
            watches.delete(watch);
            resolve();
          });
        }),
    },
  };

  return {
    ...{ api, asked, taken, dismissals, emit, compose },
    clusters: () => [...held.values()].map(({ cluster }) => cluster),
    get: (place: string) => held.get(place)?.cluster,
    add,
    /** a report of a mistake that was not reported before, told to who follows */
    arrive(changes: Partial<Cluster> & { place: string }) {
      emit([compose(add(changes))]);
    },
    /** the same mistake is reported once more */
    repeat(place: string) {
      const one = held.get(place);
      if (one === undefined) return;
      clock += 1;
      touch(one, { reports: one.cluster.reports + 1, lastAt: clock });
      emit([compose(one.cluster)]);
    },
    /** another editor decides */
    decide(place: string, to: ReportState, editor = OTHER) {
      const one = held.get(place);
      if (one === undefined || !canMove(one.cluster.state, to)) return;
      move(one, to, '', editor);
      emit([compose(one.cluster)]);
    },
    erase(place: string) {
      const one = held.get(place);
      held.delete(place);
      if (one !== undefined) emit([{ ...compose(one.cluster, 'deletion'), state: null }]);
    },
    /** what was missed while the stream was away */
    reset() {
      for (const watch of watches) watch.onReset();
    },
  };
}
