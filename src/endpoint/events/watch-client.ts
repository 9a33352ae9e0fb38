/**
 * What takes long is held up by nobody: a client whose token has ended is sent no more, and one that takes nothing of what
 * is there for it is let go.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { admitEditor, requireScope } from '../api/editors.ts';
import { ProblemError } from '../problems.ts';
import type { TokenStore } from '../store/tokens.ts';

/** How often a client is looked at, in ms, where nothing else is said. */
export const CHECK = 60_000;

export interface WatchOptions {
  tokens: TokenStore;
  /** how often the token is looked at again, and how long a client may read nothing, in ms */
  check?: number | undefined;
  /** is called, maybe more than once, when the token holds no longer */
  end: () => void;
}

/** @returns ends the watch */
export function watchClient(
  request: FastifyRequest,
  { raw }: FastifyReply,
  { tokens, check = CHECK, end }: WatchOptions,
): () => void {
  let sent = -1;
  const watch = setInterval(async () => {
    const written = raw.socket?.bytesWritten ?? 0;
    if (raw.writableNeedDrain && written === sent) raw.destroy();
    sent = written;
    if (!(await isAdmitted(request, tokens))) end();
  }, check).unref();
  return () => clearInterval(watch);
}

async function isAdmitted(request: FastifyRequest, tokens: TokenStore): Promise<boolean> {
  try {
    await admitEditor(request, tokens);
    requireScope(request, 'read');
    return true;
  } catch (error) {
    // Where the database is away, or much is asked, nobody has been turned out.
    return !(error instanceof ProblemError) || ![401, 403].includes(error.statusCode);
  }
}
