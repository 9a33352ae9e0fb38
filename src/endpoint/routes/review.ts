/**
 * Serves the review page as it was built. The endpoint only hands out its files: it renders nothing, so no
 * reader's words pass through markup here.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

export function registerReview(
  app: FastifyInstance,
  { directory }: { directory: string | null },
): void {
  if (directory !== null && existsSync(join(directory, 'index.html'))) {
    app.register(staticFiles, { root: directory, dotfiles: 'ignore', decorateReply: false });
    return;
  }
  app.get('/', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send('The review page has not been built yet. Run `npm run build` and start again.\n'),
  );
}
