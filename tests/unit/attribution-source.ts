/** Sources for the tests of how they are worded. */
import type { NoteOptions } from '../../src/model/attribution/note-options.ts';
import { chooseNoteWords } from '../../src/model/attribution/note-words.ts';
import type { Source, Terms } from '../../src/model/source.ts';

export const URL_OF_STORY = 'https://news.example/story?a=1&b=2';

export function makeTerms(changes: Partial<Terms> = {}): Terms {
  return {
    kind: 'active-link-required',
    also: null,
    link: 'active',
    target: null,
    position: null,
    indexable: false,
    maxShare: null,
    nonCommercial: false,
    print: null,
    evidence: 'Please link.',
    ...changes,
  };
}

export function makeSource(changes: Partial<Source> = {}): Source {
  return {
    url: URL_OF_STORY,
    title: 'Rain in Osh',
    authors: ['A. Writer', 'B. & C.'],
    publisher: 'The News',
    published: '2024-05-01T23:30:00+06:00',
    modified: null,
    language: 'en',
    license: null,
    rights: {
      copyrightNotice: null,
      creditText: null,
      usageInfo: null,
      acquireLicensePage: null,
      tdmReserved: null,
      tdmPolicy: null,
      rsl: null,
    },
    origins: {
      url: [],
      title: [],
      authors: [],
      publisher: [],
      published: [],
      modified: [],
      language: [],
      license: [],
    },
    terms: null,
    credits: [],
    ...changes,
  };
}

/** @param language of the note's words */
export function makeOptions(language = 'en-GB', changes: Partial<NoteOptions> = {}): NoteOptions {
  return {
    ...chooseNoteWords(language),
    templates: {},
    url: URL_OF_STORY,
    isExcerpt: true,
    imageCredits: [],
    ...changes,
  };
}
