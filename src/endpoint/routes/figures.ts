/**
 * Figures for editors. They read many rows, so one answer serves for a while, and in one process one is made after the
 * other.
 */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { addDays, countDays, daySchema, readDay, zoneSchema } from '../api/days.ts';
import { takeEditor, takeSite } from '../api/editors.ts';
import {
  composeFigures,
  type Figures,
  type FiguresQuestion,
  figuresSchema,
} from '../api/figures.ts';
import { describeProblems, reportQuerySchema } from '../api/schemas.ts';
import { createSeats } from '../events/seats.ts';
import { createFaultsProblem } from '../problems.ts';
import type { Store } from '../store/database.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const MOST_DAYS = 366;
const USUAL_DAYS = 30;
/** How long an answer is good, in ms, and how many are kept. */
const LIFETIME = 30_000;
const MOST_ANSWERS = 100;
/** Questions that wait for their turn: of one token, so that others' come to theirs, and of all. */
const QUESTIONS_OF_TOKEN = 4;
const MOST_QUESTIONS = 100;

export interface FigureRoutesOptions {
  store: Store;
  /** epoch ms */
  now: () => number;
}

/** @param app the scope of the editors' API */
export function registerFigures(app: FastifyInstance, { store, now }: FigureRoutesOptions): void {
  const seats = createSeats('questions for figures', QUESTIONS_OF_TOKEN, MOST_QUESTIONS);
  /** `at` is of when they are (epoch ms); null until they are there */
  const answers = new Map<string, { at: number | null; figures: Promise<Figures> }>();
  let last: Promise<unknown> = Promise.resolve();

  app.withTypeProvider<ValibotTypeProvider>().get(
    '/figures',
    {
      schema: {
        summary: 'Reports, mistakes and decisions of some days in figures',
        description: `At most ${MOST_DAYS} days; the last ${USUAL_DAYS} where none are named. They may be ${LIFETIME / 1_000} s old.`,
        security: [{ editor: [] }],
        querystring: v.object({
          site: reportQuerySchema.entries.site,
          from: daySchema,
          to: daySchema,
          zone: zoneSchema,
        }),
        response: { ...describeProblems(400, 401, 403, 429, 503), 200: figuresSchema },
      },
    },
    async (request) => {
      const { zone } = request.query;
      const site = takeSite(request, request.query.site);
      const to = request.query.to || readDay(now(), zone);
      const from = request.query.from || addDays(to, 1 - USUAL_DAYS);
      const days = countDays(from, to);
      if (days < 1 || days > MOST_DAYS) {
        const message = `must be a day from ${MOST_DAYS - 1} days before \`to\` (${to}) to that day itself`;
        throw createFaultsProblem([{ path: 'from', message }]);
      }
      return findFigures({ site, from, to, zone }, takeEditor(request).tokenId);
    },
  );

  function findFigures(question: FiguresQuestion, tokenId: string): Promise<Figures> {
    for (const [key, { at }] of answers) {
      const isOld = at !== null && Math.abs(now() - at) > LIFETIME;
      if (isOld || answers.size > MOST_ANSWERS) answers.delete(key);
    }
    const key = JSON.stringify(question);
    const known = answers.get(key);
    if (known !== undefined) return known.figures;
    const leave = seats.take(tokenId);
    const figures = last.then(async () => {
      const at = now();
      const composed = await composeFigures(store.figures, question);
      answer.at = at;
      return composed;
    });
    const answer: { at: number | null; figures: Promise<Figures> } = { at: null, figures };
    answers.set(key, answer);
    // What could not be read now may be there in a moment.
    last = figures.catch(() => answers.delete(key)).finally(leave);
    return figures;
  }
}
