/** How the endpoint words what is wrong with a request. */
import { expect, test } from 'vitest';
import { decide, post, startEndpoint, writeAnnotation } from './endpoint.ts';

const { type: _, ...withoutType } = writeAnnotation();
const valid = writeAnnotation();

test.each<[string, object, string, string]>([
  ['a property', withoutType, 'type', '`type` is missing'],
  [
    'a property within',
    { ...valid, target: { selector: valid.target.selector } },
    'target.id',
    '`target.id` is missing',
  ],
  [
    'a property of one of many',
    { ...valid, body: [valid.body[0], { type: 'TextualBody' }] },
    'body.1.value',
    '`body.1.value` is missing',
  ],
])('%s that is not there is called missing', async (_name, input, path, message) => {
  const { server } = await startEndpoint();
  const response = await post(server, input);
  expect(response.statusCode).toBe(400);
  expect(response.json().faults).toEqual([{ path, message }]);
});

test('one that is there, but wrong, is not', async () => {
  const { server } = await startEndpoint();
  for (const canonical of [null, 1, {}, 'no IRI']) {
    const { faults } = (await post(server, { ...valid, canonical })).json();
    expect(faults).toMatchObject([{ path: 'canonical' }]);
    expect(faults[0].message).not.toContain('missing');
  }
});

test('a decision’s faults are worded alike', async () => {
  const endpoint = await startEndpoint();
  await post(endpoint.server, valid);
  const response = await decide(endpoint, valid.canonical, {}, { 'if-match': '"1"' });
  expect(response.json().faults).toEqual([{ path: 'state', message: '`state` is missing' }]);
});
