/** Credits of photos and sources ("Photo: example.org"): whom they name and, only where the text itself says so, which site. */
import type { Credit } from './source.ts';

const LABEL =
  /^(?:(?:\p{Lu}[\p{L}.'’-]+\s+){0,4}?[^\p{L}]*)?(?:photos?|pictures?|images?|illustrations?|credits?|source|courtesy of|foto\w*|bild(?:er)?|quelle|crédits?(?: photo)?|source|fuente|imagen|zdjęci[ea]|źródło|fotoğraf|kaynak|immagine|fonte|imagem|sursa|фото\S*|снимок|иллюстрация|источник|джерело|світлина|ілюстрація|сүрөт|булак|сурет|дереккөз|сурат|манба|акс|surat|manba|صورة|المصدر)\s*(?:by\s*)?[:：©]\s*(?<credit>.{2,120})$/iu;
const DOMAIN =
  /(?:^|[\s/(])((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24})(?=$|[\s/),;])/u;
/** Endings that look like a domain's but are a file's. */
const FILE = /\.(jpe?g|png|gif|webp|svg|pdf|html?|php|docx?)$/i;

/** @returns the names and the domain that a short line credits, or null where it is no credit */
export function readCredit(text: string): Credit | null {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length > 200) return null;
  const credit = LABEL.exec(line)?.groups?.['credit']?.replace(/[.\s]+$/u, '');
  if (credit === undefined || /[.!?]\s+\p{Lu}\p{L}+\s+\p{Ll}/u.test(credit)) return null;
  const domain = DOMAIN.exec(credit)?.[1]?.toLowerCase() ?? null;
  const names = credit
    .split(/\s*(?:[/|,;]|\s[–—-]\s|\bvia\b)\s*/u)
    .map((name) => name.replace(/^©\s*/, '').trim())
    .filter((name) => name !== '');
  return { names, domain: domain !== null && FILE.test(domain) ? null : domain };
}
