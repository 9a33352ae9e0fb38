/** The description of the API: a valid one, and true. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { checkAnswer, readDocument } from './answers.ts';
import { ask, SITE, send, startEndpoint } from './endpoint.ts';

test('is a valid OpenAPI document', async () => {
  const { server } = await startEndpoint();
  const document = (await server.inject('/api/openapi.json')).json();
  const result = await new Validator().validate(document);
  expect(result).toMatchObject({ valid: true });
});

test('names the failures that every route for editors has', async () => {
  const { paths } = await readDocument((await startEndpoint()).server);
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { responses }] of Object.entries(operations)) {
      if (path.startsWith('/api/')) expect([path, method, responses]).toHaveProperty('2.401');
    }
  }
});

test('is what answers are held against', async () => {
  const endpoint = await startEndpoint();
  await send(endpoint);
  const response = await ask(endpoint, '/api/reports');
  const [item] = response.json().items;
  const alter = (body: object) => ({ ...response, body: JSON.stringify(body), json: () => body });
  const check = (body: object) =>
    checkAnswer(endpoint.server, 'GET', '/api/reports?x=y', alter(body) as typeof response);
  await check({ items: [item], next: null });
  for (const wrong of [
    { items: [item] },
    { items: [{ ...item, state: 'gone' }], next: null },
    { items: [{ ...item, more: SITE }], next: null },
    { items: [item], next: null, more: 1 },
  ]) {
    await expect(check(wrong)).rejects.toThrow();
  }
});
