/** The one way in which a report changes its state: from the version that was read, and never without a trace. */
import type { Transaction } from 'kysely';
import type { ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import { takeNumber } from './changes.ts';
import { countMove } from './clusters.ts';
import type { Tables } from './schema.ts';
import { fromRow, REPORT_COLUMNS, type StoredReport } from './stored-report.ts';

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

/** @returns the report as it is now; null when somebody else moved it first */
export async function moveRow(
  transaction: Transaction<Tables>,
  { report, to, reason, editor, at }: Move,
): Promise<StoredReport | null> {
  const changed = await takeNumber(transaction, report.site);
  const version = report.version + 1;
  // An acceptance says nothing of whether the mistake stands there still.
  const movedAt = to === 'accepted' ? report.movedAt : at;
  const moved = await transaction
    .updateTable('reports')
    .set({ state: to, reason, version, moved_at: movedAt, changed })
    .where('site_group', '=', readGroup(report.site))
    .where('site', '=', report.site)
    .where('canonical', '=', report.canonical)
    .where('version', '=', report.version)
    .returning(REPORT_COLUMNS)
    .executeTakeFirst();
  if (moved === undefined) return null;
  await countMove(transaction, moved, report.state, to);
  await transaction
    .insertInto('decisions')
    .values({
      site_group: readGroup(report.site),
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
  return fromRow(moved);
}
