/** The program, killed in the middle of writes again and again: what it has acknowledged is there, and once. */
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { checkConsistency } from './consistency.ts';
import { decideAgain } from './deciding.ts';
import { SITE } from './endpoint.ts';
import { checkOutbox, startReaders } from './outbox.ts';
import { readUrl, startOn } from './program.ts';
import { describeStores, openFor } from './stores.ts';

const KILLS = 30;
const READERS = 8;
/** Reports between two ends, from and to: so that they come at any moment of a group of writes. */
const FEWEST = 5;
const SPREAD = 40;

describeStores((kind) => {
  test(`${KILLS} × kill -9 takes nothing along that was acknowledged, and nothing comes twice`, async () => {
    const address = await kind.makeAddress();
    const store = await openFor(address);
    const { token } = await store.tokens.addToken({ name: 'Ann', site: SITE, at: 1 });
    let url: string | undefined;
    const outbox = startReaders(READERS, () => url);
    const editor = decideAgain(token, outbox.acknowledged, () => url);
    for (let kill = 0; kill < KILLS; kill++) {
      const child = await startOn(address);
      url = await readUrl(child);
      await outbox.reach(outbox.acknowledged.size + FEWEST + Math.floor(Math.random() * SPREAD));
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      expect((await ended)[1]).toBe('SIGKILL');
    }
    url = await readUrl(await startOn(address));
    await outbox.finish();
    await editor.finish();
    await checkOutbox(address, outbox);
    await checkConsistency(address);
    expect(outbox.acknowledged.size).toBe(outbox.sent.size);
    expect(editor.decided.size).toBeGreaterThan(0);
    for (const [canonical, state] of editor.decided) {
      const [report] = await store.reports.findReports(SITE, canonical);
      expect(report?.state).toBe(state);
    }
  }, 300_000);
});
