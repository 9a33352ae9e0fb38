/**
 * From the outbox to an endpoint and back, over HTTP: what delivery asks is what the endpoint answers, and what the
 * scripted endpoint of the browsers' tests answers is the same.
 */
import { expect, onTestFinished, test } from 'vitest';
import { createDeliver } from '../../src/background/deliver.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { makeReceiptDue } from '../../src/model/receipt-watch.ts';
import { startEditorEndpoint } from '../drivers/editor-endpoint.ts';
import { createOutboxFake, makeCanonical, makeEntry } from '../unit/outbox-fake.ts';
import { addEditor, decide, startEndpoint } from './endpoint.ts';

interface End {
  service: string;
  decide(canonical: string, to: Receipt): Promise<void>;
}

async function startOwn(): Promise<End> {
  const endpoint = await startEndpoint();
  const editor = await addEditor(endpoint, 'news.example');
  const origin = await endpoint.server.listen({ port: 0, host: '127.0.0.1' });
  let version = 1;
  return {
    service: `${origin}/annotations/`,
    async decide(canonical, { state, reason }) {
      const match = { 'if-match': `"${version++}"` };
      const decided = await decide(editor, canonical, { state, reason }, match);
      expect(decided.statusCode).toBe(200);
    },
  };
}

async function startScripted(): Promise<End> {
  const endpoint = await startEditorEndpoint();
  onTestFinished(() => endpoint.close());
  return {
    service: endpoint.url,
    async decide(canonical, receipt) {
      endpoint.setReceipt(canonical, receipt);
    },
  };
}

test.each([
  ['its own', startOwn],
  ['the scripted', startScripted],
])('a reader learns from %s endpoint what became of a report', async (_, start) => {
  const { service, decide: decideAbout } = await start();
  const canonical = makeCanonical(1);
  const entries = new Map([[canonical, makeEntry(1, { service })]]);
  const outbox = createOutboxFake({ entries });
  const told: (string | undefined)[] = [];
  let now = 1_700_000_000_000;
  const deliver = createDeliver({
    outbox,
    fetch,
    postByPage: async () => null,
    onDelivered: async () => undefined,
    onReceipt: async (_before, after) => void told.push(after.receipt?.state),
    scheduleWake: async () => undefined,
    now: () => now,
    random: () => 0,
  });
  await deliver();
  const receipt = { state: 'new', reason: '', readers: 1 } as const;
  expect(entries.get(canonical)).toMatchObject({ delivery: 'sent', receipt });
  expect(entries.get(canonical)?.receiptUrl).toContain(`${new URL(service).origin}/receipts/`);

  for (const state of ['accepted', 'fixed'] as const) {
    await decideAbout(canonical, { state, reason: 'Спасибо', readers: 1 });
    now += 120_000;
    await outbox.change(canonical, (entry) => makeReceiptDue(entry, now));
    await deliver();
    expect(entries.get(canonical)?.receipt).toMatchObject({ state, reason: 'Спасибо' });
  }
  // What is fixed may come back: it is asked about once more, a day later.
  expect(entries.get(canonical)?.dueAt).toBe(now + 86_400_000);
  expect(told).toEqual(['new', 'accepted', 'fixed']);
});

test('the scripted endpoint fails as it is told', async () => {
  const endpoint = await startEditorEndpoint();
  onTestFinished(() => endpoint.close());
  const entry = makeEntry(1);
  const body = JSON.stringify(entry.annotation);
  const posted = await fetch(endpoint.url, { method: 'POST', body });
  expect(posted.headers.get('link')).toContain('rel="status"');
  const url = `${endpoint.origin}/receipts/${entry.canonical.slice('urn:uuid:'.length)}`;
  expect(await (await fetch(url)).json()).toEqual({ state: 'new', reason: '', readers: 1 });
  endpoint.behaveReceipts({ status: 429, retryAfter: 5 });
  const limited = await fetch(url);
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '5']);
  endpoint.behaveReceipts('drop');
  await expect(fetch(url)).rejects.toThrow();
  expect(await endpoint.waitForReceiptReads(3)).toEqual(Array(3).fill(entry.canonical));
  endpoint.reset();
  expect((await fetch(url)).status).toBe(404);
});
