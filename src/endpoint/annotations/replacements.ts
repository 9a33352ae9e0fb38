/**
 * Reads what an editor puts in the place of an annotation. It stays the same annotation: about the same site, and with
 * what it is known by elsewhere (Annotation Protocol, section 5.3).
 */
import { isDeepStrictEqual } from 'node:util';
import { createFaultsProblem, ProblemError } from '../problems.ts';
import type { Replacement } from '../store/edit-annotations.ts';
import type { StoredReport } from '../store/stored-report.ts';
import { checkAnnotation, isRecord, readContent } from './submissions.ts';

/**
 * @param input parsed JSON
 * @param report what is there
 * @param iri its IRI
 * @throws ProblemError 400 with every fault's path; 409 with the path of what cannot be changed
 */
export function readReplacement(
  input: unknown,
  report: StoredReport,
  iri: string,
): Replacement['content'] {
  const checked = checkAnnotation(input);
  if (!checked.ok) throw createFaultsProblem(checked.faults);
  const { id = iri, canonical = report.canonical, kept } = checked.value;
  const stored: unknown = JSON.parse(report.annotation);
  const known = isRecord(stored) ? stored['via'] : undefined;
  const { via = known } = kept;
  if (id !== iri) throw refuseChange('id', `must be ${iri}`);
  if (canonical !== report.canonical) throw refuseChange('canonical', 'cannot be changed');
  if (known !== undefined && !isDeepStrictEqual([known].flat(), [via].flat())) {
    throw refuseChange('via', 'cannot be changed');
  }
  const annotation = { ...kept, canonical, ...(via === undefined ? {} : { via }) };
  const content = readContent(annotation, { canonical, createdAt: report.createdAt });
  if (content.site !== report.site) {
    throw refuseChange('target', `must stay on ${report.site}`);
  }
  return content;
}

function refuseChange(path: string, message: string): ProblemError {
  return new ProblemError(409, 'An annotation’s IRIs and its site stay what they are.', {
    faults: [{ path, message }],
  });
}
