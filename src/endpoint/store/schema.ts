/**
 * The tables as TypeScript sees them, in the words of SQL and for SQLite and PostgreSQL alike: times are integers
 * (epoch ms), because drivers disagree about dates. Every key of what belongs to a site begins with its group, so
 * that the tables can be partitioned and distributed by it.
 */
import type { Look } from '../../model/judge-observations.ts';
import type { ReportState } from '../../model/report.ts';

export interface ReportTable {
  /** the sites that can share a token with this one, see `readGroup` */
  site_group: string;
  /** host name of the article's URL, or of the page around it */
  site: string;
  /** IRI that the annotation was minted with: with the site, the key */
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
  /** counts the changes of its state and of its annotation, from 1: the report's ETag */
  version: number;
  /** counts the changes of the annotation, from 1 */
  edition: number;
  /** when it was last moved, acceptances aside; null while it has not been */
  moved_at: number | null;
  created_at: number;
  received_at: number;
  /** its place in the order of the group's changes, see `changes.ts` */
  changed: number;
  /** what it can be found by, see `listWords` */
  words: string;
  /** the annotation as it came (JSON), without `id` */
  annotation: string;
}

/** Reports of one place, counted: the same mistake in the same article. It goes with its last report. */
export interface ClusterTable {
  site_group: string;
  site: string;
  place: string;
  article: string;
  /** canonical of the report that shows what it is about */
  sample: string;
  kind: string;
  /** new while one report is; else accepted while one is; else what they were moved to last */
  state: ReportState;
  /** counts the changes of its reports and its returns to new, from the number of the change that made it: its ETag */
  version: number;
  new_count: number;
  accepted_count: number;
  rejected_count: number;
  fixed_count: number;
  spam_count: number;
  /** when the first and the last of its reports was received */
  first_at: number;
  last_at: number;
  /** when somebody looked at the place later, last; null while nobody has */
  observed_at: number | null;
  /** the place of that look in the order of the group's changes; 0 while nobody has looked */
  changed: number;
  /** all of its reports but spam */
  readers: number;
  /** primary BCP 47 subtag of the first of its reports that says one, or '' */
  language: string;
  /** key of the quoted words, see `keyWords`; '' where none are quoted */
  words_key: string;
  /** the correction of an editor's own, which goes before the readers'; '' while there is none */
  edited: string;
  /** name on the editor's token, as it was then; null while there is no such correction, like the time (epoch ms) */
  edited_by: string | null;
  edited_at: number | null;
  /** the places of an editor's last correction and note in the order of the group's changes; 0 while there was none */
  edit_changed: number;
  note_changed: number;
}

/**
 * What the editors publish about a mistake that they have put right. It goes with its cluster, and keeps what that said when
 * the note was written: what readers send later is not public.
 */
export interface NoteTable {
  site_group: string;
  site: string;
  place: string;
  /** URL of the article, or of the page around it */
  source: string;
  exact: string;
  correction: string;
  /** BCP 47 tag of the correction, or '' */
  language: string;
  text: string;
  /** name on the token that wrote it last, as it was then */
  editor: string;
  token_id: string;
  /** when it was published first, and written last */
  at: number;
  changed_at: number;
  /** since when nobody is shown it; null while it stands */
  withdrawn_at: number | null;
}

/** How many reports a site has, its subdomains apart. */
export interface TotalTable {
  site_group: string;
  site: string;
  total: number;
  /** when the last of them came, was replaced or was taken out */
  modified_at: number;
}

/** How many changes a group of sites has had. Who writes to the group holds its row until the commit. */
export interface CounterTable {
  site_group: string;
  changed: number;
}

/** Reports that have been taken out: nobody may put them back by sending them again. */
export interface DeletionTable {
  site_group: string;
  site: string;
  canonical: string;
  segment: string;
  place: string;
  at: number;
  changed: number;
}

export interface DecisionTable {
  site_group: string;
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
  site_group: string;
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

/** Words that are no mistake on a site, whoever reports them: its "not a mistake" list. */
export interface DismissalTable {
  site_group: string;
  /** the subdomains of it are meant as well */
  site: string;
  /** key of the words, see `keyWords` */
  key: string;
  exact: string;
  /** is given to the readers who report them */
  reason: string;
  editor: string;
  token_id: string;
  at: number;
}

/** An entry of the list of sources that a site reuses. */
export interface SourceTable {
  site_group: string;
  /** the subdomains of it are meant as well */
  site: string;
  /** of the source's article */
  url: string;
  title: string;
  /** as in a ledger, JSON */
  copy: string;
  editor: string;
  token_id: string;
  at: number;
}

/** Which sources a fingerprint stands in. */
export interface SourcePrintTable {
  site_group: string;
  fingerprint: number;
  site: string;
  url: string;
}

export interface TokenTable {
  id: string;
  /** SHA-256 of the token, hex; the token itself is never stored */
  hash: string;
  name: string;
  site: string;
  /** what it is good for, with spaces between */
  scopes: string;
  created_at: number;
  revoked_at: number | null;
}

/** What is set for a site, its subdomains included. */
export interface SiteTable {
  site: string;
  site_group: string;
  /** reports a minute that are taken for it; null for no limit of its own */
  posts_per_minute: number | null;
  created_at: number;
  /** template of the addresses where articles are edited, see `findTemplateFault`; '' for none, null for that of the site above */
  edit_link: string | null;
  /** 1 where the notes of its editors are public, else 0; null where that is as for the site above */
  publishes: number | null;
}

/** Where the editors of a site are told of reports. */
export interface ChannelTable {
  id: string;
  site_group: string;
  site: string;
  kind: 'mail' | 'webhook' | 'slack';
  /** a mail address, or the URL that is posted to */
  target: string;
  /** what a webhook is signed with; '' for others */
  secret: string;
  /** how often: at once, or in a digest */
  every: 'report' | 'hour' | 'day';
  /** BCP 47 tag that the messages are written in */
  language: string;
  /** up to which of the group's changes it has been told */
  told: number;
  /** epoch ms; a digest is due then */
  due_at: number;
  created_at: number;
  ended_at: number | null;
}

/** The outbox: what is to be sent by a channel, until it has been. */
export interface MessageTable {
  id: string;
  channel_id: string;
  site_group: string;
  created_at: number;
  due_at: number;
  attempts: number;
  /** epoch ms until which one process has taken it to send */
  held_until: number;
  /** what is sent (JSON), see `notices` */
  content: string;
  /** why the last attempt failed, or '' */
  error: string;
  /** epoch ms; it is not tried any more */
  failed_at: number | null;
}

/** Random keys that all processes on one database share. */
export interface SecretTable {
  name: string;
  value: string;
  created_at: number;
}

export interface Tables {
  reports: ReportTable;
  clusters: ClusterTable;
  notes: NoteTable;
  totals: TotalTable;
  counters: CounterTable;
  deletions: DeletionTable;
  decisions: DecisionTable;
  observations: ObservationTable;
  dismissals: DismissalTable;
  sources: SourceTable;
  source_prints: SourcePrintTable;
  tokens: TokenTable;
  sites: SiteTable;
  channels: ChannelTable;
  messages: MessageTable;
  secrets: SecretTable;
}
