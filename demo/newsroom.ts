/**
 * The demonstration's newsroom: the invented newspaper beside this file on a server of its own, each
 * page naming the editors' endpoint. Both ends stand on 127.0.0.1, so that they are one site.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Site, startSite } from '../tests/drivers/site.ts';
import { listenOnPort } from './listen-on-port.ts';

const FOLDER = join(import.meta.dirname, 'newsroom');

/** In the order in which they are offered; the first is the one that is opened. */
const ARTICLES = [
  { language: 'English', file: 'en-night-ferry-returns.html' },
  { language: 'Русский', file: 'ru-school-boiler-house.html' },
  { language: 'Українська', file: 'uk-orchard-bridge.html' },
  { language: 'العربية', file: 'ar-night-date-market.html' },
] as const;

export interface Newsroom {
  /** host name, as the endpoint knows the site by it */
  site: string;
  /** address of the article that is opened first */
  first: string;
  articles: { language: string; url: string }[];
  close(): Promise<void>;
}

export interface Mistake {
  file: string;
  exact: string;
  correction: string;
}

const mistakesSchema = v.array(
  v.object({ file: v.string(), exact: v.string(), correction: v.string() }),
);

/**
 * Serves the newsroom.
 * @param endpoint where its pages say that annotations go
 * @param port the port to prefer; a free one where it is taken, or 0
 */
export async function startNewsroom({
  endpoint,
  port,
}: {
  endpoint: string;
  port: number;
}): Promise<Newsroom> {
  const serve = (port: number): Promise<Site> => startSite({ root: FOLDER, endpoint, port });
  const { origin, close } = await listenOnPort(serve, port, true);
  const [first] = ARTICLES;
  return {
    site: new URL(origin).hostname,
    first: `${origin}/${first.file}`,
    articles: ARTICLES.map(({ language, file }) => ({ language, url: `${origin}/${file}` })),
    close,
  };
}

/** The first mistake planted in the first article. @throws where none is listed */
export async function readPlantedMistake(): Promise<Mistake> {
  const text = await readFile(join(FOLDER, 'mistakes.json'), 'utf8');
  const mistake = v
    .parse(mistakesSchema, JSON.parse(text))
    .find(({ file }) => file === ARTICLES[0].file);
  if (mistake === undefined) throw new Error(`mistakes.json lists none in ${ARTICLES[0].file}`);
  return mistake;
}
