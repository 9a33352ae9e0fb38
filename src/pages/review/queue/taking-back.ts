/**
 * Takes back what was done: the state that a cluster was in before, by the way that states allow, or the correction that
 * stood there. Where somebody else has decided since, theirs stays; where it has only been reported once more, it does
 * not matter.
 */
import type { Failed, Outcome } from '../../../platform/editors/ask-endpoint.ts';
import type { Cluster } from '../../../platform/editors/clusters.ts';
import type { Deciding, DecidingDeps, Told } from './deciding.ts';
import type { Deed } from './rows.ts';
import { type Edit, findWay, type Move } from './undoing.ts';

export interface TakingBack {
  takeBackMove(move: Move): Promise<Told>;
  takeBackEdit(edit: Edit): Promise<Told>;
  /** Takes words off the list of what is no mistake that an own rejection has put there. */
  withdraw(move: Move): Promise<boolean>;
}

interface Step {
  about: Move | Edit;
  deed: Deed;
  /** whether a cluster is as it was left here */
  isOurs(cluster: Cluster): boolean;
}
type Stepped =
  | { kind: 'done'; cluster: Cluster }
  | { kind: 'theirs'; cluster: Cluster }
  | { kind: 'failed'; failed: Failed };

export function createTakingBack(
  { api, editor, rows, done, onChange }: DecidingDeps,
  { send, readLast, show }: Pick<Deciding, 'send' | 'readLast' | 'show'>,
): TakingBack {
  const readHeld = async ({ key, address }: Move | Edit): Promise<Outcome<Cluster>> => {
    const row = rows.get(key);
    return row === undefined || row.cluster === null || row.isStale
      ? api.clusters.read(address)
      : { ok: true, value: row.cluster };
  };

  const isBusy = ({ key }: Move | Edit) => (rows.get(key)?.deed ?? null) !== null;

  const takeStep = async (
    step: Step,
    found: Outcome<Cluster>,
    isLast: boolean,
  ): Promise<Stepped> => {
    if (!found.ok) return { kind: 'failed', failed: found };
    const { about, deed } = step;
    if (!step.isOurs(found.value)) return { kind: 'theirs', cluster: found.value };
    const answer = await send(about.key, about.address, found.value.etag, deed);
    if (answer.ok) return { kind: 'done', cluster: answer.value };
    if (answer.failure !== 'conflict' || isLast) return { kind: 'failed', failed: answer };
    return takeStep(step, await api.clusters.read(about.address), true);
  };

  const tellTheirs = async ({ key }: Move | Edit, cluster: Cluster): Promise<Told> => {
    const last = await readLast(cluster);
    if (rows.get(key)?.deed === null) rows.refresh(cluster);
    return show(key, { kind: 'decided', last });
  };

  const tellFailed = ({ key }: Move | Edit, failed: Failed, deed: Deed): Told => {
    if (failed.failure !== 'gone')
      return { kind: 'trouble', trouble: { kind: 'failed', failed, deed } };
    rows.change(key, { isGone: true });
    onChange();
    return { kind: 'gone' };
  };

  const withdraw: TakingBack['withdraw'] = async ({ address, words }) => {
    const answer = await api.dismissals.list(address.site, null);
    const isOwn = (one: { editor: string; site: string; words: string }) =>
      one.editor === editor && one.site === address.site && one.words.trim() === words.trim();
    const own = answer.ok ? answer.value.items.find(isOwn) : undefined;
    return own !== undefined && (await api.dismissals.remove(own)).ok;
  };

  return {
    withdraw,

    async takeBackMove(move) {
      const { from, to, words } = move;
      if (isBusy(move)) {
        done.add({ kind: 'moves', moves: [move] });
        return { kind: 'nothing' };
      }
      let at = to;
      for (const state of findWay(to, from)) {
        const reason = state === from ? move.reason : '';
        const deed: Deed = { kind: 'verdict', verdict: { state, reason, dismiss: false } };
        const left = at;
        const isOurs = (cluster: Cluster) => cluster.state === left;
        const step = { about: move, deed, isOurs };
        const stepped = await takeStep(step, await readHeld(move), false);
        if (stepped.kind === 'theirs') return tellTheirs(move, stepped.cluster);
        if (stepped.kind === 'failed') {
          // What is left of the way can be gone later.
          if (stepped.failed.failure !== 'gone') {
            done.add({ kind: 'moves', moves: [{ ...move, to: at }] });
          }
          return tellFailed(move, stepped.failed, deed);
        }
        at = state;
      }
      const stays = move.dismissed && !(await withdraw(move));
      return { kind: 'undone', state: from, words, stays };
    },

    async takeBackEdit(edit) {
      if (isBusy(edit)) {
        done.add({ kind: 'edit', edit });
        return { kind: 'nothing' };
      }
      const deed: Deed = { kind: 'correction', text: edit.before };
      const isOurs = ({ edited }: Cluster) => (edited?.correction ?? '') === edit.after;
      const step = { about: edit, deed, isOurs };
      const stepped = await takeStep(step, await readHeld(edit), false);
      if (stepped.kind === 'theirs') return tellTheirs(edit, stepped.cluster);
      if (stepped.kind === 'failed') {
        if (stepped.failed.failure !== 'gone') done.add({ kind: 'edit', edit });
        return tellFailed(edit, stepped.failed, deed);
      }
      return { kind: 'undone', state: null, words: edit.words, stays: false };
    },
  };
}
