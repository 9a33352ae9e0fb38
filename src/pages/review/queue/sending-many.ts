/**
 * Sends one verdict about many clusters, a hundred at a time, and shows in each row what became of it. Where an answer is
 * lost, the clusters are asked what they are: what was taken counts.
 */
import type { ReportState } from '../../../model/report.ts';
import type { Failed, Outcome } from '../../../platform/editors/ask-endpoint.ts';
import type { ClusterAddress, ManyResult, Verdict } from '../../../platform/editors/clusters.ts';
import type { Deciding, DecidingDeps } from './deciding.ts';

/** A cluster in the version that it was seen in. */
export interface Seen {
  key: string;
  address: ClusterAddress;
  etag: string;
}

/** How far a decision about many has come. */
export interface Batch {
  state: ReportState;
  isUndo: boolean;
  isRunning: boolean;
  /** clusters that it is about, that have been asked for, and that were decided */
  total: number;
  asked: number;
  decided: number;
  /** that were others than those seen, that have gone, or could not go there */
  changed: number;
  stuck: number;
  /** why it ended early */
  failed: Failed | null;
}

export interface Sent {
  decided: Seen[];
  /** of whom nobody knows whether they were decided: the answer was lost, and the endpoint could not be asked again */
  lost: Seen[];
  batch: Batch;
}

export interface SendingMany {
  /** @param held what the counts are added to @returns how far it came */
  send(seen: readonly Seen[], verdict: Verdict, held: Batch, options: SendOptions): Promise<Sent>;
  /** Which of clusters have been decided so by this editor, up to a hundred, in the version that they have now. */
  findTaken(seen: readonly Seen[], verdict: Verdict): Promise<Outcome<Seen[]>>;
}

export interface SendOptions {
  /** a state in which other versions than those seen are decided about as well: for what is only taken back */
  anyIn: ReportState | null;
  isStopped(): boolean;
  onSent(batch: Batch): void;
}

/** Clusters of one request. */
export const CHUNK = 100;

export function createSendingMany(
  { api, editor, rows, onChange }: DecidingDeps,
  readLast: Deciding['readLast'],
  onDecided: (keys: readonly string[]) => void,
): SendingMany {
  const ask = async (
    chunk: readonly Seen[],
    verdict: Verdict,
    anyIn: ReportState | null,
  ): Promise<Outcome<ManyResult[]>> => {
    const items = chunk.map(({ address, etag }) => ({ ...address, etag }));
    const answer = await api.clusters.decideMany(items, verdict);
    if (!answer.ok || anyIn === null) return answer;
    const others = answer.value.flatMap(({ status, state, etag }, index) => {
      const one = chunk[index];
      const isLeft = one !== undefined && status === 412 && state === anyIn && etag !== null;
      return isLeft ? [{ index, item: { ...one.address, etag } }] : [];
    });
    if (others.length === 0) return answer;
    const again = await api.clusters.decideMany(
      others.map(({ item }) => item),
      verdict,
    );
    if (!again.ok) return answer;
    const results = [...answer.value];
    for (const [at, result] of again.value.entries()) {
      const index = others[at]?.index;
      if (index !== undefined) results[index] = result;
    }
    return { ok: true, value: results };
  };

  const showResult = (key: string, { state: to }: Verdict, result: ManyResult | undefined) => {
    const row = rows.get(key);
    if (row === undefined) return;
    if (result === undefined || result.status === 404) {
      rows.change(key, { deed: null, isGone: result !== undefined, isStale: true });
    } else if (result.status === 200) {
      const [state, etag] = [result.state ?? to, result.etag ?? row.etag];
      const cluster = row.cluster && { ...row.cluster, state, etag };
      rows.change(key, { deed: null, trouble: null, isStale: true, cluster, state, etag });
    } else {
      rows.change(key, { deed: null, trouble: { kind: 'changed' }, isStale: true });
    }
  };

  const findTaken: SendingMany['findTaken'] = async (seen, verdict) => {
    const answer = await api.clusters.readMany(seen.map(({ address }) => address));
    if (!answer.ok) return answer;
    const taken: Seen[] = [];
    for (const [index, cluster] of answer.value.entries()) {
      const one = seen[index];
      if (one === undefined || cluster?.state !== verdict.state) continue;
      const last = await readLast(cluster);
      if (last?.editor !== editor || last.to !== verdict.state) continue;
      taken.push({ ...one, etag: cluster.etag });
      if (rows.get(one.key)?.deed === null) rows.refresh(cluster, { trouble: null });
    }
    onChange();
    return { ok: true, value: taken };
  };

  return {
    findTaken,
    async send(seen, verdict, held, { anyIn, isStopped, onSent }) {
      const decided: Seen[] = [];
      const add = (more: readonly Seen[]) => {
        decided.push(...more);
        onDecided(more.map(({ key }) => key));
      };
      let now = held;
      for (let at = 0; at < seen.length && !isStopped(); at += CHUNK) {
        const chunk = seen.slice(at, at + CHUNK);
        for (const { key } of chunk) rows.change(key, { deed: { kind: 'verdict', verdict } });
        onSent(now);
        const answer = await ask(chunk, verdict, anyIn);
        if (!answer.ok) {
          for (const { key } of chunk) rows.change(key, { deed: null, isStale: true });
          now = { ...now, failed: answer };
          if (!isLost(answer)) return { decided, lost: [], batch: now };
          const taken = await findTaken(chunk, verdict);
          if (!taken.ok) return { decided, lost: chunk, batch: now };
          add(taken.value);
          const { length } = taken.value;
          now = { ...now, asked: now.asked + length, decided: now.decided + length };
          return { decided, lost: [], batch: now };
        }
        now = { ...now, asked: now.asked + chunk.length };
        const taken: Seen[] = [];
        for (const [index, one] of chunk.entries()) {
          const result = answer.value[index];
          if (result?.status === 200) taken.push({ ...one, etag: result.etag ?? one.etag });
          now = count(now, result);
          showResult(one.key, verdict, result);
        }
        add(taken);
      }
      return { decided, lost: [], batch: now };
    },
  };
}

/** Whether some may have been decided all the same. */
function isLost({ failure }: Failed): boolean {
  return failure === 'network' || failure === 'malformed';
}

function count(batch: Batch, result: ManyResult | undefined): Batch {
  if (result?.status === 200) return { ...batch, decided: batch.decided + 1 };
  if (result?.status === 409) return { ...batch, stuck: batch.stuck + 1 };
  return { ...batch, changed: batch.changed + 1 };
}
