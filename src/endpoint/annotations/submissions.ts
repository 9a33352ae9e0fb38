/**
 * Turns what a stranger posted into a report that can be stored, or into the list of its faults. Whatever the Data Model
 * calls an annotation is taken and kept as it came; as a report it says what can be read of it.
 */
import { v7 } from 'uuid';
import type { Fault, Parsed } from '../../model/annotation.ts';
import { readReport } from '../../model/report.ts';
import { checkInput } from '../faults.ts';
import { keyPlace, keyWords } from '../place.ts';
import { readLanguage, readSubtag } from '../report-language.ts';
import { listReportWords } from '../report-words.ts';
import { HOST_LIMIT, readSite } from '../sites.ts';
import type { NewReport } from '../store/stored-report.ts';
import { isStorableText } from '../validation.ts';
import { annotationDocumentSchema } from './annotation-document.ts';
import { findPage, findPagePath, findScope, narrowAnnotation } from './narrow-annotation.ts';

/** Deeper than any annotation, shallower than any stack. */
const DEPTH_LIMIT = 32;
/** More parts than any annotation has, fewer than would keep the checks busy: 64 kB hold 30,000. */
const PART_LIMIT = 1_000;
/** Characters of a kind that somebody else's program gives. */
const KIND_LIMIT = 100;

/** An annotation that was found valid, without the `id` it came with. */
export interface SubmittedAnnotation {
  id: string | undefined;
  canonical: string | undefined;
  kept: Record<string, unknown>;
}

/**
 * @param input parsed JSON from anybody
 * @param receivedAt epoch ms
 * @returns the report to store, or every fault with its dotted path
 */
export function readSubmission(input: unknown, receivedAt: number): Parsed<NewReport> {
  const checked = checkAnnotation(input);
  if (!checked.ok) return checked;
  const { id, kept, canonical = `urn:uuid:${v7()}` } = checked.value;
  const moved = id === undefined ? kept : { ...kept, via: addVia(kept['via'], id) };
  const report = readContent({ ...moved, canonical }, { canonical, createdAt: receivedAt });
  if (report.site.length > HOST_LIMIT) {
    return refuse('target', `must be on a host of at most ${HOST_LIMIT} characters`);
  }
  return { ok: true, value: { ...report, receivedAt } };
}

/** Checks what came from anybody. What it says of itself is typed; the rest is kept as it came. */
export function checkAnnotation(input: unknown): Parsed<SubmittedAnnotation> {
  const unstorable = findUnstorable(input);
  if (unstorable.length > 0) return { ok: false, faults: unstorable };
  const parsed = checkInput(annotationDocumentSchema, input);
  if (!parsed.ok) return parsed;
  if (!isRecord(input)) return refuse('', 'must be an object');
  const { id, canonical, target } = parsed.value;
  // The site is read from it, or from the page around it, and with it who may see the report.
  const page = findPage(target);
  if (page === null) return refuse(findPagePath(target), 'must be an http(s) URL');
  if (page.part.scope !== undefined && findScope(page) === undefined) {
    return refuse(`${page.path}.scope`, 'must be an http(s) URL');
  }
  const { id: _, ...kept } = input;
  return { ok: true, value: { id, canonical, kept } };
}

/**
 * What the store keeps of an annotation.
 * @param annotation a valid one, without `id`
 * @param known what it may leave unsaid
 */
export function readContent(
  annotation: Record<string, unknown>,
  known: { canonical: string; createdAt: number },
): Omit<NewReport, 'receivedAt'> {
  const { created } = annotation;
  const createdAt = typeof created === 'string' ? Date.parse(created) : known.createdAt;
  const source = findPage(annotation['target'])?.source ?? '';
  const narrowed = narrowAnnotation(annotation, { ...known, source, createdAt });
  const report = readReport(narrowed);
  return {
    // A frame's words are its page's: the editors of that page are asked, whoever made the frame.
    site: readSite(report.scope === '' ? report.source : report.scope),
    canonical: report.canonical,
    source: report.source,
    place: keyPlace(report),
    kind: [...report.kind].slice(0, KIND_LIMIT).join(''),
    words: listReportWords(report),
    wordsKey: keyWords(report.exact),
    language: readSubtag(readLanguage(narrowed)),
    createdAt,
    annotation: JSON.stringify(annotation),
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
