/**
 * The peer that terms and credits have, since there is no library for it: what a few keywords find. Its
 * figures say how much of the task is none.
 */
import type { ReuseReader } from '../read-reuse.ts';

const KINDS: readonly [RegExp, string][] = [
  [/creative commons|cc[ -]by/iu, 'cc-license'],
  [/link|ссылк|посиланн|шилтеме|сілтеме|ҳавола|bağlantı|enlace|lien/iu, 'active-link-required'],
  [
    /permission|consent|разреш|согласи|дозвол|genehmigung|autori|zgod|izin/iu,
    'permission-required',
  ],
  [/prohibit|forbid|запрещ|заборон|verboten|interdit|prohib|yasak/iu, 'no-reuse'],
  [/source|credit|источник|джерел|quelle|fuente|źródł|kaynak|fonte/iu, 'free-with-credit'],
];
const ACTIVE = /active|direct|активн|прям|aktiv|hyper|гипер|гіпер/iu;
const LABEL = /^(?:photo|image|source|foto|bild|quelle|фото|источник|джерело)[^:]{0,20}:\s*(.+)$/iu;
const DOMAIN = /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;

export const KEYWORDS: ReuseReader = {
  readTerms: (text) => {
    const kind = KINDS.find(([pattern]) => pattern.test(text))?.[1];
    if (kind === undefined) return null;
    const isLinked = kind === 'active-link-required';
    return {
      kind,
      link: isLinked ? (ACTIVE.test(text) ? 'active' : 'plain') : null,
      target: isLinked ? 'page' : null,
    };
  },
  readCredit: (text) => {
    const credited = LABEL.exec(text.trim())?.[1];
    if (credited === undefined) return null;
    return {
      names: credited.split(/\s*[/,|]\s*/),
      domain: DOMAIN.exec(credited)?.[0] ?? null,
    };
  },
};
