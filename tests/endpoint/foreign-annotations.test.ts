/** What other programs send is no report of the extension's, and is a report all the same wherever editors deal with it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotations } from './annotation-arbitraries.ts';
import { ask, post, SITE, startEndpoint, tell } from './endpoint.ts';
import {
  addChannel,
  FROM,
  makeNotifier,
  startMailServer,
  startReceiver,
} from './notice-receivers.ts';

const QUOTE = 'Ozodi radiosi';

function writeForeign(name: string, selector: object = {}) {
  return JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    bodyValue: `a word about ${name}`,
    target: {
      source: `https://${SITE}/${name}`,
      selector: { type: 'TextQuoteSelector', exact: QUOTE, ...selector },
    },
  });
}

async function send(endpoint: Awaited<ReturnType<typeof startEndpoint>>, name: string) {
  const response = await post(endpoint.server, writeForeign(name));
  expect([response.statusCode, response.body]).toEqual([201, expect.anything()]);
  return response.json();
}

test.each(['report', 'hour'] as const)('editors are told of it: by %s', async (every) => {
  const endpoint = await startEndpoint();
  const clock = { now: Date.now() };
  const hook = await startReceiver();
  await addChannel(endpoint.store, {
    ...{ kind: 'webhook', target: hook.url, secret: 'whsec_AAAA', every, dueAt: clock.now },
  });
  const { canonical } = await send(endpoint, 'a');
  await makeNotifier(endpoint.store, clock).runOnce();
  const [message] = hook.received.map(({ body }) => JSON.parse(body));
  const told = every === 'report' ? message?.data : message?.data.newest[0];
  expect(told).toMatchObject({
    ...{ canonical, site: SITE, source: `https://${SITE}/a`, exact: QUOTE },
    comment: 'a word about a',
  });
});

test('whatever it is, it can be told in every way', async () => {
  const endpoint = await startEndpoint();
  const { store } = endpoint;
  const [hook, slack, mails] = [
    await startReceiver(),
    await startReceiver(),
    await startMailServer(),
  ];
  await addChannel(store, { kind: 'webhook', target: hook.url, secret: 'whsec_AAAA' });
  await addChannel(store, { kind: 'slack', target: slack.url });
  await addChannel(store);
  const canonicals = new Set<string>();
  for (const annotation of fc.sample(annotations, 60)) {
    const created = await post(endpoint.server, JSON.stringify(annotation));
    expect(created.statusCode).toBe(201);
    canonicals.add(created.json().canonical);
  }
  const mail = { smtpUrl: mails.url, from: FROM, replyTo: null };
  const notifier = makeNotifier(store, { now: Date.now() }, { mail });
  do {
    await notifier.runOnce();
    expect((await store.countMessages(1_000)).failed).toBe(0);
  } while ((await store.countMessages(1_000)).waiting > 0);
  const told = hook.received.map(({ body }) => JSON.parse(body).data.canonical);
  expect(told.length).toBeGreaterThan(1);
  for (const canonical of told) expect(canonicals).toContain(canonical);
  expect(new Set(told).size).toBe(told.length);
  expect([slack.received.length, mails.received.length]).toEqual([told.length, told.length]);
});

test('what it quotes can be said to be no mistake', async () => {
  const endpoint = await startEndpoint();
  const { canonical } = await send(endpoint, 'a');
  const decisions = `/api/reports/${encodeURIComponent(canonical)}/decisions`;
  const verdict = { state: 'rejected', dismiss: true, reason: 'a name' };
  const decided = await tell(endpoint, decisions, verdict, { 'if-match': '"1"' });
  expect([decided.statusCode, decided.json().state]).toEqual([200, 'rejected']);
  const { items } = (await ask(endpoint, '/api/dismissals')).json();
  expect(items).toMatchObject([{ words: QUOTE }]);
});

test('those that came before are rejected with the words', async () => {
  const endpoint = await startEndpoint();
  for (const name of ['a', 'b', 'c']) await send(endpoint, name);
  const body = { words: QUOTE, reason: 'a name', apply: true };
  expect((await tell(endpoint, '/api/dismissals', body)).json()).toMatchObject({ rejected: 3 });
});
