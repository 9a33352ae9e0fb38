/**
 * Every MUST and SHOULD of the Web Annotation Protocol that a server can keep without TLS of its own, asked over HTTP and
 * named by the section that it stands in. Two are not kept, on purpose: there is no Turtle (sections 3, 4.1), and no Slug
 * is heeded (5.2), since IRIs here are secrets.
 * https://www.w3.org/TR/2017/REC-annotation-protocol-20170223/
 */
import { describe, expect, test } from 'vitest';
import { ANNOTATION_MEDIA_TYPE } from '../../src/model/annotation.ts';
import type { ReportDraft } from '../../src/model/report.ts';
import { addEditor, type Endpoint, SITE, startEndpoint, writeAnnotation } from './endpoint.ts';
import {
  type Answer,
  createProtocolClient,
  DESCRIPTIONS,
  getContainer,
  getPage,
  IRIS,
  LDP,
  listItems,
  MINIMAL,
  type ProtocolClient,
  readLinks,
  readList,
  walkPages,
} from './protocol-client.ts';

interface Served {
  endpoint: Endpoint;
  base: string;
  /** an editor of the site, with all that editors may do */
  editor: ProtocolClient;
  /** anybody */
  reader: ProtocolClient;
}

async function serve(): Promise<Served> {
  const endpoint = await startEndpoint();
  const base = await endpoint.server.listen({ port: 0, host: '127.0.0.1' });
  const clientOf = (token: string) => createProtocolClient(base, token);
  return { endpoint, base, editor: clientOf(endpoint.token), reader: clientOf('') };
}

/** The Recommendation's own example, and so no report of Sic's. */
const EXAMPLE = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  body: { type: 'TextualBody', value: 'I like this page!' },
  target: `http://${SITE}/index.html`,
};

async function create(
  { reader }: Pick<Served, 'reader'>,
  draft: Partial<ReportDraft> | object = {},
): Promise<{ iri: string; created: Answer }> {
  const body = 'target' in draft ? draft : writeAnnotation(draft);
  const created = await reader.ask(reader.container, { method: 'POST', body });
  expect(created.status).toBe(201);
  return { iri: created.headers.get('Location') ?? '', created };
}

const tagOf = ({ headers }: Answer) => headers.get('ETag') ?? '';
const RESOURCE = `type ${LDP}Resource`;
const ANNOTATION_ALLOW = ['delete', 'get', 'head', 'options', 'put'];

