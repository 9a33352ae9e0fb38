/**
 * Entity tags: what a client has already is not sent again, and nothing is overwritten that it has not seen.
 * https://www.rfc-editor.org/rfc/rfc9110#section-13
 */
import { createHash } from 'node:crypto';
import { ProblemError } from '../problems.ts';

/** The entity tag of a representation: the same for the same bytes, whichever process sends them. */
export function writeEntityTag(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`;
}

/** A proxy that compresses makes tags weak, which is no difference here (RFC 9110, section 13.1.2). */
export function isKnown(etag: string, ifNoneMatch = ''): boolean {
  return readTags(ifNoneMatch).some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag);
}

/**
 * Holds what a client has seen against what there is. `*` would overwrite whatever is there, which is what If-Match is
 * here to prevent.
 * @throws ProblemError 428 where no tag is named, 412 where it is another's
 */
export function requireMatch(etag: string, ifMatch = ''): void {
  const tags = readTags(ifMatch);
  if (tags.length === 0 || tags.includes('*')) {
    throw new ProblemError(428, 'Name what you saw: If-Match with the annotation’s ETag.');
  }
  if (!tags.includes(etag)) throw createChangedProblem();
}

export function createChangedProblem(): ProblemError {
  return new ProblemError(412, 'Somebody has changed this annotation meanwhile; look again.');
}

function readTags(header: string): string[] {
  return header
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}
