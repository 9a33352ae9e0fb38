import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseAnnotation } from '../../src/model/annotation.ts';
import { composeDraft, draftSchema } from '../../src/model/draft.ts';
import { readReport } from '../../src/model/report.ts';
import { completeFinding, isAtFault } from '../../src/model/reuse/checked-page.ts';
import { composeCreditReport } from '../../src/model/reuse/compose-credit-report.ts';
import { makeSource } from './attribution-source.ts';
import { makeFinding } from './checked-fake.ts';

const canonical = 'urn:uuid:01890000-0000-7000-8000-000000000009';
const compose = (opening: string, sentence: string, comment: string, title = 'Rain') =>
  composeCreditReport({
    finding: { ...makeFinding({ opening }), source: { ...makeFinding().source, title } },
    ...{ sentence, comment, canonical, now: 1_700_000_000_000 },
  });

describe('a missing credit', () => {
  it('is a report on the source’s own article', () => {
    const draft = compose('It rained', 'It stands elsewhere.', '  Seen today.\n');
    expect(draft.place.declared).toBe('https://editors.example/annotations/');
    expect(readReport(composeDraft(draft))).toMatchObject({
      ...{ canonical, source: 'https://news.example/story', scope: '', kind: 'missing-credit' },
      ...{ exact: 'It rained', prefix: '', suffix: '', correction: '' },
      comment: 'It stands elsewhere.\n\nSeen today.',
    });
  });

  it('can be sent, whatever words it is of', () => {
    const long = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'binary', minLength: 1 }).map((one) => one.repeat(3_000).slice(0, 30_001)),
    );
    fc.assert(
      fc.property(long, long, long, long, (opening, sentence, comment, title) => {
        const draft = compose(`a${opening}`, sentence, comment, title);
        expect(parse(draftSchema, draft)).toMatchObject({ ok: true });
        const annotation = composeDraft(draft);
        expect(parseAnnotation(JSON.parse(JSON.stringify(annotation)))).toEqual({
          ok: true,
          value: annotation,
        });
      }),
    );
  });

  it('says nothing of an endpoint where the copy knew of none', () => {
    const finding = makeFinding({ service: null });
    const told = { finding, sentence: 'x', comment: '', canonical, now: 0 };
    expect(composeCreditReport(told).place.declared).toBeNull();
  });
});

describe('what a page tells of a finding', () => {
  it('is at fault only where something is asked for in vain', () => {
    expect(
      (['found', 'linked', 'missing', 'wrong'] as const).map((verdict) => isAtFault({ verdict })),
    ).toEqual([false, false, true, true]);
  });

  it('has of its own copy what the editors are reached by', () => {
    const copies = [
      { id: 'a', service: 'https://a.example/', source: makeSource({ language: 'ky' }) },
      { id: 'b', service: null, source: makeSource({ language: null }) },
    ];
    const read = (copyId: string) => completeFinding({ copyId }, copies);
    expect(read('a')).toEqual({ copyId: 'a', service: 'https://a.example/', language: 'ky' });
    expect(read('b')).toEqual({ copyId: 'b', service: null, language: null });
    expect(read('c')).toEqual({ copyId: 'c', service: null, language: null });
  });
});
