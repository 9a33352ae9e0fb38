/**
 * Reports as a file. It is written as it is read, page by page: however many there are, no more than a page is held, and
 * nothing is read on for a client that has gone or does not keep up.
 */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { chooseMediaType } from '../annotations/choose-media-type.ts';
import { composeAnnotation, composeContainerIri } from '../annotations/representations.ts';
import { daySchema, findEnd, findStart, readDay, zoneSchema } from '../api/days.ts';
import { takeEditor, takeSite } from '../api/editors.ts';
import { readCriteria } from '../api/report-criteria.ts';
import type { ReportItems } from '../api/report-items.ts';
import { describeProblems, reportItemSchema, reportQuerySchema } from '../api/schemas.ts';
import { createSeats } from '../events/seats.ts';
import { watchClient } from '../events/watch-client.ts';
import {
  collectionSchema,
  createExportWriter,
  EXPORT_FORMATS,
  type ExportedReport,
  type ExportFormat,
  type ExportWriter,
} from '../exports/export-formats.ts';
import { ProblemError } from '../problems.ts';
import type { Store } from '../store/database.ts';
import type { ReportQuery } from '../store/reports.ts';
import type { StoredReport } from '../store/stored-report.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const PAGE = 200;
const EXPORTS_OF_TOKEN = 2;
const MOST_EXPORTS = 8;

/** The best first. */
const OFFERED: Record<ExportFormat, string> = {
  json: 'application/json',
  csv: 'text/csv',
  jsonld: 'application/ld+json',
};

const { state, kind, search, site, page, language } = reportQuerySchema.entries;
const querySchema = v.object({
  format: v.optional(
    v.pipe(v.picklist(['', ...EXPORT_FORMATS]), v.description('without one, Accept is heeded')),
    '',
  ),
  ...{ state, kind, search, site, page, language, zone: zoneSchema },
  from: v.pipe(daySchema, v.description('day on which the first came')),
  to: v.pipe(daySchema, v.description('day on which the last came, itself included')),
});

/** Of no type of its own, because what is sent is a stream of it. */
const RESPONSES: Record<number, object> = {
  ...describeProblems(400, 401, 403, 406, 429, 503),
  200: {
    description: 'The reports, newest first',
    content: {
      'application/json': { schema: v.array(reportItemSchema) },
      'application/ld+json': { schema: collectionSchema },
      'text/csv': {
        schema: v.pipe(
          v.string(),
          v.description(
            'with a byte order mark, and an apostrophe before whatever a spreadsheet might take for a formula; every cell is quoted but the very last, without which the file is none',
          ),
        ),
      },
    },
  },
};

export interface ExportRoutesOptions {
  store: Store;
  items: ReportItems;
  publicUrl: string | null;
  /** epoch ms */
  now: () => number;
  /** see `watchClient` */
  check?: number | undefined;
}

/** @param app the scope of the editors' API */
export function registerExports(
  app: FastifyInstance,
  { store, items, publicUrl, now, check }: ExportRoutesOptions,
): void {
  const seats = createSeats('exports', EXPORTS_OF_TOKEN, MOST_EXPORTS);

  app.withTypeProvider<ValibotTypeProvider>().get(
    '/export',
    {
      schema: {
        summary:
          'The reports of the token’s site as a file: CSV, JSON, or JSON-LD to import elsewhere',
        security: [{ editor: [] }],
        querystring: querySchema,
        response: RESPONSES,
      },
    },
    async (request, reply) => {
      const { query } = request;
      const site = takeSite(request, query.site);
      const criteria = readCriteria(query);
      const { from, to, zone } = query;
      const format = query.format === '' ? chooseFormat(request) : query.format;
      const writer = createExportWriter(format, `Reports from readers of ${site}`);
      const file = `sic-${site.replace(/[^\w.-]/g, '')}-${readDay(now(), zone)}.${format}`;
      reply
        .header('Content-Disposition', `attachment; filename="${file}"`)
        .header('Content-Type', writer.mediaType);
      // Who has gone already would not give the place back.
      if (request.method === 'HEAD' || reply.raw.destroyed) return reply.send();
      const leave = seats.take(takeEditor(request).tokenId);
      const end = () => reply.raw.destroy();
      const stopWatch = watchClient(request, reply, { tokens: store.tokens, check, end });
      reply.raw.on('close', () => {
        stopWatch();
        leave();
      });
      const start = from === '' ? Number.NEGATIVE_INFINITY : findStart(from, zone);
      const after = to === '' ? null : { receivedAt: findEnd(to, zone), canonical: '', site: '' };
      const pages =
        criteria === null ? [] : readPages(request, { ...criteria, site, after }, start);
      return reply.send(
        Readable.from(write(writer, pages), { objectMode: false, highWaterMark: 1 }),
      );
    },
  );

  /** @param start reports that came before are left out (epoch ms) */
  async function* readPages(
    request: FastifyRequest,
    query: Omit<ReportQuery, 'limit'>,
    start: number,
  ): AsyncGenerator<ExportedReport[]> {
    const container = composeContainerIri(request, publicUrl);
    let { after } = query;
    for (;;) {
      const found = await store.reports.listReports({ ...query, after, limit: PAGE });
      const wanted = found.filter(({ receivedAt }) => receivedAt >= start);
      if (wanted.length > 0) yield compose(request, wanted, container);
      const last = found.at(-1);
      if (last === undefined || found.length < PAGE || wanted.length < found.length) return;
      after = last;
    }
  }

  async function compose(
    request: FastifyRequest,
    reports: readonly StoredReport[],
    container: string,
  ): Promise<ExportedReport[]> {
    const composed = await items.composeItems(request, reports);
    return reports.flatMap((report, i) => {
      const item = composed[i];
      if (item === undefined) return [];
      return [{ item, annotation: composeAnnotation(report, container) }];
    });
  }
}

/** Nothing is said before the first page is there: where it cannot be read, the answer can still say so. */
async function* write(
  writer: ExportWriter,
  pages: AsyncIterable<ExportedReport[]> | Iterable<ExportedReport[]>,
): AsyncGenerator<string> {
  let total = 0;
  for await (const page of pages) {
    const begin = total === 0 ? writer.begin() : '';
    const start = total;
    yield begin + page.map((report, i) => writer.write(report, start + i)).join('');
    total += page.length;
  }
  yield (total === 0 ? writer.begin() : '') + writer.end(total);
}

/** @throws ProblemError 406 where none is wanted */
function chooseFormat({ headers }: FastifyRequest): ExportFormat {
  const types = Object.values(OFFERED).map((type) => ({ type, sent: type }));
  const type = chooseMediaType(headers.accept, types);
  const format = EXPORT_FORMATS.find((one) => OFFERED[one] === type);
  if (format !== undefined) return format;
  throw new ProblemError(
    406,
    'Reports can be had as CSV, JSON or JSON-LD: name one with ?format=.',
  );
}
