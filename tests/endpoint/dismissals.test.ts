/** What is no mistake on a site: the editors' list, and what becomes of reports that quote it. */
import { describe, expect, test } from 'vitest';
import { checkAnswer } from './answers.ts';
import {
  addEditor,
  ask,
  decide,
  type Endpoint,
  SITE,
  send,
  startEndpoint,
  tell,
} from './endpoint.ts';

const quote = (exact: string) => ({
  selectors: [{ type: 'TextQuoteSelector' as const, exact, prefix: 'a ', suffix: ' b' }],
});

function dismiss(endpoint: Endpoint, words: string, more: object = {}) {
  return tell(endpoint, '/api/dismissals', { words, reason: 'a name', ...more });
}

async function remove({ server, token }: Endpoint, key: string, query = '') {
  const url = `/api/dismissals/${key}${query}`;
  const headers = { authorization: `Bearer ${token}` };
  const response = await server.inject({ method: 'DELETE', url, headers });
  await checkAnswer(server, 'DELETE', url, response);
  return response.statusCode;
}

async function list(endpoint: Endpoint, query = '') {
  const { items } = (await ask(endpoint, `/api/dismissals?${query}`)).json();
  return items.map(({ words }: { words: string }) => words);
}

async function readState(endpoint: Endpoint, canonical: string) {
  const { state, reason } = (await ask(endpoint, `/api/reports/${canonical}`)).json();
  return [state, reason];
}

function makeClock(): () => number {
  let clock = 1_800_000_000_000;
  return () => clock++;
}

describe('words that are no mistake', () => {
  test('are answered with the reason of the nearest site that has them on its list', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const hosts = [`sport.${SITE}`, SITE, `live.sport.${SITE}`];
    for (const site of hosts) await dismiss(endpoint, 'Ozodi', { site, reason: site });
    for (const site of [...hosts, `a.live.sport.${SITE}`]) {
      const source = `https://${site}/a`;
      const { canonical } = await send(endpoint, { ...quote('Ozodi'), source });
      const reason = site.replace(/^a\./, '');
      expect(await readState(endpoint, canonical)).toEqual(['rejected', reason]);
    }
  });

  test('are rejected when they come, with the reason, whatever stands around them', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const early = await send(endpoint, quote('Ozodi'));
    const response = await dismiss(endpoint, ' Ozodi ');
    expect(response.statusCode).toBe(201);
    const { dismissal, ...applied } = response.json();
    expect(dismissal).toMatchObject({
      words: 'Ozodi',
      site: SITE,
      reason: 'a name',
      editor: 'Ann',
    });
    expect(applied).toEqual({ rejected: 0, isComplete: true });
    const late = await send(endpoint, quote('Ozodi'));
    const below = await send(endpoint, { ...quote('Ozodi'), source: `https://kk.${SITE}/a` });
    const other = await send(endpoint, quote('Ozodi radio'));
    expect(await readState(endpoint, early.canonical)).toEqual(['new', '']);
    for (const { canonical } of [late, below]) {
      expect(await readState(endpoint, canonical)).toEqual(['rejected', 'a name']);
      const history = (await ask(endpoint, `/api/reports/${canonical}/decisions`)).json();
      expect(history.items).toMatchObject([{ editor: 'Ann', from: 'new', to: 'rejected' }]);
    }
    expect(await readState(endpoint, other.canonical)).toEqual(['new', '']);
    const receipt = await endpoint.server.inject(late.url);
    expect(receipt.json()).toMatchObject({ state: 'rejected', reason: 'a name' });
    expect(await remove(endpoint, dismissal.key)).toBe(204);
    expect(await remove(endpoint, dismissal.key)).toBe(404);
    const last = await send(endpoint, quote('Ozodi'));
    expect(await readState(endpoint, last.canonical)).toEqual(['new', '']);
    expect(await readState(endpoint, late.canonical)).toEqual(['rejected', 'a name']);
  });

  test('apply to the new reports that quote them, if that is asked', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const quoting: string[] = [];
    for (let i = 0; i < 3; i++) quoting.push((await send(endpoint, quote('Ozodi'))).canonical);
    const [accepted = ''] = quoting;
    await decide(endpoint, accepted, { state: 'accepted' }, { 'if-match': '"1"' });
    const beside = await send(endpoint, { comment: 'Ozodi says so' });
    const longer = await send(endpoint, quote('Ozodi, Ozodi'));
    const response = await dismiss(endpoint, 'Ozodi', { apply: true });
    expect(response.json()).toMatchObject({ rejected: 2, isComplete: true });
    expect(await readState(endpoint, accepted)).toEqual(['accepted', '']);
    for (const canonical of quoting.slice(1)) {
      expect(await readState(endpoint, canonical)).toEqual(['rejected', 'a name']);
    }
    for (const { canonical } of [beside, longer]) {
      expect(await readState(endpoint, canonical)).toEqual(['new', '']);
    }
  });

  test('apply where they have no letters, and to more than fit into one transaction', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await Promise.all(Array.from({ length: 230 }, () => send(endpoint, quote('—'))));
    await send(endpoint, quote('+'));
    const response = await dismiss(endpoint, '—', { apply: true });
    const left = (await ask(endpoint, '/api/reports?state=new')).json().items;
    expect(response.json()).toMatchObject({ rejected: 230, isComplete: true });
    expect(left).toMatchObject([{ exact: '+' }]);
  });

  test('are listed newest first, in pages, each once', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    for (let i = 0; i < 7; i++) await dismiss(endpoint, `word ${i}`);
    expect((await dismiss(endpoint, 'word 2', { reason: 'other' })).statusCode).toBe(200);
    const seen: string[] = [];
    let after = '';
    do {
      const page = (await ask(endpoint, `/api/dismissals?limit=3&after=${after}`)).json();
      seen.push(...page.items.map(({ words }: { words: string }) => words));
      after = page.next ?? '';
    } while (after !== '');
    expect(seen).toEqual([2, 6, 5, 4, 3, 1, 0].map((number) => `word ${number}`));
  });

  test('are of a site that the token covers, and of nobody who may only read', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const below = await addEditor(endpoint, `kk.${SITE}`);
    const other = await addEditor(endpoint, 'other.example');
    const own = (await dismiss(endpoint, 'Ozodi')).json().dismissal;
    expect((await dismiss(below, 'Qazaq')).json().dismissal.site).toBe(`kk.${SITE}`);
    expect(await list(endpoint)).toEqual(['Qazaq', 'Ozodi']);
    expect(await list(endpoint, `site=kk.${SITE}`)).toEqual(['Qazaq']);
    expect(await list(below)).toEqual(['Qazaq']);
    expect(await list(other)).toEqual([]);
    for (const editor of [below, other]) {
      expect((await dismiss(editor, 'x', { site: SITE })).statusCode).toBe(403);
      expect(await remove(editor, own.key, `?site=${SITE}`)).toBe(403);
      expect(await remove(editor, own.key)).toBe(404);
    }
    const { token } = await endpoint.store.tokens.addToken({
      ...{ name: 'Bob', site: SITE, at: 1 },
      scopes: ['read', 'decide'],
    });
    const decider = { ...endpoint, token };
    expect(await list(decider)).toEqual(['Qazaq', 'Ozodi']);
    expect((await dismiss(decider, 'x')).statusCode).toBe(403);
    expect(await remove(decider, own.key)).toBe(403);
    const { canonical } = await send(endpoint);
    const verdict = { state: 'rejected', dismiss: true };
    const refused = await decide(decider, canonical, verdict, { 'if-match': '"1"' });
    expect(refused.statusCode).toBe(403);
    expect(await readState(endpoint, canonical)).toEqual(['new', '']);
  });

  test.each<[string, object]>([
    ['words', { words: '' }],
    ['words', { words: ' \n' }],
    ['words', { words: 'a\0b' }],
    ['words', { words: 'x'.repeat(1_001) }],
    ['words', { words: ['x'] }],
    ['reason', { words: 'x', reason: 'x'.repeat(2_001) }],
    ['apply', { words: 'x', apply: 'yes' }],
    ['site', { words: 'x', site: `$(x).${SITE}` }],
  ])('names %s as the fault of %j', async (path, body) => {
    const endpoint = await startEndpoint();
    const response = await tell(endpoint, '/api/dismissals', body);
    expect(response.statusCode).toBe(400);
    expect(response.json().faults).toMatchObject([{ path }]);
    expect(await list(endpoint)).toEqual([]);
  });
});

