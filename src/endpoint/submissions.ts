/**
 * Turns what a stranger posted into a report that can be stored, or into the list of its faults. The
 * annotation is checked by the model's schema but kept as it came, with what the schema does not know.
 */
import { annotationSchema, type Fault, type Parsed } from '../model/annotation.ts';
import { readReport } from '../model/report.ts';
import { checkInput } from './faults.ts';
import { keyPlace, keyWords } from './place.ts';
import { listReportWords } from './report-words.ts';
import { readSite } from './sites.ts';
import type { NewReport } from './store/stored-report.ts';
import { isStorableText } from './validation.ts';

/** Deeper than any annotation, shallower than any stack. */
const DEPTH_LIMIT = 32;
/** More parts than any annotation has, fewer than would keep the checks busy: 64 kB hold 30,000. */
const PART_LIMIT = 1_000;

/**
 * @param input parsed JSON from anybody
 * @param receivedAt epoch ms
 * @returns the report to store, or every fault with its dotted path
 */
export function readSubmission(input: unknown, receivedAt: number): Parsed<NewReport> {
  const unstorable = findUnstorable(input);
  if (unstorable.length > 0) return { ok: false, faults: unstorable };
  const parsed = checkInput(annotationSchema, input);
  if (!parsed.ok) return parsed;
  if (!isRecord(input)) return refuse('', 'must be an object');
  const { id, ...kept } = input;
  if (id !== undefined && typeof id !== 'string') return refuse('id', 'must be a string');
  const report = readReport(parsed.value);
  if (!Number.isSafeInteger(report.createdAt)) return refuse('created', 'must be a time');
  const { via } = kept;
  const annotation = id === undefined ? kept : { ...kept, via: addVia(via, id) };
  return {
    ok: true,
    value: {
      // A frame's words are its page's: the editors of that page are asked, whoever made the frame.
      site: readSite(report.scope === '' ? report.source : report.scope),
      canonical: report.canonical,
      source: report.source,
      place: keyPlace(report),
      kind: report.kind,
      words: listReportWords(report),
      wordsKey: keyWords(report.exact),
      createdAt: report.createdAt,
      receivedAt,
      annotation: JSON.stringify(annotation),
    },
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy's former IRI goes into `via` (Annotation Model, section 3.3.7), after those already there. */
function addVia(via: unknown, id: string): unknown {
  if (via === undefined) return id;
  const known: unknown[] = Array.isArray(via) ? via : [via];
  return known.includes(id) ? via : [...known, id];
}

/** Walks without recursion, so that depth is a fault of the input and never of the stack. */
function findUnstorable(input: unknown): Fault[] {
  const faults: Fault[] = [];
  let parts = 0;
  const open: { value: unknown; path: string; depth: number }[] = [
    { value: input, path: '', depth: 0 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string' && !isStorableText(value)) {
      faults.push({ path, message: 'must be well-formed Unicode without NUL' });
    } else if (typeof value === 'number' && !Number.isFinite(value)) {
      faults.push({ path, message: 'must be a number that can be kept' });
    } else if (typeof value === 'object' && value !== null) {
      if (depth === DEPTH_LIMIT) return [{ path, message: 'is nested too deeply' }];
      const entries = Object.entries(value);
      parts += entries.length;
      if (parts > PART_LIMIT) return [{ path, message: 'has too many parts' }];
      for (const [key, part] of entries) {
        const partPath = path === '' ? key : `${path}.${key}`;
        if (!isStorableText(key)) {
          faults.push({ path, message: 'has a name that is not well-formed Unicode without NUL' });
        }
        open.push({ value: part, path: partPath, depth: depth + 1 });
      }
    }
  }
  return faults;
}

function refuse(path: string, message: string): { ok: false; faults: Fault[] } {
  return { ok: false, faults: [{ path, message }] };
}
