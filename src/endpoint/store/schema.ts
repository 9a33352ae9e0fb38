/**
 * The tables as TypeScript sees them, in the words of SQL and for SQLite and PostgreSQL alike: times are
 * integers (epoch ms), because drivers disagree about dates, and every key has the site in it, so that the
 * tables can be partitioned.
 */
import type { ReportState } from '../../model/report.ts';

export interface ReportTable {
  /** host name of the article's URL, or of the page around it */
  site: string;
  /** the sites that can share a token with this one: begins the queue's indexes */
  site_group: string;
  /** urn:uuid of the annotation: with the site, the key */
  canonical: string;
  /** last part of the annotation's IRI and of its receipt's: random, and the capability to read them */
  segment: string;
  source: string;
  /** key of the quoted place: reports with the same one on a site are about the same mistake */
  place: string;
  kind: string;
  state: ReportState;
  /** the reason given with the last decision, or '' */
  reason: string;
  /** counts the changes of state, from 1: the report's ETag */
  version: number;
  created_at: number;
  received_at: number;
  /** the annotation as it came (JSON), without `id` */
  annotation: string;
}

export interface DecisionTable {
  site: string;
  canonical: string;
  /** the report's version that this decision made */
  version: number;
  at: number;
  /** name on the token that decided, as it was then */
  editor: string;
  token_id: string;
  from_state: ReportState;
  to_state: ReportState;
  reason: string;
}

export interface TokenTable {
  id: string;
  /** SHA-256 of the token, hex; the token itself is never stored */
  hash: string;
  name: string;
  site: string;
  created_at: number;
  revoked_at: number | null;
}

export interface Tables {
  reports: ReportTable;
  decisions: DecisionTable;
  tokens: TokenTable;
}
