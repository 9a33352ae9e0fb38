/**
 * Tells whoever keeps the endpoint running how it is: that it lives, and whether it can take requests. While it stops,
 * Fastify answers 503 to all that comes over connections that are still open, and takes no others.
 */
import type { FastifyInstance } from 'fastify';
import { ProblemError, sendProblem } from '../problems.ts';
import type { Store } from '../store/database.ts';

/** How long the database may take to answer, in ms. */
const PATIENCE = 2_000;
/** After how many seconds it is worth asking again. */
const RETRY = 5;

export function registerHealth(
  app: FastifyInstance,
  { store, patience = PATIENCE }: { store: Pick<Store, 'check'>; patience?: number },
): void {
  /** Of many who ask at once, one asks the database. */
  let asked: Promise<boolean> | null = null;

  app.get('/healthz', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('Cache-Control', 'no-store').type('text/plain; charset=utf-8').send('alive\n'),
  );

  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    if (await isAnswered()) {
      return reply
        .header('Cache-Control', 'no-store')
        .type('text/plain; charset=utf-8')
        .send('ready\n');
    }
    const problem = new ProblemError(503, 'The database does not answer.', {
      headers: { 'Retry-After': String(RETRY) },
    });
    // Whoever asks is the one to be told; the log would repeat it with every question.
    return sendProblem(reply, problem, () => undefined);
  });

  async function isAnswered(): Promise<boolean> {
    asked ??= store
      .check()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asked = null;
      });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), patience);
    });
    const isReady = await Promise.race([asked, late]);
    clearTimeout(timer);
    return isReady;
  }
}
