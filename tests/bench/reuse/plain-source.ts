/** A source that states nothing but its address: what is asked of reuse is no matter here. */
import type { Source } from '../../../src/model/source.ts';

export function makePlainSource(url: string): Source {
  return {
    ...{ url, title: '', authors: [], publisher: null, published: null, modified: null },
    ...{ language: null, license: null, terms: null, credits: [] },
    rights: {
      ...{ copyrightNotice: null, creditText: null, usageInfo: null, acquireLicensePage: null },
      ...{ tdmReserved: null, tdmPolicy: null, rsl: null },
    },
    origins: {
      ...{ url: [], title: [], authors: [], publisher: [] },
      ...{ published: [], modified: [], language: [], license: [] },
    },
  };
}
