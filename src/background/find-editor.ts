/**
 * Whether whoever reads is an editor of the page's site. The endpoint that an editor has signed in to is asked about
 * pages of its own site alone, and is never told of any other.
 */
import { coversPage } from '../model/editor-site.ts';
import { checkServiceUrl } from '../model/resolve-receiver.ts';
import type { EditorAccess } from '../model/settings.ts';
import { createEndpoint, type Endpoint } from '../platform/editors/ask-endpoint.ts';
import { askEditor } from '../platform/editors/editor.ts';
import { createReportsApi, type ReportsApi } from '../platform/editors/reports.ts';
import { createSourcesApi, type SourcesApi } from '../platform/editors/sources.ts';

/** How long a page waits for the site of an access to be learnt, in ms. */
const PATIENCE = 1_500;

export interface FindEditorDeps {
  loadEditorAccess(): Promise<EditorAccess | null>;
  /** keeps the site that the endpoint has told */
  keepEditorSite(access: EditorAccess, site: string): Promise<void>;
  fetch: typeof fetch;
  pause(wait: number): Promise<void>;
}

export interface FoundEditor {
  /** base URL of the endpoint, without a slash at its end */
  endpoint: string;
  site: string;
  reports: ReportsApi;
  sources: SourcesApi;
}

/** @param page as the browser names it; null where its site is none of the editor's, or nobody has signed in */
export type FindEditor = (page: string) => Promise<FoundEditor | null>;

export function createFindEditor(deps: FindEditorDeps): FindEditor {
  /** The site by access, asked for once in a worker's life: an endpoint that is down is not asked at every page. */
  const learnt = new Map<string, Promise<string | null>>();

  function learnSite(access: EditorAccess, endpoint: Endpoint): Promise<string | null> {
    const key = JSON.stringify([access.endpoint, access.token]);
    const known = learnt.get(key) ?? askSite(access, endpoint);
    learnt.set(key, known);
    return Promise.race([known, deps.pause(PATIENCE).then(() => null)]);
  }

  async function askSite(access: EditorAccess, endpoint: Endpoint): Promise<string | null> {
    const answer = await askEditor(endpoint);
    if (!answer.ok) return null;
    const { site } = answer.value;
    await deps.keepEditorSite(access, site).catch(() => undefined);
    return site;
  }

  return async (page) => {
    const access = await deps.loadEditorAccess();
    if (access === null || checkServiceUrl(access.endpoint) === null) return null;
    const endpoint = createEndpoint(access, { send: deps.fetch });
    const site = access.site ?? (await learnSite(access, endpoint));
    if (site === null || !coversPage(site, page)) return null;
    return {
      endpoint: access.endpoint,
      site,
      reports: createReportsApi(endpoint),
      sources: createSourcesApi(endpoint),
    };
  };
}
