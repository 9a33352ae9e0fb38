/**
 * The editors' end of the demonstration: the real endpoint in this process, on its embedded store, with
 * one editor. The token is kept beside the store, so that it is the same at the next start.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer } from '../src/endpoint/server.ts';
import { openStore, type Store } from '../src/endpoint/store/database.ts';
import { listenOnPort } from './listen-on-port.ts';

const REVIEW_DIRECTORY = join(import.meta.dirname, '../dist/review');
const TOKEN_FILE = 'editor-token.txt';
/** Owner only: whoever has the token decides about reports. */
const TOKEN_MODE = 0o600;

export interface Editors {
  /** the endpoint's base, where the review is served, with a slash at its end */
  url: string;
  /** where annotations are posted */
  annotations: string;
  /** Gives the token of the demonstration's editor of a site; makes one where there is none yet. */
  grantToken(site: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts the endpoint on 127.0.0.1.
 * @param port the port to take; 0 for a free one
 * @param mayMove whether a free port will do where that one is taken
 */
export async function startEditors({
  directory,
  port,
  mayMove,
}: {
  directory: string;
  port: number;
  mayMove: boolean;
}): Promise<Editors> {
  const store = await openStore({ directory });
  try {
    // A server that could not listen cannot be asked a second time.
    const serve = async (port: number) => {
      const server = createServer({
        store,
        reviewDirectory: REVIEW_DIRECTORY,
        reportError: (error) => console.error(error),
      });
      const base = await server.listen({ host: '127.0.0.1', port });
      return { base, server };
    };
    const { base, server } = await listenOnPort(serve, port, mayMove);
    return {
      url: `${base}/`,
      annotations: `${base}/annotations/`,
      grantToken: (site) => grantToken(store, directory, site),
      close: async () => {
        await server.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function grantToken(store: Store, directory: string, site: string): Promise<string> {
  const path = join(directory, TOKEN_FILE);
  const kept = (await readFile(path, 'utf8').catch(() => '')).trim();
  if (kept !== '' && (await store.tokens.findEditor(kept))?.site === site) return kept;
  const { token } = await store.tokens.addToken({ name: 'Demo editor', site, at: Date.now() });
  await writeFile(path, `${token}\n`, { mode: TOKEN_MODE });
  return token;
}
