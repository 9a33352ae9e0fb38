/** What a site has corrected, for everybody: as a page for its readers, as linked data, and as a feed. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { composeBase } from '../annotations/representations.ts';
import { readNoteCursor, writeNoteCursor } from '../api/cursors.ts';
import { afterSchema, describeProblems } from '../api/schemas.ts';
import {
  type CorrectionLog,
  composeCorrectionsFeed,
  composeLinkedData,
  composeLogUrl,
  linkedDataSchema,
  readCorrection,
} from '../exports/compose-corrections.ts';
import { writeAtom } from '../exports/compose-feed.ts';
import { choosePageLanguage, loadCorrectionWords } from '../exports/correction-words.ts';
import { writeCorrectionsPage } from '../exports/corrections-page.ts';
import { CORRECTIONS_STYLE_HASH } from '../exports/corrections-style.ts';
import { limitPerMinute } from '../limits/limits.ts';
import { ProblemError, refuseOtherMethods } from '../problems.ts';
import {
  openToPages,
  PUBLIC_METHODS,
  REFUSED_METHODS,
  sendPublic,
  UNCHANGED,
} from '../public-answers.ts';
import { readTypedSite } from '../sites.ts';
import type { Store } from '../store/database.ts';
import type { ValibotTypeProvider } from '../validation.ts';

export const CORRECTIONS_PATH = '/corrections';
const PAGE = 50;
/** Seconds that an answer may be kept: what is taken back should be gone soon. */
const MAX_AGE = 60;
const LANGUAGE_LIMIT = 35;

/** The page needs its own style, and nothing can run in it or be sent from it. */
const PAGE_POLICY = [
  ...["default-src 'none'", `style-src '${CORRECTIONS_STYLE_HASH}'`, "base-uri 'none'"],
  ...["form-action 'none'", "frame-ancestors 'none'"],
].join(';');

interface LogForm {
  ending: string;
  mediaType: string;
  schema: v.GenericSchema;
  write(log: CorrectionLog): string;
  summary: string;
}

const FORMS: readonly LogForm[] = [
  {
    ending: '.json',
    mediaType: 'application/ld+json',
    schema: linkedDataSchema,
    write: (log) => JSON.stringify(composeLinkedData(log)),
    summary:
      'The corrections that a site publishes, in the words of schema.org (CorrectionComment)',
  },
  {
    ending: '.atom',
    mediaType: 'application/atom+xml; charset=utf-8',
    schema: v.string(),
    write: (log) => writeAtom(composeCorrectionsFeed(log)),
    summary: 'The corrections that a site publishes, as an Atom feed',
  },
  {
    ending: '',
    mediaType: 'text/html; charset=utf-8',
    schema: v.string(),
    write: writeCorrectionsPage,
    summary: 'The corrections that a site publishes, as a page',
  },
];

const paramsSchema = v.object({ site: v.pipe(v.string(), v.description('host name')) });
const querySchema = v.object({
  lang: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(LANGUAGE_LIMIT),
      v.description('language of the page (BCP 47); without it, as Accept-Language says'),
    ),
    '',
  ),
  after: afterSchema,
});

export interface CorrectionRoutesOptions {
  store: Pick<Store, 'notes'>;
  publicUrl: string | null;
  /** how often one address may ask */
  readsPerMinute: number;
}

export function registerCorrections(
  app: FastifyInstance,
  { store, publicUrl, readsPerMinute }: CorrectionRoutesOptions,
): void {
  openToPages(app);
  app.after(() => {
    for (const { ending, mediaType, schema, write, summary } of FORMS) {
      const content = { [mediaType.split(';')[0] ?? '']: { schema } };
      const responses: Record<number, object> = {
        ...describeProblems(400, 404, 429),
        ...UNCHANGED,
        200: { description: `${PAGE} of them, newest first`, content },
      };
      const url = `/:site${ending}`;
      app.withTypeProvider<ValibotTypeProvider>().get(
        url,
        {
          config: { rateLimit: limitPerMinute(readsPerMinute, 'questions') },
          schema: { summary, params: paramsSchema, querystring: querySchema, response: responses },
        },
        async (request, reply) => {
          const { lang, after } = request.query;
          const language = choosePageLanguage(lang, request.headers['accept-language']);
          const base = composeBase(request, publicUrl) + CORRECTIONS_PATH;
          const { site, corrections, next } = await readPage(request.params.site, after);
          const log = {
            ...{ site, url: `${base}/${site}`, lang: lang === '' ? '' : language },
            ...{ after, next, words: loadCorrectionWords(language), corrections },
          };
          reply.header('Vary', 'Accept-Language');
          if (ending === '') reply.header('Content-Security-Policy', PAGE_POLICY);
          if (next !== null) {
            reply.header('Link', `<${composeLogUrl(log, ending, next)}>; rel="next"`);
          }
          return sendPublic(request, reply, { body: write(log), mediaType, maxAge: MAX_AGE });
        },
      );
      refuseOtherMethods(app, url, REFUSED_METHODS, PUBLIC_METHODS);
    }
  });

  /** @throws ProblemError 404 where the site publishes none, 400 for a cursor that is none */
  async function readPage(named: string, after: string) {
    const typed = readTypedSite(named);
    const place = readNoteCursor(after);
    const found = typed.ok ? await store.notes.listPublic(typed.site, place, PAGE + 1) : null;
    if (!typed.ok || found === null) {
      throw new ProblemError(404, 'No corrections are published for this site.');
    }
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    return {
      site: typed.site,
      corrections: page.map(readCorrection),
      next: found.length > PAGE && last !== undefined ? writeNoteCursor(last) : null,
    };
  }
}
