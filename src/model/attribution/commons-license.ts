/** The Creative Commons licence that an article is under, by its page's statement or its terms' sentence. */
import { nameLicense } from '../license-name.ts';
import type { Source } from '../source.ts';

export interface CommonsLicense {
  /** "CC BY-NC 4.0", or no more than "Creative Commons" where a sentence says no more */
  name: string;
  /** the deed, null where the version is not known */
  url: string | null;
  nonCommercial: boolean;
}

const ADDRESS =
  /(?:https?:\/\/)?(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z-]{2,20})(?:\/(\d\.\d)(?:\/(igo|[a-z]{2})(?![a-z]))?)?/i;
const SHORT =
  /(?<![a-z\d])cc[- ](by(?:[- ](?:nc|sa|nd)){0,2}|0|zero)(?![a-z])(?:[- ]?([1-4]\.\d))?/i;

/** @returns null for an article that is under none of these licences */
export function readCommonsLicense({
  license,
  terms,
}: Pick<Source, 'license' | 'terms'>): CommonsLicense | null {
  const stated = readAddress(license ?? '');
  if (stated !== null) return stated;
  if (terms === null) return null;
  const named = readAddress(terms.evidence) ?? readShort(terms.evidence);
  if (terms.kind === 'cc-license' || terms.also === 'cc-license') {
    return named ?? { name: 'Creative Commons', url: null, nonCommercial: terms.nonCommercial };
  }
  // Where every right is waived, terms are none, and name CC0.
  return terms.kind === 'none' ? named : null;
}

function readAddress(text: string): CommonsLicense | null {
  const [address, shelf = '', code = '', version, place] = ADDRESS.exec(text) ?? [];
  if (address === undefined) return null;
  const name = nameLicense(`https://creativecommons.org/${shelf}/${code}/${version ?? ''}`);
  if (name === null) return null;
  const path = [shelf, code, version, place].filter((part) => part !== undefined).join('/');
  return {
    name,
    url: version === undefined ? null : writeDeed(path),
    nonCommercial: hasNonCommercial(code),
  };
}

/** "CC BY-NC 4.0", as people write it. */
function readShort(text: string): CommonsLicense | null {
  const [short, words = '', version] = SHORT.exec(text) ?? [];
  if (short === undefined) return null;
  const code = words.toLowerCase().replaceAll(' ', '-');
  if (!code.startsWith('by')) {
    return { name: 'CC0 1.0', url: writeDeed('publicdomain/zero/1.0'), nonCommercial: false };
  }
  return {
    name: ['CC', code.toUpperCase(), version].filter(Boolean).join(' '),
    url: version === undefined ? null : writeDeed(`licenses/${code}/${version}`),
    nonCommercial: hasNonCommercial(code),
  };
}

const writeDeed = (path: string) => `https://creativecommons.org/${path.toLowerCase()}/`;
const hasNonCommercial = (code: string) => /(?:^|-)nc(?:-|$)/i.test(code);
