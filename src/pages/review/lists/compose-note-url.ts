/** The link from a published correction to its place in the article. */
import type { Cluster } from '../../../platform/editors/clusters.ts';
import type { Note } from '../../../platform/editors/notes.ts';
import { composePlaceUrl } from '../place-url.ts';

type Placed = Pick<Cluster, 'state' | 'sample'>;

/**
 * Once it is fixed, the new words stand where the old ones did, between the same neighbours. Words alone could be anywhere:
 * without a place, it is the article.
 * @returns null where the source is no web address
 */
export function composeNoteUrl(note: Note, placed: Placed | undefined): string | null {
  if (placed === undefined) return note.source;
  const { sample, state } = placed;
  // What stands in a frame has an address that is not the article's.
  if (sample.scope !== '') return note.source;
  if (state !== 'fixed' || note.correction === '') return composePlaceUrl(sample);
  // The fragment that came with the report names the old words.
  return composePlaceUrl({ ...sample, exact: note.correction, fragment: '' });
}
