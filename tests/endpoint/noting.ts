/** Writes notes and sets sites up as an editor, for tests. */
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { ClusterItem } from '../../src/endpoint/api/cluster-schemas.ts';
import type { ReportDraft, ReportState } from '../../src/model/report.ts';
import { checkAnswer } from './answers.ts';
import { decideCluster, list, quote } from './cluster-requests.ts';
import { type Endpoint, send } from './endpoint.ts';

type Address = Pick<ClusterItem, 'place' | 'site'>;

/** Changes something as an editor; the answer is held against its description. */
export async function change(
  { server, token }: Pick<Endpoint, 'server' | 'token'>,
  method: 'PUT' | 'DELETE',
  url: string,
  body?: object,
): Promise<LightMyRequestResponse> {
  const response = await server.inject({
    ...{ method, url, headers: { authorization: `Bearer ${token}` } },
    ...(body === undefined ? {} : { payload: body }),
  });
  await checkAnswer(server, method, url, response);
  return response;
}

export function putNote(endpoint: Endpoint, { place, site }: Address, text: string) {
  return change(endpoint, 'PUT', `/api/clusters/${place}/note?site=${site}`, { text });
}

export function removeNote(endpoint: Endpoint, { place, site }: Address) {
  return change(endpoint, 'DELETE', `/api/clusters/${place}/note?site=${site}`);
}

export async function setSite(
  endpoint: Endpoint,
  site: string,
  publishes: boolean | null,
  editLink: string | null = '',
) {
  const response = await change(endpoint, 'PUT', `/api/sites/${site}`, { editLink, publishes });
  expect(response.statusCode).toBe(200);
}

/** Reports words, and decides about them. @returns their cluster */
export async function addCluster(
  endpoint: Endpoint,
  exact: string,
  { state = 'accepted', ...draft }: Partial<ReportDraft> & { state?: ReportState } = {},
): Promise<ClusterItem> {
  await send(endpoint, { selectors: quote(exact), ...draft });
  const find = async () =>
    (await list(endpoint, 'limit=200')).find(({ sample }) => sample.exact === exact);
  const cluster = await find();
  if (cluster === undefined) throw new Error(`nobody has reported ${exact}`);
  if (state === 'new') return cluster;
  expect((await decideCluster(endpoint, cluster, { state })).statusCode).toBe(200);
  return (await find()) ?? cluster;
}

/** An accepted cluster with a note. */
export async function addNote(
  endpoint: Endpoint,
  exact: string,
  text: string,
  draft: Partial<ReportDraft> = {},
): Promise<ClusterItem> {
  const cluster = await addCluster(endpoint, exact, draft);
  expect((await putNote(endpoint, cluster, text)).statusCode).toBe(200);
  return cluster;
}
