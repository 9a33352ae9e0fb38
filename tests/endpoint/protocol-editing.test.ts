/**
 * Updating and deleting annotations by the Web Annotation Protocol, over HTTP, and who may.
 * https://www.w3.org/TR/2017/REC-annotation-protocol-20170223/#update-an-existing-annotation
 */
import { describe, expect, test } from 'vitest';
import type { Scope } from '../../src/endpoint/store/tokens.ts';
import { ANNOTATION_MEDIA_TYPE } from '../../src/model/annotation.ts';
import { type Endpoint, SITE, startEndpoint, writeAnnotation } from './endpoint.ts';
import {
  type Answer,
  createProtocolClient,
  getContainer,
  IRIS,
  listItems,
  MINIMAL,
  type ProtocolClient,
  readLinks,
  readList,
  walkPages,
} from './protocol-client.ts';

interface Served {
  endpoint: Endpoint;
  editor: ProtocolClient;
  reader: ProtocolClient;
  clientOf(site: string, scopes?: readonly Scope[]): Promise<ProtocolClient>;
}

async function serve(): Promise<Served> {
  const endpoint = await startEndpoint();
  const base = await endpoint.server.listen({ port: 0, host: '127.0.0.1' });
  return {
    endpoint,
    editor: createProtocolClient(base, endpoint.token),
    reader: createProtocolClient(base, ''),
    async clientOf(site, scopes) {
      const grant = { name: 'Bob', site, at: 1, ...(scopes === undefined ? {} : { scopes }) };
      return createProtocolClient(base, (await endpoint.store.tokens.addToken(grant)).token);
    },
  };
}

const FOREIGN = 'https://other.example/annotations/1';

async function create({ reader }: Served, body: object = writeAnnotation()) {
  const created = await reader.ask(reader.container, { method: 'POST', body });
  expect(created.status).toBe(201);
  return { iri: created.headers.get('Location') ?? '', created, tag: tagOf(created) };
}

const tagOf = ({ headers }: Answer) => headers.get('ETag') ?? '';
const put = (client: ProtocolClient, iri: string, tag: string, body: object) =>
  client.ask(iri, { method: 'PUT', body, headers: tag === '' ? {} : { 'If-Match': tag } });
const remove = (client: ProtocolClient, iri: string, tag: string) =>
  client.ask(iri, { method: 'DELETE', headers: tag === '' ? {} : { 'If-Match': tag } });

const CHANGES: [method: string, change: typeof remove][] = [
  ['PUT', (client, iri, tag) => put(client, iri, tag, writeAnnotation())],
  ['DELETE', remove],
];

