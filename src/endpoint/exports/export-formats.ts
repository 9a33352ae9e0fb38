/** The forms in which reports leave the endpoint as a file: for spreadsheets, for programs, and for other stores. */
import { v7 } from 'uuid';
import * as v from 'valibot';
import { ANNOTATION_CONTEXT, ANNOTATION_MEDIA_TYPE } from '../../model/annotation.ts';
import { BYTE_ORDER_MARK, createCsvWriter } from '../../model/csv.ts';
import type { ReportItem } from '../api/schemas.ts';

export const EXPORT_FORMATS = ['csv', 'json', 'jsonld'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** One report, in both forms that a file may want it in. */
export interface ExportedReport {
  item: ReportItem;
  /** the annotation with the IRI that it has here */
  annotation: object;
}

/** Writes a file piece by piece. */
export interface ExportWriter {
  mediaType: string;
  begin(): string;
  /** @param index from 0 */
  write(report: ExportedReport, index: number): string;
  /** @param total how many have been written */
  end(total: number): string;
}

/** Columns are added at the end, before the key that is the last: people's tables count on their order. */
const COLUMNS: Record<string, (report: ExportedReport) => string> = {
  canonical: ({ item }) => item.canonical,
  site: ({ item }) => item.site,
  state: ({ item }) => item.state,
  kind: ({ item }) => item.kind,
  exact: ({ item }) => item.exact,
  correction: ({ item }) => item.correction,
  comment: ({ item }) => item.comment,
  prefix: ({ item }) => item.prefix,
  suffix: ({ item }) => item.suffix,
  language: ({ item }) => item.language,
  source: ({ item }) => item.source,
  scope: ({ item }) => item.scope,
  readers: ({ item }) => String(item.readers),
  reason: ({ item }) => item.reason,
  created: ({ item }) => new Date(item.createdAt).toISOString(),
  received: ({ item }) => new Date(item.receivedAt).toISOString(),
  seen_fixed: ({ item }) => String(item.sightings.readers),
  seen_instead: ({ item }) => item.sightings.replacement,
  id: ({ item }) => item.id,
  place: ({ item }) => item.place,
};
export const COLUMN_NAMES = Object.keys(COLUMNS);

function createTableWriter(): ExportWriter {
  const { write, end } = createCsvWriter();
  return {
    mediaType: 'text/csv; charset=utf-8; header=present',
    begin: () => BYTE_ORDER_MARK + write(COLUMN_NAMES),
    write: (report) => write(Object.values(COLUMNS).map((read) => read(report))),
    end,
  };
}

const json: ExportWriter = {
  mediaType: 'application/json',
  begin: () => '[',
  write: ({ item }, index) => `${index === 0 ? '' : ','}\n${JSON.stringify(item)}`,
  end: () => '\n]\n',
};

/** What `createCollectionWriter` writes. */
export const collectionSchema = v.object({
  '@context': v.literal(ANNOTATION_CONTEXT),
  id: v.string(),
  type: v.literal('AnnotationCollection'),
  label: v.string(),
  first: v.object({
    id: v.string(),
    type: v.literal('AnnotationPage'),
    partOf: v.string(),
    startIndex: v.literal(0),
    items: v.array(
      v.pipe(v.record(v.string(), v.unknown()), v.description('an annotation, as it came')),
    ),
  }),
  total: v.number(),
});

/**
 * An AnnotationCollection with one page (Web Annotation Data Model, section 5). It is no resource of this endpoint's, and
 * so has a name of its own. How many there are is known at the end.
 * @param label what the collection is called
 */
function createCollectionWriter(label: string): ExportWriter {
  const [collection, page] = [`urn:uuid:${v7()}`, `urn:uuid:${v7()}`];
  return {
    mediaType: ANNOTATION_MEDIA_TYPE,
    begin: () =>
      `{"@context":${JSON.stringify(ANNOTATION_CONTEXT)},"id":"${collection}","type":"AnnotationCollection",` +
      `"label":${JSON.stringify(label)},"first":{"id":"${page}","type":"AnnotationPage","partOf":"${collection}",` +
      '"startIndex":0,"items":[',
    write: ({ annotation }, index) => `${index === 0 ? '' : ','}\n${JSON.stringify(annotation)}`,
    end: (total) => `\n]},"total":${total}}\n`,
  };
}

/** @param label what the file is about, where it says so */
export function createExportWriter(format: ExportFormat, label: string): ExportWriter {
  if (format === 'csv') return createTableWriter();
  return format === 'json' ? json : createCollectionWriter(label);
}
