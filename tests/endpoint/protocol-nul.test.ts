/** A NUL in an address: PostgreSQL holds none in a text, and so nothing can be there. */
import { expect, test } from 'vitest';
import { ask, SITE, startEndpoint } from './endpoint.ts';

test.each(['/annotations/', '/receipts/'])('behind %s there is nothing with one', async (path) => {
  const { server, errors } = await startEndpoint();
  for (const segment of ['%00', 'a%00b', '%00'.repeat(100)]) {
    for (const method of ['GET', 'HEAD'] as const) {
      const answer = await server.inject({ method, url: path + segment });
      expect([answer.statusCode, errors]).toEqual([404, []]);
    }
  }
});

test('no receipt can be told anything there', async () => {
  const { server, errors } = await startEndpoint();
  const [url, payload] = ['/receipts/%00/observations', { verdict: 'open' }];
  const answer = await server.inject({ method: 'POST', url, payload });
  expect([answer.statusCode, errors]).toEqual([404, []]);
});

test.each([
  ...['reports', 'clusters', 'clusters/counts', 'figures', 'dismissals', 'export', 'events'],
])('/api/%s knows no site with one', async (name) => {
  const endpoint = await startEndpoint();
  const answer = await ask(endpoint, `/api/${name}?site=%00.${SITE}`);
  expect([answer.statusCode, endpoint.errors]).toEqual([400, []]);
  expect(answer.json()).toMatchObject({ faults: [{ path: 'site' }] });
});