describe('5.3 PUT', () => {
  test('MUST replace the whole annotation, and answer 200 with its new state', async () => {
    const served = await serve();
    const { iri, created, tag } = await create(served, { ...writeAnnotation(), extra: 1 });
    const { canonical } = created.json;
    const wanted = {
      ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', canonical },
      ...{ body: 'https://other.example/remark', target: `https://${SITE}/another`, id: iri },
    };
    const replaced = await put(served.editor, iri, tag, wanted);
    expect(replaced.status).toBe(200);
    expect(replaced.json).toEqual(wanted);
    expect(replaced.headers.get('Content-Type')).toBe(ANNOTATION_MEDIA_TYPE);
    expect(replaced.headers.get('Content-Location')).toBe(iri);
    expect(readLinks(replaced)).toContain('type http://www.w3.org/ns/ldp#Resource');
    expect(readList(replaced, 'Allow')).toContain('put');
    expect(readList(replaced, 'Vary')).toContain('accept');
    expect(tagOf(replaced)).not.toBe(tag);
    const got = await served.reader.ask(iri);
    expect([got.text, tagOf(got)]).toEqual([replaced.text, tagOf(replaced)]);
    // What it was known by is not what it was.
    const again = await put(served.editor, iri, tag, wanted);
    expect(again.status).toBe(412);
  });

  test('shows in the editors’ queue, and is found by its new words alone', async () => {
    const served = await serve();
    const annotation = writeAnnotation({ comment: 'formerly' });
    const { iri, tag } = await create(served, annotation);
    const later = writeAnnotation({ canonical: annotation.canonical, comment: 'lately' });
    expect((await put(served.editor, iri, tag, later)).status).toBe(200);
    const search = async (word: string) => {
      const path = `${served.editor.container.replace('/annotations/', '/api/reports')}?search=${word}`;
      return (await served.editor.ask(path)).json['items'];
    };
    expect(await search('formerly')).toEqual([]);
    expect(await search('lately')).toMatchObject([{ comment: 'lately', id: iri }]);
  });

  test('is not decided about by who has seen other words', async () => {
    const served = await serve();
    const annotation = writeAnnotation({ comment: 'formerly' });
    const { iri, tag } = await create(served, annotation);
    const reports = served.editor.container.replace('/annotations/', '/api/reports');
    const seen = tagOf(await served.editor.ask(`${reports}/${annotation.canonical}`));
    const later = writeAnnotation({ canonical: annotation.canonical, comment: 'lately' });
    expect((await put(served.editor, iri, tag, later)).status).toBe(200);
    const decide = (ifMatch: string) =>
      served.editor.ask(`${reports}/${annotation.canonical}/decisions`, {
        ...{ method: 'POST', body: { state: 'accepted' } },
        headers: { 'If-Match': ifMatch, 'Content-Type': 'application/json' },
      });
    expect((await decide(seen)).status).toBe(412);
    const now = tagOf(await served.editor.ask(`${reports}/${annotation.canonical}`));
    expect((await decide(now)).status).toBe(200);
  });

  test('keeps canonical and via where they are left out', async () => {
    const served = await serve();
    const { iri, tag, created } = await create(served, { ...writeAnnotation(), id: FOREIGN });
    const { canonical: _, ...body } = writeAnnotation();
    const replaced = await put(served.editor, iri, tag, body);
    const { canonical, via } = created.json;
    expect(replaced.json).toEqual({ ...body, canonical, via, id: iri });
    expect(via).toBe(FOREIGN);
  });

  test.each([
    ['canonical', { canonical: 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df' }],
    ['via', { via: 'https://other.example/2' }],
    ['via', { via: [FOREIGN, 'https://other.example/2'] }],
    ['id', { id: FOREIGN }],
    ['target', { target: 'https://other.example/a' }],
    ['target', { target: `https://blog.${SITE}/a` }],
  ])('SHOULD reject another %s', async (path, change) => {
    const served = await serve();
    const annotation = { ...writeAnnotation(), via: FOREIGN };
    const { iri, tag, created } = await create(served, annotation);
    const refused = await put(served.editor, iri, tag, { ...annotation, ...change });
    expect([refused.status, refused.json['faults']]).toMatchObject([409, [{ path }]]);
    expect((await served.reader.ask(iri)).text).toBe(created.text);
  });

  test('what does not validate is refused with the path of each fault', async () => {
    const served = await serve();
    const { iri, tag, created } = await create(served);
    const wrong = { ...created.json, motivation: 5, body: [{ type: 'TextualBody' }] };
    const refused = await put(served.editor, iri, tag, wrong);
    expect(refused.status).toBe(400);
    expect(refused.json['faults']).toEqual([
      expect.objectContaining({ path: 'motivation' }),
      expect.objectContaining({ path: 'body.0.value' }),
    ]);
    for (const [type, status] of [
      ['text/plain', 415],
      ['application/json', 400],
    ] as const) {
      const headers = { 'If-Match': tag, 'Content-Type': type };
      const answer = await served.editor.ask(iri, { method: 'PUT', body: '{', headers });
      expect(answer.status).toBe(status);
    }
    const large = { ...created.json, x: 'x'.repeat(70_000) };
    expect((await put(served.editor, iri, tag, large)).status).toBe(413);
    expect((await served.reader.ask(iri)).text).toBe(created.text);
  });
});

describe('5.4 DELETE', () => {
  test('MUST answer 204, take the IRI out of the container, and never give it to another', async () => {
    const served = await serve();
    const annotation = writeAnnotation();
    const { iri, tag } = await create(served, annotation);
    const other = await create(served);
    const answer = await remove(served.editor, iri, tag);
    expect([answer.status, answer.text]).toEqual([204, '']);
    const { first, total } = await getContainer(served.editor, [MINIMAL, IRIS]);
    expect([total, listItems(await walkPages(served.editor, String(first)))]).toEqual([
      ...[1, [other.iri]],
    ]);
    for (const one of [iri, iri.replace('/annotations/', '/receipts/')]) {
      for (const method of ['GET', 'HEAD']) {
        expect([one, (await served.reader.ask(one, { method })).status]).toEqual([one, 410]);
      }
    }
    expect((await remove(served.editor, iri, tag)).status).toBe(410);
    expect((await put(served.editor, iri, tag, annotation)).status).toBe(410);
    const look = await served.reader.ask(
      `${iri.replace('/annotations/', '/receipts/')}/observations`,
      { method: 'POST', body: { verdict: 'open' } },
    );
    expect(look.status).toBe(410);
    const ask = { method: 'POST', body: annotation };
    expect((await served.reader.ask(served.reader.container, ask)).status).toBe(410);
    const reports = served.editor.container.replace('/annotations/', '/api/reports');
    expect((await served.editor.ask(`${reports}/${annotation.canonical}`)).status).toBe(404);
    expect((await getContainer(served.editor)).total).toBe(1);
    // About another site it is another annotation.
    const elsewhere = writeAnnotation({
      ...{ canonical: annotation.canonical, source: 'https://other.example/a' },
    });
    await create(served, elsewhere);
    expect(served.endpoint.errors).toEqual([]);
  });
});

describe.each(CHANGES)('%s', (method, change) => {
  test('needs the ETag of what was seen: 428 without, 412 with another’s', async () => {
    const served = await serve();
    const { iri, tag, created } = await create(served);
    for (const [ifMatch, status] of [
      ['', 428],
      ['*', 428],
      [`${tag}, *`, 428],
      ['"other"', 412],
      [`W/${tag}`, 412],
      [tag.slice(1, -1), 412],
    ] as const) {
      const answer = await change(served.editor, iri, ifMatch);
      expect([ifMatch, answer.status]).toEqual([ifMatch, status]);
      expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
    }
    expect((await served.reader.ask(iri)).text).toBe(created.text);
  });

  test('is for editors of its site who may edit', async () => {
    const served = await serve();
    const { iri, tag, created } = await create(served);
    const nobody = createProtocolClient(served.reader.container.slice(0, -13), 'sic_nobody');
    for (const client of [served.reader, nobody]) {
      const refused = await change(client, iri, tag);
      expect(refused.status).toBe(401);
      expect(refused.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
    }
    for (const client of [
      await served.clientOf(SITE, ['read', 'decide', 'feed']),
      await served.clientOf('other.example'),
      await served.clientOf(`blog.${SITE}`),
      await served.clientOf('example'),
    ]) {
      expect((await change(client, iri, tag)).status).toBe(403);
    }
    expect((await served.reader.ask(iri)).text).toBe(created.text);
    const allowed = await change(await served.clientOf(SITE, ['edit']), iri, `"x", ${tag}`);
    // A canonical of its own is what the PUT here wants to change.
    expect(allowed.status).toBe(method === 'PUT' ? 409 : 204);
  });

  test('of many at once, one at most', async () => {
    const served = await serve();
    const annotation = writeAnnotation();
    const { iri, tag } = await create(served, annotation);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        method === 'DELETE'
          ? remove(served.editor, iri, tag)
          : put(served.editor, iri, tag, { ...annotation, i }),
      ),
    );
    const done = answers.filter(({ status }) => status < 300);
    expect(done).toHaveLength(1);
    for (const { status } of answers) expect([200, 204, 410, 412]).toContain(status);
  });
});
