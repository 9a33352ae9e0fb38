/**
 * Decisions and corrections of one cluster. Each names the version that the editor saw; where that is the present one no
 * more, nothing is overwritten: the cluster is read anew, and it is told who was first.
 */
import { canMove, type ReportState } from '../../../model/report.ts';
import type { Failed, Outcome } from '../../../platform/editors/ask-endpoint.ts';
import type { Cluster, ClusterAddress } from '../../../platform/editors/clusters.ts';
import type { Decision } from '../../../platform/editors/reports.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import type { Deed, Row, Rows, Trouble } from './rows.ts';
import type { DoneList } from './undoing.ts';

/**
 * What came of a deed, to be told. `nothing`: there was nothing to be done, or no more; `many`: the batch tells;
 * `unknown`: it could not be found out what there is to be taken back.
 * `stays`: the words are still on the list of what is no mistake.
 */
export type Told =
  | { kind: 'decided'; state: ReportState }
  | { kind: 'corrected' }
  | { kind: 'undone'; state: ReportState | null; words: string; stays: boolean }
  | { kind: 'trouble'; trouble: Trouble }
  | { kind: 'gone' }
  | { kind: 'many' }
  | { kind: 'unknown'; failed: Failed }
  | { kind: 'nothing' };

export interface DecidingDeps {
  api: Pick<ReviewApi, 'clusters' | 'reports' | 'dismissals'>;
  /** the editor's own name, by which decisions are told from others' */
  editor: string;
  rows: Rows;
  done: DoneList;
  onChange(): void;
}

export interface Deciding {
  act(key: string, deed: Deed): Promise<Told>;
  /**
   * Does a deed to a cluster as it is held, and shows in its row what came of it.
   * @param address of the cluster; it need not be held
   */
  send(key: string, address: ClusterAddress, etag: string, deed: Deed): Promise<Outcome<Cluster>>;
  /** The last decision about a cluster, null where it cannot be had. */
  readLast(cluster: Cluster): Promise<Decision | null>;
  /** Shows in its row what came between. */
  show(key: string, trouble: Trouble): Told;
}

export function createDeciding(deps: DecidingDeps): Deciding {
  const { api, editor, rows, done, onChange } = deps;

  const send: Deciding['send'] = async (key, address, etag, deed) => {
    rows.change(key, { deed, trouble: null });
    onChange();
    const answer =
      deed.kind === 'correction'
        ? await api.clusters.correct(address, deed.text, etag)
        : await decide(address, etag, deed);
    // What has come in meanwhile may not be in the answer: it is read once more.
    const isStale = rows.get(key)?.isStale ?? false;
    if (answer.ok) rows.refresh(answer.value, { isStale, deed: null });
    else if (answer.failure === 'gone') rows.change(key, { deed: null, isGone: true });
    else rows.change(key, { deed: null });
    onChange();
    return answer;
  };

  const decide = async (
    address: ClusterAddress,
    etag: string,
    { verdict }: Extract<Deed, { kind: 'verdict' }>,
  ): Promise<Outcome<Cluster>> => {
    const answer = await api.clusters.decide(address, verdict, etag);
    return answer.ok ? { ok: true, value: answer.value.cluster } : answer;
  };

  const note = (seen: Row, deed: Deed): Told => {
    const { key, address, state: from, cluster } = seen;
    const words = cluster?.sample.exact ?? '';
    if (deed.kind === 'correction') {
      const before = cluster?.edited?.correction ?? '';
      const edit = { key, address, before, after: deed.text, words };
      done.add({ kind: 'edit', edit });
      return { kind: 'corrected' };
    }
    const { state: to, dismiss: dismissed } = deed.verdict;
    const reason = cluster?.sample.reason ?? '';
    done.add({ kind: 'moves', moves: [{ key, address, from, reason, to, words, dismissed }] });
    return { kind: 'decided', state: to };
  };

  /** Reads a cluster anew that is another than the one that was seen, and finds out what happened. */
  const settle = async (key: string, seen: Row, deed: Deed): Promise<Told> => {
    const answer = await api.clusters.read(seen.address);
    if (!answer.ok) {
      const isGone = answer.failure === 'gone';
      rows.change(key, isGone ? { isGone } : { isStale: true });
      if (!isGone) return show(key, { kind: 'changed' });
      onChange();
      return { kind: 'gone' };
    }
    const cluster = answer.value;
    const isDecided = cluster.state !== seen.state;
    const last = isDecided ? await readLast(cluster) : null;
    // A deed whose answer was lost had been taken after all.
    const isOwn = deed.kind === 'verdict' && isTaken(deed, cluster, last, editor);
    if (rows.get(key)?.deed === null) rows.refresh(cluster);
    onChange();
    if (isOwn) return note(seen, deed);
    return show(key, isDecided ? { kind: 'decided', last } : { kind: 'changed' });
  };

  const readLast: Deciding['readLast'] = async ({ sample, site }) => {
    const answer = await api.reports.listDecisions(sample.canonical, sample.site || site);
    return answer.ok ? (answer.value.at(-1) ?? null) : null;
  };

  const show: Deciding['show'] = (key, trouble) => {
    rows.change(key, { trouble });
    onChange();
    return { kind: 'trouble', trouble };
  };

  /** What is wanted was possible when its form was opened, or the key pressed: it has been decided since. */
  const refuse = async ({ key, state, cluster }: Row, wanted: ReportState): Promise<Told> => {
    const last = cluster === null ? null : await readLast(cluster);
    if (last !== null && last.editor !== editor) return show(key, { kind: 'decided', last });
    return state === wanted ? { kind: 'nothing' } : show(key, { kind: 'changed' });
  };

  return {
    ...{ send, readLast, show },
    async act(key, deed) {
      const row = rows.get(key);
      if (row === undefined || row.isGone || row.deed !== null) return { kind: 'nothing' };
      if (deed.kind === 'verdict' && !canMove(row.state, deed.verdict.state)) {
        return refuse(row, deed.verdict.state);
      }
      const answer = await send(key, row.address, row.etag, deed);
      if (answer.ok) return note(row, deed);
      if (answer.failure === 'conflict') return settle(key, row, deed);
      if (answer.failure === 'gone') return { kind: 'gone' };
      return show(key, { kind: 'failed', failed: answer, deed });
    },
  };
}

function isTaken(
  { verdict }: Extract<Deed, { kind: 'verdict' }>,
  cluster: Cluster,
  last: Decision | null,
  editor: string,
): boolean {
  return cluster.state === verdict.state && last?.to === verdict.state && last.editor === editor;
}
