/** The one way in which a report changes its state: from the version that was read, and never without a trace. */
import type { Selectable, Transaction } from 'kysely';
import type { ReportState } from '../../model/report.ts';
import type { ReportTable, Tables } from './schema.ts';
import type { StoredReport } from './stored-report.ts';

export interface Move {
  /** the report as it was read: it moves only if it still has this version */
  report: Pick<StoredReport, 'site' | 'canonical' | 'state' | 'version' | 'movedAt'>;
  to: ReportState;
  reason: string;
  /** who decided; null where it is moved by what was observed */
  editor: { tokenId: string; name: string } | null;
  /** epoch ms */
  at: number;
}

/** @returns the row as it is now; undefined when somebody else moved it first */
export async function moveRow(
  transaction: Transaction<Tables>,
  { report, to, reason, editor, at }: Move,
): Promise<Selectable<ReportTable> | undefined> {
  const version = report.version + 1;
  // An acceptance says nothing of whether the mistake stands there still.
  const movedAt = to === 'accepted' ? report.movedAt : at;
  const moved = await transaction
    .updateTable('reports')
    .set({ state: to, reason, version, moved_at: movedAt })
    .where('site', '=', report.site)
    .where('canonical', '=', report.canonical)
    .where('version', '=', report.version)
    .returningAll()
    .executeTakeFirst();
  if (moved === undefined) return undefined;
  await transaction
    .insertInto('decisions')
    .values({
      site: report.site,
      canonical: report.canonical,
      version,
      at,
      editor: editor?.name ?? '',
      token_id: editor?.tokenId ?? '',
      from_state: report.state,
      to_state: to,
      reason,
    })
    .execute();
  return moved;
}
