/** Notes: an editor writes what has been put right, and where the site publishes its notes everybody can read it. */
import type { FastifyInstance } from 'fastify';
import { cleanUrl } from '../../model/canonical-url.ts';
import { readStoredReport } from '../annotations/representations.ts';
import { countCorrections } from '../api/cluster-items.ts';
import { clusterParamsSchema, clusterSiteSchema } from '../api/cluster-schemas.ts';
import { readNoteCursor, writeNoteCursor } from '../api/cursors.ts';
import type { Decider } from '../api/decide.ts';
import { takeEditor, takeSite } from '../api/editors.ts';
import {
  noteAnswerSchema,
  noteInputSchema,
  noteListSchema,
  noteQuerySchema,
} from '../api/note-schemas.ts';
import { mayRead } from '../api/report-items.ts';
import { describeProblems } from '../api/schemas.ts';
import { ProblemError } from '../problems.ts';
import type { Store } from '../store/database.ts';
import type { Note } from '../store/notes.ts';
import type { ReadCluster } from '../store/read-clusters.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const security = [{ editor: [] }];
const BODY_LIMIT = 16 * 1024;

export interface NoteRoutesOptions {
  store: Pick<Store, 'notes'>;
  decider: Decider;
  /** epoch ms */
  now: () => number;
}

export function registerNotes(
  app: FastifyInstance,
  { store, decider, now }: NoteRoutesOptions,
): void {
  const routes = app.withTypeProvider<ValibotTypeProvider>();

  routes.get(
    '/notes',
    {
      schema: {
        summary: 'The notes of the token’s site, newest first',
        security,
        querystring: noteQuerySchema,
        response: { ...describeProblems(400, 401, 403, 429), 200: noteListSchema },
      },
    },
    async (request) => {
      const { site: named, after, limit } = request.query;
      const site = takeSite(request, named);
      const found = await store.notes.listNotes(site, readNoteCursor(after), limit + 1);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map(composeItem),
        next: found.length > limit && last !== undefined ? writeNoteCursor(last) : null,
      };
    },
  );

  routes.put(
    '/clusters/:place/note',
    {
      bodyLimit: BODY_LIMIT,
      config: { scope: 'decide' },
      schema: {
        summary: 'Write the note of a cluster that is accepted or fixed, or has one already',
        description:
          'It keeps the article, the quote and the correction as the cluster has them now, and is public where the site ' +
          'publishes its notes. One that is there gets the text, whatever has become of the cluster, and keeps those and ' +
          'its time. One that was taken back is put back as it was by the same text; another text is that of a new one.',
        security,
        params: clusterParamsSchema,
        querystring: clusterSiteSchema,
        body: noteInputSchema,
        response: {
          ...describeProblems(400, 401, 403, 404, 409, 413, 415, 429),
          200: noteAnswerSchema,
        },
      },
    },
    async (request) => {
      const { place } = request.params;
      const cluster = await decider.findCluster(request, place, request.query.site);
      const note = await store.notes.putNote({
        ...{ site: cluster.site, place, ...readCorrected(cluster) },
        ...{ text: request.body.text.trim(), editor: takeEditor(request), now: now() },
      });
      if (note === null) {
        throw new ProblemError(409, 'A note can be written only about what is accepted or fixed.');
      }
      const { site, text, at } = note;
      return mayRead(request) ? composeItem(note) : { place, site, text, at };
    },
  );

  routes.delete(
    '/clusters/:place/note',
    {
      config: { scope: 'decide' },
      schema: {
        summary: 'Take the note of a cluster back',
        security,
        params: clusterParamsSchema,
        querystring: clusterSiteSchema,
        response: {
          ...describeProblems(400, 401, 403, 404, 429),
          204: { type: 'null', description: 'Nobody is shown it any more.' },
        },
      },
    },
    async (request, reply) => {
      const site = takeSite(request, request.query.site);
      if (!(await store.notes.withdrawNote(site, request.params.place, now()))) {
        throw new ProblemError(404, 'There is no such note on this site.');
      }
      return reply.code(204).send(null);
    },
  );
}

/** What a cluster is about now, and what an editor or else most readers put in its place. */
function readCorrected(
  cluster: ReadCluster,
): Pick<Note, 'source' | 'exact' | 'correction' | 'language'> {
  const { source, scope, exact, language } = readStoredReport(cluster.newest[0]);
  const page = scope === '' ? source : scope;
  const [most] = countCorrections(cluster);
  return {
    source: cleanUrl(page) ?? page,
    exact,
    correction: cluster.edited?.correction ?? most?.correction ?? '',
    language: language || cluster.language,
  };
}

function composeItem({ place, site, source, exact, correction, text, editor, at }: Note) {
  return { place, site, source, exact, correction, text, editor, at };
}
