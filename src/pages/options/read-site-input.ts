/** A site as a person gives it: a host name, or an address pasted whole. */
import { parse } from '../../model/annotation.ts';
import { siteSchema } from '../../model/settings.ts';

/** @returns the host name as browsers write it (lower case, Punycode), or null when it is none */
export function readSiteInput(typed: string): string | null {
  const text = typed.trim();
  const pasted = /^https?:\/\//i.test(text) && URL.canParse(text);
  const parsed = parse(siteSchema, pasted ? new URL(text).hostname : text);
  if (!parsed.ok || !URL.canParse(`http://${parsed.value}`)) return null;
  return new URL(`http://${parsed.value}`).hostname;
}
