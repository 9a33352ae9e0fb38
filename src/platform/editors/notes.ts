/** Notes: corrections that an editor has published. */
import * as v from 'valibot';
import { composePath, type Endpoint, type Outcome } from './ask-endpoint.ts';
import type { ClusterAddress } from './cluster-schemas.ts';

const noteSchema = v.object({
  place: v.string(),
  site: v.string(),
  /** URL of the article */
  source: v.string(),
  exact: v.string(),
  correction: v.string(),
  text: v.string(),
  editor: v.string(),
  /** epoch ms */
  at: v.number(),
});
export type Note = v.InferOutput<typeof noteSchema>;

const notePageSchema = v.object({ items: v.array(noteSchema), next: v.nullable(v.string()) });
export type NotePage = v.InferOutput<typeof notePageSchema>;

export interface NotesApi {
  /** newest first */
  list(site: string, after: string | null): Promise<Outcome<NotePage>>;
  /** writes the note of a cluster, over the one that there is */
  put(address: ClusterAddress, text: string): Promise<Outcome<Note>>;
  remove(address: ClusterAddress): Promise<Outcome<null>>;
}

export function createNotesApi({ ask, remove }: Endpoint): NotesApi {
  const path = ({ place, site }: ClusterAddress) =>
    composePath(`clusters/${encodeURIComponent(place)}/note`, { site });
  return {
    list: (site, after) => ask(notePageSchema, composePath('notes', { site, after })),
    put: (address, text) => ask(noteSchema, path(address), { method: 'PUT', body: { text } }),
    remove: (address) => remove(path(address)),
  };
}