describe('3 Annotation retrieval', () => {
  test('GET, HEAD and OPTIONS MUST be supported, and SHOULD answer 200', async () => {
    const served = await serve();
    const { iri } = await create(served);
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      const answer = await served.reader.ask(iri, { method });
      expect([method, answer.status]).toEqual([method, 200]);
      // MUST have a Link to ldp:Resource with rel=type, and MUST list the methods.
      expect(readLinks(answer)).toContain(RESOURCE);
      expect(readLinks(answer)).toContain('type http://www.w3.org/ns/oa#Annotation');
      expect(readList(answer, 'Allow')).toEqual(ANNOTATION_ALLOW);
      expect(readList(answer, 'Vary')).toContain('accept');
      expect(answer.text === '').toBe(method !== 'GET');
    }
  });

  test('GET and HEAD MUST have an ETag, and agree in every header', async () => {
    const served = await serve();
    const { iri, created } = await create(served);
    const [got, head] = [
      await served.reader.ask(iri),
      await served.reader.ask(iri, { method: 'HEAD' }),
    ];
    const names = ['ETag', 'Link', 'Allow', 'Vary', 'Content-Type', 'Content-Location'];
    for (const name of [...names, 'Content-Length']) {
      expect(head.headers.get(name), name).toBe(got.headers.get(name));
    }
    expect(tagOf(got)).toMatch(/^"[^"]+"$/);
    expect(tagOf(got)).toBe(tagOf(created));
    expect(got.text).toBe(created.text);
    expect(got.headers.get('Content-Location')).toBe(iri);
  });

  test.each([
    [undefined, ANNOTATION_MEDIA_TYPE],
    ['*/*', ANNOTATION_MEDIA_TYPE],
    ['text/html,application/xhtml+xml,*/*;q=0.8', ANNOTATION_MEDIA_TYPE],
    ['application/ld+json', ANNOTATION_MEDIA_TYPE],
    ['Application/LD+JSON; profile="http://www.w3.org/ns/anno.jsonld"', ANNOTATION_MEDIA_TYPE],
    ['application/ld+json;profile="http://x.example/a, http://x.example/b"', ANNOTATION_MEDIA_TYPE],
    ['text/turtle, application/json;q=0.1', 'application/json'],
    ['application/ld+json;q=0.5, application/json', 'application/json'],
    ['application/*;q=0.2, application/ld+json;q=0', 'application/json'],
  ])('Accept: %s is answered with JSON-LD and its profile, or JSON', async (accept, type) => {
    const served = await serve();
    const { iri } = await create(served);
    const headers: Record<string, string> = accept === undefined ? {} : { Accept: accept };
    const answer = await served.reader.ask(iri, { headers });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, type]);
  });

  test.each(['text/turtle', 'application/ld+json;q=0', 'image/*', '*/*;q=0'])(
    'Accept: %s, which nothing here satisfies, is 406 (6)',
    async (accept) => {
      const served = await serve();
      const { iri } = await create(served);
      for (const method of ['GET', 'HEAD']) {
        for (const one of [iri, served.editor.container]) {
          const answer = await served.editor.ask(one, { method, headers: { Accept: accept } });
          expect([one, answer.status]).toEqual([one, 406]);
          expect(readList(answer, 'Vary')).toContain('accept');
        }
      }
      // A reader's words are not lost for it.
      const posted = await served.reader.ask(served.reader.container, {
        ...{ method: 'POST', body: writeAnnotation(), headers: { Accept: accept } },
      });
      expect(posted.status).toBe(201);
    },
  );

  test('what is known is not sent again', async () => {
    const served = await serve();
    const { iri, created } = await create(served);
    for (const known of [tagOf(created), `"other", W/${tagOf(created)}`, '*']) {
      const answer = await served.reader.ask(iri, { headers: { 'If-None-Match': known } });
      expect([answer.status, answer.text, tagOf(answer)]).toEqual([304, '', tagOf(created)]);
    }
    const other = await served.reader.ask(iri, { headers: { 'If-None-Match': '"other"' } });
    expect(other.status).toBe(200);
  });

  test('its ETag is that of the annotation, not of what is decided about it', async () => {
    const served = await serve();
    const draft = writeAnnotation();
    const { iri, created } = await create(served, draft);
    const path = `${served.base}/api/reports/${draft.canonical}/decisions`;
    const decided = await served.editor.ask(path, {
      ...{ method: 'POST', body: JSON.stringify({ state: 'accepted' }) },
      headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
    });
    expect(decided.status).toBe(200);
    expect(tagOf(await served.reader.ask(iri))).toBe(tagOf(created));
  });

  test('other methods are 405, what never was 404', async () => {
    const served = await serve();
    const { iri } = await create(served);
    for (const method of ['POST', 'PATCH']) {
      const answer = await served.editor.ask(iri, { method, body: EXAMPLE });
      expect([answer.status, readList(answer, 'Allow')]).toEqual([405, ANNOTATION_ALLOW]);
    }
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
      const ask = { method, ...(method === 'PUT' ? { body: EXAMPLE } : {}) };
      const answer = await served.editor.ask(`${served.editor.container}nothing`, ask);
      expect([method, answer.status]).toEqual([method, 404]);
    }
  });
});

