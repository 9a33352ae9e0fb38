/** Opens the store: SQLite in a directory, or a PostgreSQL database, with its tables brought up to date. */
import type { Kysely } from 'kysely';
import type { Rates } from '../limits/rates.ts';
import { createMemoryRates } from '../limits/rates.ts';
import type { AddedReport } from './add-reports.ts';
import { type ChangeStore, createChangeStore } from './changes.ts';
import { type ChannelStore, createChannelStore } from './channels.ts';
import { closeConnections, type OpenOptions, openConnections } from './connections.ts';
import { countMessages, type MessageCounts } from './count-messages.ts';
import { createDecisionStore, type DecisionStore } from './decisions.ts';
import type { DialectName } from './dialect.ts';
import { createDismissalStore, type DismissalStore } from './dismissals.ts';
import { createFigureStore, type FigureStore } from './figures.ts';
import { type ClusterStore, createClusterStore } from './find-clusters.ts';
import { createMessageStore, type MessageStore } from './messages.ts';
import { createMistakeStore, type MistakeStore } from './newest-mistakes.ts';
import { createNoteStore, type NoteStore } from './notes.ts';
import { createObservationStore, type ObservationStore } from './observations.ts';
import { createReportStore, type ReportStore } from './reports.ts';
import type { Tables } from './schema.ts';
import { createSecretStore, type SecretStore } from './secrets.ts';
import { createSharedRates } from './shared-rates.ts';
import { createSiteStore, type SiteStore } from './sites.ts';
import { createSourceStore, type SourceStore } from './sources.ts';
import type { NewReport } from './stored-report.ts';
import { createTokenStore, type TokenStore } from './tokens.ts';
import { createUntoldStore, type UntoldStore } from './untold.ts';

/** Ways into the database. On SQLite whoever reads does not wait for who writes; on PostgreSQL both are one pool. */
export interface Connections {
  dialect: DialectName;
  read: Kysely<Tables>;
  write: Kysely<Tables>;
  /** `addReports` where it runs nearer to the database than here */
  add?: (reports: readonly NewReport[]) => Promise<AddedReport[]>;
}

export interface Store {
  reports: ReportStore;
  clusters: ClusterStore;
  decisions: DecisionStore;
  dismissals: DismissalStore;
  sources: SourceStore;
  observations: ObservationStore;
  notes: NoteStore;
  changes: ChangeStore;
  mistakes: MistakeStore;
  figures: FigureStore;
  tokens: TokenStore;
  channels: ChannelStore;
  untold: UntoldStore;
  messages: MessageStore;
  sites: SiteStore;
  secrets: SecretStore;
  /** what limits count with: shared by the processes on one PostgreSQL */
  rates: Rates;
  /** Resolves when the database answers. @throws when it does not */
  check(): Promise<void>;
  close(): Promise<void>;
  /** How many messages wait in the outbox or were given up; no more of each than `limit` are counted. */
  countMessages(limit: number): Promise<MessageCounts>;
}

/** Where the data lies. */
export type StoreAddress = { directory: string } | { databaseUrl: string };

/**
 * Opens, or makes, the store and brings its tables up to date.
 * @throws when the directory cannot be made, the file is no database of Sic's, or PostgreSQL cannot be reached
 */
export async function openStore(address: StoreAddress, options?: OpenOptions): Promise<Store> {
  const connections = await openConnections(address, options);
  const { dialect, read, write } = connections;
  const secrets = createSecretStore(connections);
  return {
    reports: createReportStore(connections),
    clusters: createClusterStore(connections),
    decisions: createDecisionStore(connections),
    dismissals: createDismissalStore(connections),
    sources: createSourceStore(connections),
    observations: createObservationStore(connections),
    notes: createNoteStore(connections),
    changes: createChangeStore(connections),
    mistakes: createMistakeStore(connections),
    figures: createFigureStore(connections),
    tokens: createTokenStore(connections),
    channels: createChannelStore(connections),
    untold: createUntoldStore(connections),
    messages: createMessageStore(connections),
    sites: createSiteStore(connections),
    secrets,
    rates: dialect === 'postgres' ? createSharedRates({ db: write, secrets }) : createMemoryRates(),
    async check() {
      await read.selectFrom('counters').select('changed').limit(1).execute();
    },
    close: () => closeConnections(connections),
    countMessages: (limit) => countMessages(read, limit),
  };
}
