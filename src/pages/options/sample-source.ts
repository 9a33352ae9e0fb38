/**
 * The articles that wordings are tried on: one in the person's own language, whose site asks for a link, and a
 * foreign one under a licence, on which it shows whose language the note is in.
 */
import { NO_ORIGINS, NO_RIGHTS, type Source } from '../../model/source.ts';
import type { Translate } from '../../model/translate.ts';

export interface Sample {
  /** what is copied */
  quote: string;
  source: Source;
  /** leads to the quote within the article */
  passageUrl: string;
}

const NOTHING_STATED = {
  rights: NO_RIGHTS,
  origins: NO_ORIGINS,
  terms: null,
  credits: [],
};

/** @param locale BCP 47, of the words */
export function makeSample(t: Translate, locale: string): Sample {
  const url = 'https://news.example/rain';
  return {
    quote: t('optionsSampleQuote'),
    passageUrl: `${url}#:~:text=${encodeURIComponent(t('optionsSampleQuote'))}`,
    source: {
      ...NOTHING_STATED,
      url,
      title: t('optionsSampleTitle'),
      authors: [t('optionsSampleAuthor')],
      publisher: t('optionsSamplePublisher'),
      published: '2026-03-01',
      modified: null,
      language: locale,
      license: null,
    },
  };
}

export function makeLicensedSample(t: Translate): Sample {
  const url = 'https://journal.example/pluie';
  return {
    quote: t('optionsForeignQuote'),
    passageUrl: `${url}#:~:text=${encodeURIComponent(t('optionsForeignQuote'))}`,
    source: {
      ...NOTHING_STATED,
      url,
      title: t('optionsForeignTitle'),
      authors: [t('optionsForeignAuthor')],
      publisher: t('optionsForeignPublisher'),
      published: '2026-03-01',
      modified: null,
      language: 'fr',
      license: 'https://creativecommons.org/licenses/by-nc/4.0/',
    },
  };
}
