/** A report that is sent again, as an outbox does that was not answered, is no news to editors. */
import { expect, test } from 'vitest';
import { ask, post, startEndpoint, writeAnnotation } from './endpoint.ts';
import { listen } from './event-client.ts';
import { addChannel, makeNotifier, startReceiver } from './notice-receivers.ts';

test('what is sent again makes no event, no message and no new version', async () => {
  const endpoint = await startEndpoint({ events: { heartbeat: 50, poll: 20 } });
  const { server, store } = endpoint;
  const hook = await startReceiver();
  await addChannel(store, { kind: 'webhook', target: hook.url, secret: 'whsec_AAAA' });
  const notifier = makeNotifier(store, { now: 1 });
  const listener = await listen(endpoint);
  const [first, last] = [writeAnnotation(), writeAnnotation({ source: 'https://news.example/b' })];
  expect((await post(server, first)).statusCode).toBe(201);
  await listener.hear(2);
  await notifier.runOnce();
  const before = (await ask(endpoint, '/api/reports')).json();
  for (let i = 0; i < 3; i += 1) expect((await post(server, first)).statusCode).toBe(200);
  await notifier.runOnce();
  expect((await ask(endpoint, '/api/reports')).json()).toEqual(before);
  expect(hook.received).toHaveLength(1);
  expect((await post(server, last)).statusCode).toBe(201);
  const events = await listener.hear(3);
  const canonicals = events.slice(1).map(({ data }) => JSON.parse(data).canonical);
  expect(canonicals).toEqual([first.canonical, last.canonical]);
  await notifier.runOnce();
  expect(hook.received).toHaveLength(2);
});
