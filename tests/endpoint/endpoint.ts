/** An endpoint in the test's own process, on a store of its own in a temporary directory. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { v7 } from 'uuid';
import { expect, inject, onTestFinished } from 'vitest';
import { createServer, type ServerDeps } from '../../src/endpoint/server.ts';
import { openStore, type Store } from '../../src/endpoint/store/database.ts';
import { ANNOTATION_MEDIA_TYPE, type Annotation } from '../../src/model/annotation.ts';
import { composeAnnotation, type ReportDraft } from '../../src/model/report.ts';
import { checkAnswer } from './answers.ts';
import { postgresKind, sqliteKind } from './stores.ts';

export const SITE = 'news.example';

export interface Endpoint {
  server: FastifyInstance;
  store: Store;
  /** of a store on SQLite; else '' */
  directory: string;
  /** failures that the endpoint took for its own */
  errors: unknown[];
  /** a token of an editor of SITE */
  token: string;
}

export { makeDirectory } from './directory.ts';

/** On SQLite, or on PostgreSQL where the project of these tests says so. */
export async function startEndpoint(deps: Partial<ServerDeps> = {}): Promise<Endpoint> {
  const kind = inject('storeKind') === 'PostgreSQL' ? postgresKind : sqliteKind;
  const address = await kind.makeAddress();
  const directory = 'directory' in address ? address.directory : '';
  const store = await openStore(address);
  const errors: unknown[] = [];
  const server = createServer({
    store,
    postsPerMinute: 100_000,
    reportError: (error) => errors.push(error),
    ...deps,
  });
  onTestFinished(async () => {
    await server.close();
    await store.close();
  });
  const { token } = await store.tokens.addToken({ name: 'Ann', site: SITE, at: 1 });
  return { server, store, directory, errors, token };
}

/** The same endpoint as another editor, Bob of a site, sees it. */
export async function addEditor(endpoint: Endpoint, site: string): Promise<Endpoint> {
  const { token } = await endpoint.store.tokens.addToken({ name: 'Bob', site, at: 1 });
  return { ...endpoint, token };
}

export function mintCanonical(): string {
  return `urn:uuid:${v7()}`;
}

export function writeAnnotation(draft: Partial<ReportDraft> = {}): Annotation {
  return composeAnnotation({
    canonical: mintCanonical(),
    source: `https://${SITE}/a`,
    scope: '',
    selectors: [
      { type: 'TextQuoteSelector', exact: 'recieved', prefix: 'was ', suffix: ' late' },
      { type: 'TextPositionSelector', start: 4, end: 12 },
    ],
    kind: 'spelling',
    correction: 'received',
    comment: 'i before e',
    language: 'en',
    createdAt: 1_700_000_000_000,
    ...draft,
  });
}

export async function post(
  server: FastifyInstance,
  payload: object | string | Buffer,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  const url = '/annotations/';
  const response = await server.inject({
    ...{ method: 'POST', url, payload },
    headers: { 'content-type': ANNOTATION_MEDIA_TYPE, ...headers },
  });
  await checkAnswer(server, 'POST', url, response);
  return response;
}

/** Posts a report; gives its canonical and its receipt's path. */
export async function send({ server }: Endpoint, draft: Partial<ReportDraft> = {}) {
  const annotation = writeAnnotation(draft);
  const response = await post(server, annotation);
  expect(response.statusCode).toBe(201);
  return { canonical: annotation.canonical, url: findReceipt(response.headers.link) };
}

/** The path of the receipt that a Link header names. */
export function findReceipt(link: unknown): string {
  const header = [link].flat().join(', ');
  const iri = /<([^>]*)>; rel="status"/.exec(header)?.[1];
  expect(iri).toBeDefined();
  return pathOf(iri);
}

/** Posts a report from an address, with what was forwarded for whom. */
export function postFrom(
  server: FastifyInstance,
  remoteAddress: string,
  forwarded = '',
): Promise<LightMyRequestResponse> {
  return server.inject({
    method: 'POST',
    url: '/annotations/',
    remoteAddress,
    headers: { 'content-type': ANNOTATION_MEDIA_TYPE, 'x-forwarded-for': forwarded },
    payload: JSON.stringify(writeAnnotation()),
  });
}

interface Asking {
  server: FastifyInstance;
  token: string;
}

/** Asks as an editor; the answer is held against its description. */
export async function ask({ server, token }: Asking, url: string): Promise<LightMyRequestResponse> {
  const response = await server.inject({ url, headers: { authorization: `Bearer ${token}` } });
  await checkAnswer(server, 'GET', url, response);
  return response;
}

/** Tells something as an editor; the answer is held against its description. */
export async function tell(
  { server, token }: Asking,
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  const response = await server.inject({
    ...{ method: 'POST', url, payload: body },
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  await checkAnswer(server, 'POST', url, response);
  return response;
}

/** Puts something as an editor; the answer is held against its description. */
export async function put(
  { server, token }: Asking,
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  const response = await server.inject({
    ...{ method: 'PUT', url, payload: body },
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  await checkAnswer(server, 'PUT', url, response);
  return response;
}

/** Decides about a report; `query` such as `?site=news.example` tells two of one canonical apart. */
export function decide(
  endpoint: Asking,
  canonical: string,
  body: object,
  headers: Record<string, string> = {},
  query = '',
): Promise<LightMyRequestResponse> {
  const url = `/api/reports/${encodeURIComponent(canonical)}/decisions${query}`;
  return tell(endpoint, url, body, headers);
}

/** Tells as an editor what a look at a report's place has shown. */
export function observe(
  endpoint: Asking,
  canonical: string,
  body: object,
  query = '',
): Promise<LightMyRequestResponse> {
  return tell(endpoint, `/api/reports/${encodeURIComponent(canonical)}/observations${query}`, body);
}

/** The path of an IRI, for a server that does not listen. */
export function pathOf(iri: unknown): string {
  return new URL(String(iri)).pathname;
}
