/** All that the review may ask of an endpoint. */
import type { EditorAccess } from '../../model/settings.ts';
import { createEndpoint, type EndpointOptions, type Outcome } from './ask-endpoint.ts';
import { type ClustersApi, createClustersApi } from './clusters.ts';
import { createDismissalsApi, type DismissalsApi } from './dismissals.ts';
import { askEditor, type Editor } from './editor.ts';
import { createExportsApi, type ExportsApi } from './exports.ts';
import { createFiguresApi, type FiguresApi } from './figures.ts';
import { createEventsApi, type EventsApi } from './follow-events.ts';
import { createNotesApi, type NotesApi } from './notes.ts';
import { createReportsApi, type ReportsApi } from './reports.ts';
import { createSitesApi, type SitesApi } from './sites.ts';

export type { Editor } from './editor.ts';

export interface ReviewApi {
  whoAmI(): Promise<Outcome<Editor>>;
  reports: ReportsApi;
  clusters: ClustersApi;
  dismissals: DismissalsApi;
  sites: SitesApi;
  notes: NotesApi;
  figures: FiguresApi;
  exports: ExportsApi;
  events: EventsApi;
}

/** @param access the endpoint's base URL, without a slash at its end, and an editor's token */
export function createReviewApi(access: EditorAccess, options?: EndpointOptions): ReviewApi {
  const endpoint = createEndpoint(access, options);
  return {
    whoAmI: () => askEditor(endpoint),
    reports: createReportsApi(endpoint),
    clusters: createClustersApi(endpoint),
    dismissals: createDismissalsApi(endpoint),
    sites: createSitesApi(endpoint),
    notes: createNotesApi(endpoint),
    figures: createFiguresApi(endpoint),
    exports: createExportsApi(endpoint),
    events: createEventsApi(endpoint),
  };
}
