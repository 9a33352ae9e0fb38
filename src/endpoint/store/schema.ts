/**
 * The tables as TypeScript sees them, in the words of SQL and for SQLite and PostgreSQL alike: times are
 * integers (epoch ms), because drivers disagree about dates, and every key has the site in it, so that the
 * tables can be partitioned.
 */
import type { Look } from '../../model/judge-observations.ts';
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
  /** key of the article, see `keyArticle` */
  article: string;
  /** key of the quoted place: reports with the same one on a site are about the same mistake */
  place: string;
  kind: string;
  state: ReportState;
  /** the reason given with the last decision, or '' */
  reason: string;
  /** counts the changes of state, from 1: the report's ETag */
  version: number;
  /** when it was last moved, acceptances aside; null while it has not been */
  moved_at: number | null;
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
  /** name on the token that decided, as it was then; '' where it was moved by what was observed */
  editor: string;
  /** '' where it was moved by what was observed */
  token_id: string;
  from_state: ReportState;
  to_state: ReportState;
  reason: string;
}

/** The newest look of each observer at a place. */
export interface ObservationTable {
  site: string;
  place: string;
  /** a reader's: canonical of the report whose receipt was used; an editor's: id of the token */
  observer: string;
  kind: Look['by'];
  verdict: Look['verdict'];
  /** what stood there instead, or '' */
  replacement: string;
  at: number;
}

/** A place that was looked at. Who looks writes here first, so that those who look at once wait for each other. */
export interface PlaceTable {
  site: string;
  place: string;
  observed_at: number;
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
  observations: ObservationTable;
  places: PlaceTable;
  tokens: TokenTable;
}
