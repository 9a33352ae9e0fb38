/** The benchmark `terms`: what a site's own sentence asks of those who reuse it, and whom a credit names. */
import { join } from 'node:path';
import type { Benchmark, Figures, Goal } from './benchmark.ts';
import { type CreditRow, type Notice, readNotices } from './corpus/read-notices.ts';
import { KEYWORDS } from './peers/keywords.ts';
import { askCredit, askTerms, type Reading, type ReuseReader, SIC } from './read-reuse.ts';
import { markCredit, scoreCredits } from './score-credits.ts';
import { markNotice, scoreTerms } from './score-terms.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');

interface Rows {
  notices: Notice[];
  credits: CreditRow[];
}

export const terms: Benchmark = {
  name: 'terms',
  summary: 'what a sentence asks of those who reuse a text, and whom a credit names',
  run: async ({ corpus, limit, alone, verbose }) => {
    const all = readNotices(corpus ?? FIXTURES);
    const rows = { notices: all.notices.slice(0, limit), credits: all.credits.slice(0, limit) };
    const figures = scoreReader(rows, SIC);
    return {
      figures,
      peers: alone ? {} : { keywords: scoreReader(rows, KEYWORDS) },
      goals: setGoals(figures),
      notes: [
        `${rows.notices.length} notices and ${rows.credits.length} credits of ${corpus ?? 'the fixtures'}. ` +
          'Each field counts on the rows that state it; overclaimed and credits_wrong_site are errors.',
      ],
      wrong: verbose ? listWrong(rows) : [],
    };
  },
};

function scoreReader({ notices, credits }: Rows, reader: ReuseReader): Figures {
  const terms = notices.map(({ text, lang }) => askTerms(reader, text, lang));
  const credited = credits.map(({ text, lang }) => askCredit(reader, text, lang));
  return {
    ...scoreTerms(notices, terms),
    ...scoreCredits(credits, credited),
    rows: notices.length + credits.length,
    errors: [...terms, ...credited].filter(({ ok }) => !ok).length,
  };
}

function setGoals(figures: Figures): Goal[] {
  const least = (what: string, wanted: number): Goal[] => {
    const ours = figures[what] ?? null;
    if (ours === null) return [];
    return [{ what, wanted: `≥ ${wanted}`, ours: ours.toFixed(3), met: ours >= wanted }];
  };
  const wrongSite = figures['credits_wrong_site'] ?? null;
  return [
    ...least('kind', 0.95),
    ...least('link', 0.9),
    ...least('credits', 0.9),
    ...(wrongSite === null
      ? []
      : [
          {
            what: 'credits_wrong_site',
            wanted: 'none',
            ours: wrongSite.toFixed(3),
            met: wrongSite === 0,
          },
        ]),
  ];
}

function listWrong({ notices, credits }: Rows): string[] {
  const inNotices = notices.flatMap((row) => {
    const reading = askTerms(SIC, row.text, row.lang);
    const faults = markNotice(row, reading)
      .filter(([name, mark]) => mark === (name === 'overclaimed'))
      .map(([name]) => name);
    if (faults.length === 0) return [];
    const { text, lang, kind, link, targets, position, maxShare, indexable, noncommercial } = row;
    const wanted = { kind, link, targets, position, maxShare, indexable, noncommercial };
    return describeRow(faults.join(' '), lang, text, wanted, reading);
  });
  const inCredits = credits.flatMap((row) => {
    const reading = askCredit(SIC, row.text, row.lang);
    const { right, wrongSite } = markCredit(row, reading);
    if (right && !wrongSite) return [];
    const { names, domain, linkable, negative } = row;
    const wanted = negative ? null : { names, domain, linkable };
    return describeRow(wrongSite ? 'wrong site' : 'credit', row.lang, row.text, wanted, reading);
  });
  return [...inNotices, ...inCredits];
}

function describeRow(
  fault: string,
  lang: string,
  text: string,
  wanted: unknown,
  reading: Reading<unknown>,
): string[] {
  return [
    `${fault} (${lang}): ${text}`,
    `  wanted ${JSON.stringify(wanted)}`,
    `  got    ${reading.ok ? JSON.stringify(reading.value) : reading.error}`,
  ];
}
