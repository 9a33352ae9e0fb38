/** The places in articles that notes are about: a note names its words, but not what stands around them. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Cluster, ClusterAddress } from '../../../platform/editors/clusters.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import { nameNote } from './use-notes.ts';

const AT_ONCE = 100;

/**
 * @param notes each is asked about once; read anew, it is another, as its place may be
 * @param isShown whether the page is looked at: nothing is asked for otherwise
 * @returns finds the cluster of a note; undefined while it is not known, and where there is none
 */
export function usePlaces(
  api: ReviewApi,
  notes: readonly ClusterAddress[],
  isShown: boolean,
): (note: ClusterAddress) => Cluster | undefined {
  const [places, setPlaces] = useState<ReadonlyMap<string, Cluster>>(new Map());
  const asked = useRef(new WeakSet<ClusterAddress>());
  useEffect(() => {
    if (!isShown) return;
    const unknown = notes.filter((note) => !asked.current.has(note));
    for (const note of unknown) asked.current.add(note);
    for (let at = 0; at < unknown.length; at += AT_ONCE) {
      const some = unknown.slice(at, at + AT_ONCE).map(({ place, site }) => ({ place, site }));
      void api.clusters.readMany(some).then((answer) => {
        // A link to the article alone is what there is without them.
        if (!answer.ok) return;
        const found = answer.value.filter((one) => one !== null);
        setPlaces(
          (held) => new Map([...held, ...found.map((one) => [nameNote(one), one] as const)]),
        );
      });
    }
  }, [api, notes, isShown]);
  return (note) => places.get(nameNote(note));
}