describe('4.1 Container retrieval', () => {
  test('GET, HEAD and OPTIONS MUST be supported, with the headers of a container', async () => {
    const { editor } = await serve();
    expect(editor.container).toMatch(/\/$/);
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      const answer = await editor.ask(editor.container, { method });
      expect([method, answer.status]).toEqual([method, 200]);
      expectContainerLinks(answer);
      expect(readList(answer, 'Allow')).toEqual(['get', 'head', 'options', 'post']);
      expect(readList(answer, 'Vary')).toEqual(expect.arrayContaining(['accept', 'prefer']));
      expect(answer.headers.get('Accept-Post')).toContain(ANNOTATION_MEDIA_TYPE);
      if (method !== 'OPTIONS') expect(tagOf(answer)).toMatch(/^"[^"]+"$/);
    }
  });

  test('its Links MUST be on all responses, refusals as well', async () => {
    const { reader, editor, endpoint } = await serve();
    const stranger = createProtocolClient(reader.container.slice(0, -13), 'sic_nobody');
    const answers = [
      await reader.ask(reader.container),
      await stranger.ask(reader.container),
      await reader.ask(reader.container, { method: 'POST', body: '{' }),
      await reader.ask(reader.container, { method: 'POST', body: {} }),
      await reader.ask(reader.container, { method: 'POST', body: writeAnnotation() }),
      await reader.ask(reader.container, {
        ...{ method: 'POST', body: 'x', headers: { 'Content-Type': 'text/turtle' } },
      }),
      await reader.ask(reader.container, { method: 'POST', body: `"${'x'.repeat(70_000)}"` }),
      await editor.ask(editor.container, { method: 'PUT', body: {} }),
      await editor.ask(editor.container, { method: 'DELETE' }),
      await editor.ask(editor.container, { headers: { Accept: 'text/turtle' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([
      ...[401, 401, 400, 400, 201, 415, 413, 405, 405, 406],
    ]);
    for (const answer of answers) expectContainerLinks(answer);
    expect(endpoint.errors).toEqual([]);
  });

  test('anybody may ask what it is by HEAD and OPTIONS, and only an editor what it holds', async () => {
    const served = await serve();
    const { reader, editor } = served;
    const before = await reader.ask(reader.container, { method: 'HEAD' });
    expect([before.status, tagOf(before)]).toEqual([200, expect.stringMatching(/^"/)]);
    await create(served);
    const after = await reader.ask(reader.container, { method: 'HEAD' });
    expect(tagOf(after)).toBe(tagOf(before));
    const page = `${reader.container}?iris=0&page=0`;
    expect((await reader.ask(page, { method: 'HEAD' })).status).toBe(401);
    expect((await editor.ask(page, { method: 'HEAD' })).status).toBe(200);
    const got = await editor.ask(editor.container);
    expect(tagOf(await editor.ask(editor.container, { method: 'HEAD' }))).toBe(tagOf(got));
  });

  test('its ETag changes with what it holds', async () => {
    const served = await serve();
    const tags = [tagOf(await served.editor.ask(served.editor.container))];
    const { iri, created } = await create(served);
    tags.push(tagOf(await served.editor.ask(served.editor.container)));
    const ask = { method: 'DELETE', headers: { 'If-Match': tagOf(created) } };
    expect((await served.editor.ask(iri, ask)).status).toBe(204);
    tags.push(tagOf(await served.editor.ask(served.editor.container)));
    expect(new Set(tags).size).toBe(3);
    const known = { headers: { 'If-None-Match': tags[2] ?? '' } };
    expect((await served.editor.ask(served.editor.container, known)).status).toBe(304);
  });
});

describe('4.2 Container representations', () => {
  test('an empty one is a collection, too', async () => {
    const { editor } = await serve();
    const container = await getContainer(editor);
    expect(container).toMatchObject({ total: 0, first: { items: [] } });
    expect(container.modified).toBeUndefined();
  });

  test('total, modified and label; descriptions where nothing is preferred (4.2.1)', async () => {
    const served = await serve();
    const { created } = await create(served);
    const container = await getContainer(served.editor);
    expect(container.total).toBe(1);
    const first = typeof container.first === 'string' ? null : container.first;
    expect(first?.items).toEqual([created.json]);
    expect(await getContainer(served.editor, [DESCRIPTIONS])).toEqual(container);
  });

  test('modified moves on when one is replaced or taken out', async () => {
    const served = await serve();
    const { iri, created } = await create(served, EXAMPLE);
    await create(served);
    const before = (await getContainer(served.editor)).modified ?? '';
    const { id: _, ...body } = created.json;
    const replaced = await served.editor.ask(iri, {
      ...{ method: 'PUT', body, headers: { 'If-Match': tagOf(created) } },
    });
    expect(replaced.status).toBe(200);
    const middle = (await getContainer(served.editor)).modified ?? '';
    await served.editor.ask(iri, {
      ...{ method: 'DELETE', headers: { 'If-Match': tagOf(replaced) } },
    });
    const after = (await getContainer(served.editor)).modified ?? '';
    const times = [before, middle, after].map((text) => Date.parse(text));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times[2]).toBeGreaterThan(times[0] ?? 0);
  });

  test('4.2.2 a minimal one MUST NOT hold a page, and SHOULD refer to the first and last', async () => {
    const served = await serve();
    for (let i = 0; i < 51; i++) await create(served);
    for (const [include, iris] of [
      [[MINIMAL], 0],
      [[MINIMAL, IRIS], 1],
      [[DESCRIPTIONS, MINIMAL], 0],
    ] as const) {
      const container = await getContainer(served.editor, [...include]);
      expect(container).not.toHaveProperty('contains');
      expect(container.first).toBe(`${served.editor.container}?iris=${iris}&page=0`);
      const pages = await walkPages(served.editor, String(container.first));
      expect([pages.length, pages.at(-1)?.id]).toEqual([2, container.last]);
      const items = pages.flatMap((page) => page.items);
      expect(items.every((item) => (typeof item === 'string') === (iris === 1))).toBe(true);
    }
  });

  test('4.2.3 of IRIs: the first page MUST hold IRIs alone, and those linked as well', async () => {
    const served = await serve();
    const iris: string[] = [];
    for (let i = 0; i < 51; i++) iris.push((await create(served)).iri);
    const container = await getContainer(served.editor, [IRIS]);
    const first = typeof container.first === 'string' ? null : container.first;
    expect(first?.items).toEqual(iris.slice(0, 50));
    const pages = await walkPages(served.editor, first?.id ?? '');
    expect(pages.flatMap(({ items }) => items)).toEqual(iris);
    expect(container.id).toMatch(/\?iris=1$/);
    // The IRI of a container says what it holds without a preference.
    expect(await getContainer(served.editor, [], container.id)).toEqual(container);
    expect(await getContainer(served.editor, [DESCRIPTIONS], container.id)).toEqual(container);
  });

  test.each([
    [`return=representation;include="${IRIS}"`, true],
    [`RETURN=representation; foo; include="${IRIS} ${MINIMAL}"`, true],
    [`respond-async, wait=10, return=representation; include="x ${IRIS}", return=minimal`, true],
    [`return=representation; include=${MINIMAL}`, true],
    [`return=minimal; include="${IRIS}"`, false],
    [`return=representation; include="${IRIS} ${DESCRIPTIONS}"`, false],
    [`return=representation; omit="${MINIMAL}"`, false],
    ['return=representation', false],
    [`foo="a, return=representation; include=${IRIS}"`, false],
    ['"', false],
  ])('Prefer: %s is kept or not, and the answer says so', async (prefer, isKept) => {
    const { editor } = await serve();
    const answer = await editor.ask(editor.container, { headers: { Prefer: prefer } });
    expect(answer.status).toBe(200);
    const applied = isKept ? 'return=representation' : null;
    expect(answer.headers.get('Preference-Applied')).toBe(applied);
    const plain = await editor.ask(editor.container);
    expect(answer.text === plain.text).toBe(!isKept);
  });
});

describe('4.3 Annotation pages', () => {
  test('lead from the first to the last and back, and hold each annotation once, in one order', async () => {
    const served = await serve();
    const iris: string[] = [];
    for (let i = 0; i < 153; i++) iris.push((await create(served)).iri);
    const container = await getContainer(served.editor);
    const first = typeof container.first === 'string' ? null : container.first;
    const pages = await walkPages(served.editor, first?.id ?? '');
    expect(pages.at(-1)?.id).toBe(container.last);
    const { '@context': _, ...embedded } = pages[0] ?? {};
    expect(embedded).toEqual(first);
    expect(listItems(pages)).toEqual(iris);
    expect(pages.map(({ startIndex }) => startIndex)).toEqual([0, 50, 100, 150]);
    for (const { partOf } of pages) {
      expect(partOf).toEqual({
        ...{ id: container.id, type: 'AnnotationCollection', label: container.label },
        ...{ total: 153, modified: container.modified },
      });
    }
    // A page is the same by its number alone, from either end.
    for (const [number, page] of pages.entries()) {
      expect(await getPage(served.editor, `${served.editor.container}?page=${number}`)).toEqual(
        page,
      );
    }
    expect((await served.editor.ask(`${served.editor.container}?page=4`)).status).toBe(404);
    expect((await served.editor.ask(`${served.editor.container}?page=999999999`)).status).toBe(404);
  });

  test('that are read while annotations come and go leave none out and none twice', async () => {
    const served = await serve();
    const made: { iri: string; created: Answer }[] = [];
    for (let i = 0; i < 120; i++) made.push(await create(served));
    const { first } = await getContainer(served.editor, [MINIMAL, IRIS]);
    const seen: string[] = [];
    for (let next: string | undefined = String(first); next !== undefined; ) {
      const page = await getPage(served.editor, next);
      seen.push(...listItems([page]));
      next = page.next;
      const gone = made[seen.length - 1];
      if (gone === undefined) continue;
      const headers = { 'If-Match': tagOf(gone.created) };
      expect((await served.editor.ask(gone.iri, { method: 'DELETE', headers })).status).toBe(204);
      await create(served);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(made.map(({ iri }) => iri)));
  });

  test('are no containers: only read, with other headers, refused where they are wrong', async () => {
    const served = await serve();
    await create(served);
    const page = `${served.editor.container}?iris=1&page=0`;
    const answer = await served.editor.ask(page);
    expect(readLinks(answer)).toEqual([]);
    expect(readList(answer, 'Allow')).toEqual(['get', 'head', 'options']);
    const posted = await served.reader.ask(page, { method: 'POST', body: writeAnnotation() });
    expect([posted.status, readList(posted, 'Allow')]).toEqual([
      ...[405, ['get', 'head', 'options']],
    ]);
    expect((await getContainer(served.editor)).total).toBe(1);
    for (const query of ['page=-1', 'page=x', 'page=1&after=x', 'page=1&after=W10', 'iris=2']) {
      const refused = await served.editor.ask(`${served.editor.container}?${query}`);
      expect([query, refused.status]).toEqual([query, 400]);
    }
  });

  test('hold what the token covers, and nothing of other sites', async () => {
    const served = await serve();
    const bob = await addEditor(served.endpoint, 'other.example');
    const { iri } = await create(served, { source: 'https://www.other.example/a' });
    await create(served);
    const other = createProtocolClient(served.base, bob.token);
    const { first } = await getContainer(other, [MINIMAL, IRIS]);
    expect(listItems(await walkPages(other, String(first)))).toEqual([iri]);
  });
});

describe('5.1 Creation', () => {
  test('MUST answer 201 with Location, an id below the container, and SHOULD send the annotation', async () => {
    const { reader } = await serve();
    const created = await reader.ask(reader.container, { method: 'POST', body: EXAMPLE });
    expect(created.status).toBe(201);
    const iri = created.headers.get('Location') ?? '';
    expect(iri.startsWith(reader.container)).toBe(true);
    expect(iri.slice(reader.container.length)).toMatch(/^[\w-]{32}$/);
    expect(created.headers.get('Content-Location')).toBe(iri);
    expect(created.headers.get('Content-Type')).toBe(ANNOTATION_MEDIA_TYPE);
    const { canonical, ...rest } = created.json;
    expect(rest).toEqual({ ...EXAMPLE, id: iri });
    expect(canonical).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab]/);
    expect(Object.keys(created.json).slice(0, 2)).toEqual(['@context', 'id']);
    expect(readLinks(created)).toContain(RESOURCE);
    expect(readLinks(created)).toContain(`status ${iri.replace('/annotations/', '/receipts/')}`);
    expect((await reader.ask(iri)).json).toEqual(created.json);
  });

  test.each(['urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df', 'https://other.example/ж?a=1#b'])(
    'canonical %s MUST be kept, and a foreign id SHOULD be copied to via',
    async (canonical) => {
      const { reader } = await serve();
      const foreign = 'https://other.example/annotations/1';
      const annotation = { ...EXAMPLE, canonical, id: foreign };
      const created = await reader.ask(reader.container, { method: 'POST', body: annotation });
      const id = created.headers.get('Location');
      expect(created.json).toEqual({ ...annotation, id, via: foreign });
      const again = await reader.ask(reader.container, { method: 'POST', body: annotation });
      expect([again.status, again.text]).toEqual([200, created.text]);
      const travelled = { ...EXAMPLE, id: foreign, via: ['urn:x:first'] };
      const second = await reader.ask(reader.container, { method: 'POST', body: travelled });
      expect(second.json['via']).toEqual(['urn:x:first', foreign]);
    },
  );

  test.each([
    'https://other.example/annotations/1',
    'urn:uuid:1',
    // Of a name, of an address and a time, and of nothing: RFC 9562, sections 5.1, 5.5 and 5.9.
    'urn:uuid:886313e1-3b8a-5372-9b90-0c9aee199e5d',
    'urn:uuid:c232ab00-9414-11ec-b3c8-9f6bdeced846',
    'urn:uuid:00000000-0000-0000-0000-000000000000',
  ])('who knows %s, which is no secret, does not learn what is stored by it', async (canonical) => {
    const served = await serve();
    const { iri } = await create(served, { ...EXAMPLE, canonical });
    const guessed = { ...EXAMPLE, canonical, body: [] };
    const answer = await served.reader.ask(served.reader.container, {
      ...{ method: 'POST', body: guessed },
    });
    expect(answer.status).toBe(409);
    expect(answer.text + [...answer.headers].join('\n')).not.toContain(iri.slice(-32));
  });

  test('a page is what Prefer chooses where its IRI does not say, and tells so', async () => {
    const { editor } = await serve();
    const page = await editor.ask(`${editor.container}?page=0`);
    expect(readList(page, 'Vary')).toEqual(expect.arrayContaining(['accept', 'prefer']));
  });

  test('5.2 a Slug is not heeded: IRIs are secrets', async () => {
    const { reader } = await serve();
    const created = await reader.ask(reader.container, {
      ...{ method: 'POST', body: EXAMPLE, headers: { Slug: 'my_first_annotation' } },
    });
    expect(created.headers.get('Location')).toMatch(/\/[\w-]{32}$/);
  });

  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/ld+json',
    'application/ld+json; profile="https://example.org/another"; charset=utf-8',
    'Application/LD+JSON;profile="http://www.w3.org/ns/anno.jsonld"',
  ])('takes %s', async (type) => {
    const { reader } = await serve();
    const headers = { 'Content-Type': type };
    const body = JSON.stringify(EXAMPLE);
    const created = await reader.ask(reader.container, { method: 'POST', headers, body });
    expect(created.status).toBe(201);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'text/turtle'])(
    'refuses %s',
    async (type) => {
      const { reader } = await serve();
      const headers = { 'Content-Type': type };
      const body = JSON.stringify(EXAMPLE);
      const refused = await reader.ask(reader.container, { method: 'POST', headers, body });
      expect(refused.status).toBe(415);
      expect(refused.headers.get('Content-Type')).toContain('application/problem+json');
    },
  );
});

function expectContainerLinks(answer: Answer): void {
  expect(readLinks(answer)).toEqual(
    expect.arrayContaining([
      `type ${LDP}BasicContainer`,
      `${LDP}constrainedBy http://www.w3.org/TR/annotation-protocol/`,
    ]),
  );
}