describe('a rejection', () => {
  test('puts the words on the list, if that is asked', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const { canonical } = await send(endpoint, quote('Ozodi'));
    const verdict = { state: 'rejected', reason: 'our name', dismiss: true };
    expect((await decide(endpoint, canonical, verdict, { 'if-match': '"9"' })).statusCode).toBe(
      412,
    );
    expect(await list(endpoint)).toEqual([]);
    expect((await decide(endpoint, canonical, verdict, { 'if-match': '"1"' })).statusCode).toBe(
      200,
    );
    const { items } = (await ask(endpoint, '/api/dismissals')).json();
    expect(items).toMatchObject([{ words: 'Ozodi', reason: 'our name', site: SITE }]);
    const late = await send(endpoint, quote('Ozodi'));
    expect(await readState(endpoint, late.canonical)).toEqual(['rejected', 'our name']);
  });

  test('of a cluster does so as well', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    for (let i = 0; i < 3; i++) await send(endpoint, quote('Ozodi'));
    const [cluster] = (await ask(endpoint, '/api/clusters')).json().items;
    const url = `/api/clusters/${cluster.place}/decisions`;
    const body = { state: 'rejected', dismiss: true };
    const response = await tell(endpoint, url, body, { 'if-match': cluster.etag });
    expect(response.json()).toMatchObject({ moved: 3, cluster: { state: 'rejected' } });
    expect(await list(endpoint)).toEqual(['Ozodi']);
  });

  test('alone can do so, and only of quoted words', async () => {
    const endpoint = await startEndpoint();
    const { canonical } = await send(endpoint);
    const accept = { state: 'accepted', dismiss: true };
    const response = await decide(endpoint, canonical, accept, { 'if-match': '"1"' });
    expect(response.statusCode).toBe(400);
    expect(response.json().faults).toMatchObject([{ path: 'dismiss' }]);
    const nothing = await send(endpoint, {
      selectors: [{ type: 'TextPositionSelector', start: 1, end: 2 }],
    });
    const reject = { state: 'rejected', dismiss: true };
    const refused = await decide(endpoint, nothing.canonical, reject, { 'if-match': '"1"' });
    expect(refused.statusCode).toBe(409);
    expect(await list(endpoint)).toEqual([]);
    expect(await readState(endpoint, nothing.canonical)).toEqual(['new', '']);
  });
});
