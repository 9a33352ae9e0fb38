/**
 * Notes: what editors say in public of mistakes that they have put right. Each keeps what it corrects as that was when it was
 * written, so that nothing becomes public that no editor has seen. One that is withdrawn is kept, for nobody to see, so that
 * it can be put back as it was, whatever has been reported meanwhile.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { ReportState } from '../../model/report.ts';
import { listParents, readGroup } from '../sites.ts';
import { takeNumber, takeNumbers } from './changes.ts';
import { touchCluster } from './clusters.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';
import type { NoteTable, Tables } from './schema.ts';

export interface Note {
  site: string;
  place: string;
  /** URL of the article, or of the page around it */
  source: string;
  exact: string;
  correction: string;
  /** BCP 47 tag of the correction, or '' */
  language: string;
  text: string;
  /** name on the token that wrote it last */
  editor: string;
  /** epoch ms: when it was published first, and written last */
  at: number;
  changedAt: number;
}

export interface NewNote extends Omit<Note, 'editor' | 'at' | 'changedAt'> {
  editor: { tokenId: string; name: string };
  /** epoch ms */
  now: number;
}

/** Where a page of notes ended. */
export type NotePlace = Pick<Note, 'at' | 'site' | 'place'>;

export interface NoteStore {
  /**
   * Writes the note of a cluster. One that is there gets the text, and keeps what it corrects and the time it was published
   * at. One that was withdrawn comes back as it was by the same text; by another one it is a new one.
   * @returns null, and nothing is written, where there is no note and the cluster is not in a state that can have one, or
   * has gone
   */
  putNote(note: NewNote): Promise<Note | null>;
  /** @param at epoch ms @returns false where there was none */
  withdrawNote(site: string, place: string, at: number): Promise<boolean>;
  /** One page of the notes of a site and its subdomains, newest first. */
  listNotes(site: string, after: NotePlace | null, limit: number): Promise<Note[]>;
  /**
   * The same for everybody: without those of subdomains that do not publish them.
   * @returns null where the site itself does not
   */
  listPublic(site: string, after: NotePlace | null, limit: number): Promise<Note[] | null>;
}

/** What has been put right, or will be. */
const NOTED_STATES: readonly ReportState[] = ['accepted', 'fixed'];

const COLUMNS = [
  ...(['site', 'place', 'source', 'exact', 'correction', 'language', 'text', 'editor'] as const),
  ...(['at', 'changed_at as changedAt'] as const),
];

export function createNoteStore({ read, write }: Connections): NoteStore {
  return {
    async putNote({ editor, now, ...note }) {
      const group = readGroup(note.site);
      return write.transaction().execute(async (transaction) => {
        // No number yet, but the right to write.
        await takeNumbers(transaction, new Map([[group, 0]]));
        const before = await selectNote(transaction, note)
          .select(['text', 'withdrawn_at'])
          .executeTakeFirst();
        const isPublic = before?.withdrawn_at === null;
        const isPutBack = !isPublic && before?.text === note.text;
        if (!isPublic && !isPutBack && !(await canHaveNote(transaction, note))) return null;
        const said = { text: note.text, editor: editor.name, token_id: editor.tokenId };
        const anew = { ...note, ...said, changed_at: now, at: now, withdrawn_at: null };
        const row: NoteTable = { site_group: group, ...anew };
        const closed = isPutBack ? { withdrawn_at: null } : anew;
        const change = isPublic ? { ...said, changed_at: now } : closed;
        const changed = await takeNumber(transaction, note.site);
        const put = await transaction
          .insertInto('notes')
          .values(row)
          .onConflict((conflict) =>
            conflict.columns(['site_group', 'site', 'place']).doUpdateSet(change),
          )
          .returning(COLUMNS)
          .executeTakeFirstOrThrow();
        await touchCluster(transaction, note, 'note', changed);
        return put;
      });
    },

    async withdrawNote(site, place, at) {
      const key = { site, place };
      const isThere = await selectNote(read, key)
        .select('at')
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst();
      if (isThere === undefined) return false;
      return write.transaction().execute(async (transaction) => {
        const changed = await takeNumber(transaction, site);
        const withdrawn = await transaction
          .updateTable('notes')
          .set({ withdrawn_at: at })
          .where('site_group', '=', readGroup(site))
          .where('site', '=', site)
          .where('place', '=', place)
          .where('withdrawn_at', 'is', null)
          .returning('place')
          .execute();
        if (withdrawn.length > 0) await touchCluster(transaction, key, 'note', changed);
        return withdrawn.length > 0;
      });
    },

    listNotes: (site, after, limit) => selectPage(read, site, after).limit(limit).execute(),

    async listPublic(site, after, limit) {
      const settings = await listSettings(read, site);
      const isParent = new Set(listParents(site));
      if (settings.find((one) => isParent.has(one.site))?.publishes !== 1) return null;
      const below = settings.filter((one) => !isParent.has(one.site));
      const query = selectPage(read, site, after).limit(limit);
      if (below.length === 0) return query.execute();
      // The nearest setting holds, and so the longest name comes first.
      return query
        .where(({ ref }) => {
          const cases = below.map(
            (one) =>
              sql`when ${isCovered(ref('site'), one.site)} then ${sql.lit(one.publishes === 1 ? 1 : 0)}`,
          );
          return sql<boolean>`case ${sql.join(cases, sql` `)} else 1 end = 1`;
        })
        .execute();
    },
  };
}

function selectPage(db: Kysely<Tables>, site: string, after: NotePlace | null) {
  let query = db
    .selectFrom('notes')
    .select(COLUMNS)
    .where('site_group', '=', readGroup(site))
    .where('withdrawn_at', 'is', null)
    .where(({ ref }) => isCovered(ref('site'), site));
  if (after !== null) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('at', 'site', 'place'), '<', tuple(after.at, after.site, after.place)),
    );
  }
  return query.orderBy('at', 'desc').orderBy('site', 'desc').orderBy('place', 'desc');
}

/** Which sites publish, of those above and below one and of itself; the longest names come first. */
async function listSettings(db: Kysely<Tables>, site: string) {
  const rows = await db
    .selectFrom('sites')
    .select(['site', 'publishes'])
    .where('site_group', '=', readGroup(site))
    .where('publishes', 'is not', null)
    .where(({ eb, or, ref }) =>
      or([eb('site', 'in', listParents(site)), isCovered(ref('site'), site)]),
    )
    .execute();
  return rows.toSorted((one, other) => other.site.length - one.site.length);
}

async function canHaveNote(
  transaction: Transaction<Tables>,
  { site, place }: Pick<Note, 'site' | 'place'>,
): Promise<boolean> {
  const cluster = await transaction
    .selectFrom('clusters')
    .select('state')
    .where('site_group', '=', readGroup(site))
    .where('site', '=', site)
    .where('place', '=', place)
    .executeTakeFirst();
  return cluster !== undefined && NOTED_STATES.includes(cluster.state);
}

function selectNote(db: Kysely<Tables>, { site, place }: Pick<Note, 'site' | 'place'>) {
  return db
    .selectFrom('notes')
    .where('site_group', '=', readGroup(site))
    .where('site', '=', site)
    .where('place', '=', place);
}
