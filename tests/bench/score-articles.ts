/**
 * Scores verdicts and fields against the truth. Fields are compared on the pages that may be articles and
 * where the truth is known; an answer that failed is wrong wherever the contender was asked.
 */
import type { Figures } from './benchmark.ts';
import type { Answer, Contender, Fields } from './contender.ts';
import type { BenchPage, PageTruth } from './corpus/read-pages.ts';
import { containsEither, isSameDay, isSameSet, isSameText } from './fold-answer.ts';
import { divide, findPercentile } from './percentiles.ts';

type FieldName = 'title' | 'author' | 'date' | 'site' | 'site_loose';

/** Each says whether a field is right, or null where the truth does not know it. */
const COMPARISONS: Record<
  FieldName,
  (truth: PageTruth, fields: Fields | undefined) => boolean | null
> = {
  title: ({ title }, fields) => (title === null ? null : isSameText(title, fields?.title ?? '')),
  author: ({ authors }, fields) =>
    authors === null ? null : fields !== undefined && isSameSet(authors, fields.authors),
  date: ({ published }, fields) =>
    published === null ? null : isSameDay(published, fields?.published ?? ''),
  site: ({ site }, fields) => (site === null ? null : isSameText(site, fields?.site ?? '')),
  site_loose: ({ site }, fields) =>
    site === null ? null : containsEither(site, fields?.site ?? ''),
};
export const FIELD_NAMES = ['title', 'author', 'date', 'site', 'site_loose'] as const;

/** The figures of one contender; only those that it can have. */
export function scoreContender(pages: readonly BenchPage[], contender: Contender): Figures {
  const { abilities, answers } = contender;
  return {
    ...(abilities.verdict ? scoreVerdicts(pages, answers) : {}),
    ...(abilities.fields ? scoreFields(pages, answers) : {}),
    ...scoreTimes(answers),
    pages: pages.length,
    errors: answers.filter(({ error }) => error !== undefined).length,
  };
}

function scoreVerdicts(pages: readonly BenchPage[], answers: readonly Answer[]): Figures {
  let [hits, falseAlarms, missed] = [0, 0, 0];
  pages.forEach(({ truth: { isArticle } }, index) => {
    if (isArticle === null) return;
    // No verdict is the wrong one.
    const said = answers[index]?.isArticle ?? !isArticle;
    if (said && isArticle) hits += 1;
    else if (said) falseAlarms += 1;
    else if (isArticle) missed += 1;
  });
  return {
    precision: divide(hits, hits + falseAlarms),
    recall: divide(hits, hits + missed),
    f1: divide(2 * hits, 2 * hits + falseAlarms + missed),
  };
}

function scoreFields(pages: readonly BenchPage[], answers: readonly Answer[]): Figures {
  const figures: Figures = {};
  for (const name of FIELD_NAMES) {
    const marks = pages.flatMap((page, index) => markField(name, page, answers[index]) ?? []);
    figures[name] = divide(marks.filter(Boolean).length, marks.length);
  }
  return figures;
}

/** @returns whether the field is right; null where it is not asked for */
export function markField(name: FieldName, { truth }: BenchPage, answer?: Answer): boolean | null {
  return truth.isArticle === false ? null : COMPARISONS[name](truth, answer?.fields);
}

function scoreTimes(answers: readonly Answer[]): Figures {
  const warm = answers.flatMap((answer) => answer.warm ?? []);
  const cold = answers.flatMap((answer) => answer.cold ?? []);
  return {
    ms_median: findPercentile(warm, 0.5),
    ms_p95: findPercentile(warm, 0.95),
    ms_cold_median: findPercentile(cold, 0.5),
  };
}
