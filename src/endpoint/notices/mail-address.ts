/** Reads mail addresses as administrators type them, so that nothing but one address ever stands in a header. */
import { domainToASCII } from 'node:url';
import { isPlainHost } from '../sites.ts';

/** RFC 5322 atoms with dots between, and the letters of all scripts (RFC 6531). */
const LOCAL_PART =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
/** RFC 5321, section 4.5.3.1.1: octets. */
const LONGEST_LOCAL_PART = 64;

/** @returns the address with its domain as mail servers name it (lower case, Punycode); null where it is none */
export function readMailAddress(text: string): string | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(0, at));
  if (!LOCAL_PART.test(local) || Buffer.byteLength(local) > LONGEST_LOCAL_PART) return null;
  const typed = text.slice(at + 1);
  // What a URL would read out of a domain is not to be read into an address.
  if (/[\s/?#:@%[\]\\]/.test(typed)) return null;
  const domain = domainToASCII(typed);
  return isPlainHost(domain) ? `${local}@${domain}` : null;
}
