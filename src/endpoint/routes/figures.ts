/**
 * Figures for editors. They read many rows, so one answer serves for a while, and in one process one is made after the
 * other.
 */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { addDays, countDays, daySchema, readDay, zoneSchema } from '../api/days.ts';
import { takeSite } from '../api/editors.ts';
import {
  composeFigures,
  type Figures,
  type FiguresQuestion,
  figuresSchema,
} from '../api/figures.ts';
import { describeProblems, reportQuerySchema } from '../api/schemas.ts';
import { createFaultsProblem } from '../problems.ts';
import type { Store } from '../store/database.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const MOST_DAYS = 366;
const USUAL_DAYS = 30;
/** How long an answer is good, in ms, and how many are kept. */
const LIFETIME = 30_000;
const MOST_ANSWERS = 100;

export interface FigureRoutesOptions {
  store: Store;
  /** epoch ms */
  now: () => number;
}

/** @param app the scope of the editors' API */
export function registerFigures(app: FastifyInstance, { store, now }: FigureRoutesOptions): void {
  const answers = new Map<string, { at: number; figures: Promise<Figures> }>();
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
        response: { ...describeProblems(400, 401, 403, 429), 200: figuresSchema },
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
      return findFigures({ site, from, to, zone });
    },
  );

  function findFigures(question: FiguresQuestion): Promise<Figures> {
    const at = now();
    for (const [key, answer] of answers) {
      if (Math.abs(at - answer.at) > LIFETIME || answers.size > MOST_ANSWERS) answers.delete(key);
    }
    const key = JSON.stringify(question);
    const known = answers.get(key);
    if (known !== undefined) return known.figures;
    const figures = last.then(() => composeFigures(store.figures, question));
    // What could not be read now may be there in a moment.
    last = figures.catch(() => answers.delete(key));
    answers.set(key, { at, figures });
    return figures;
  }
}
