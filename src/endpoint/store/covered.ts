/** Which rows a token for a site covers: those of the site and of its subdomains. */
import { type Expression, type SqlBool, sql } from 'kysely';
import { readGroup } from '../sites.ts';

/** Whether a column names the site or a subdomain. Where the group is asked for as well, an index leads there. */
export function isCovered(column: Expression<string>, site: string): Expression<SqlBool> {
  // Of the group that is asked for, it is all.
  if (site === readGroup(site)) return sql<SqlBool>`1 = 1`;
  // `_` may stand in a host name, and means any character to LIKE.
  const pattern = `%.${site.replace(/[\\%_]/g, '\\$&')}`;
  return sql<SqlBool>`(${column} = ${site} or ${column} like ${pattern} escape ${sql.lit('\\')})`;
}
