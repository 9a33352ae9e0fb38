/** Reports as a file, however many there are: it is put together as it comes, and a part of it is no file. */
import { composePath, type Endpoint, type Failed, type Outcome } from './ask-endpoint.ts';
import type { ClusterFilter } from './cluster-schemas.ts';
import { readJson, readValue } from './read-body.ts';
import { readStream } from './read-stream.ts';
import { type ReviewItem, reviewItemSchema } from './reports.ts';
import { createCsvScan, createJsonScan, type ExportScan } from './scan-export.ts';

export type ExportFormat = 'csv' | 'json' | 'jsonld';

export interface ExportQuestion {
  filter: ClusterFilter;
  /** days on which the first and the last came, '' for any, in a time zone, '' for UTC */
  from: string;
  to: string;
  zone: string;
}

export interface ExportsApi {
  /**
   * @param watch `onProgress`: is told, some times a second, how much has come
   * @returns the whole file; a part of it is a failure
   */
  download(
    question: ExportQuestion & { format: ExportFormat },
    watch: { onProgress(bytes: number, reports: number): void; signal: AbortSignal },
  ): Promise<Outcome<{ blob: Blob; name: string }>>;
  /**
   * The same reports one after the other, newest first.
   * @param take is given them as they come
   * @returns how many there were; a failure where not all came
   */
  readEach(
    question: ExportQuestion,
    take: (items: ReviewItem[]) => void,
    signal: AbortSignal,
  ): Promise<Outcome<number>>;
}

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonld: 'application/ld+json',
};
/** How deep a report lies: in a list, or in the items of a collection's first page. */
const DEPTHS = { json: 1, jsonld: 3 };
/** Bytes that are held in memory; of what is in a Blob, the browser may put what it likes on the disk. */
const PART = 4_000_000;
/** How often progress is told, in ms. */
const TELLING = 100;

export function createExportsApi({ open }: Endpoint): ExportsApi {
  /** Passes the file on as it comes. @returns its headers, when all has come */
  async function readExport(
    { filter, from, to, zone, format }: ExportQuestion & { format: ExportFormat },
    { scan, take, signal }: { scan: ExportScan; take: Take; signal: AbortSignal },
  ): Promise<Outcome<Headers>> {
    const opened = await open(composePath('export', { ...filter, from, to, zone, format }), {
      headers: { Accept: TYPES[format] },
      signal,
    });
    if (!opened.ok) return { ok: false, failure: opened.failure, detail: opened.detail };
    const { headers, body } = opened.value;
    const type = headers.get('Content-Type') ?? '';
    if (body === null || !type.startsWith(TYPES[format])) {
      await body?.cancel().catch(() => undefined);
      return { ok: false, failure: 'malformed', detail: `Content-Type: ${type}` };
    }
    try {
      await readStream(
        body,
        (bytes) => {
          scan.take(bytes);
          take(bytes);
        },
        signal,
      );
    } catch (error) {
      return error instanceof MalformedError ? error.failed : lose(String(error));
    }
    // Firefox takes a connection that broke between two chunks for one that ended: https://daniel.haxx.se/blog/2015/02/12
    return scan.isWhole() ? { ok: true, value: headers } : lose('the file broke off');
  }

  return {
    async download(question, { onProgress, signal }) {
      const { format, filter } = question;
      const scan = format === 'csv' ? createCsvScan() : createJsonScan(DEPTHS[format]);
      const file = createFile(TYPES[format]);
      let toldAt = 0;
      const take = (bytes: Uint8Array<ArrayBuffer>) => {
        file.add(bytes);
        if (Math.abs(Date.now() - toldAt) < TELLING) return;
        toldAt = Date.now();
        onProgress(file.size(), scan.countReports());
      };
      const read = await readExport(question, { scan, take, signal });
      if (!read.ok) return read;
      onProgress(file.size(), scan.countReports());
      const name = readName(read.value, format) ?? composeName(filter.site, format);
      return { ok: true, value: { blob: file.finish(), name } };
    },

    async readEach(question, take, signal) {
      let items: ReviewItem[] = [];
      const scan = createJsonScan(DEPTHS.json, (json) => {
        const item = readValue(reviewItemSchema, readJson(json));
        if (!item.ok) throw new MalformedError(item);
        items.push(item.value);
      });
      const hand = () => {
        const come = items;
        items = [];
        if (come.length > 0) take(come);
      };
      const read = await readExport({ ...question, format: 'json' }, { scan, take: hand, signal });
      return read.ok ? { ok: true, value: scan.countReports() } : read;
    },
  };
}

type Take = (bytes: Uint8Array<ArrayBuffer>) => void;

class MalformedError extends Error {
  readonly failed: Failed;

  constructor(failed: Failed) {
    super(failed.detail);
    this.failed = failed;
  }
}

function lose(detail: string): Failed {
  return { ok: false, failure: 'network', detail };
}

function createFile(type: string) {
  const parts: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let [held, all] = [0, 0];
  const put = () => {
    parts.push(new Blob(pieces));
    pieces = [];
    held = 0;
  };
  return {
    add(bytes: Uint8Array<ArrayBuffer>) {
      pieces.push(bytes);
      held += bytes.length;
      all += bytes.length;
      if (held >= PART) put();
    },
    size: () => all,
    finish() {
      put();
      return new Blob(parts, { type });
    },
  };
}

/** The name that the endpoint gives, where it is a plain one of such a file; a page of another origin may not see it. */
function readName(headers: Headers, format: ExportFormat): string | null {
  const [, name] =
    /filename="(\w[\w.-]{0,200})"/.exec(headers.get('Content-Disposition') ?? '') ?? [];
  return name?.endsWith(`.${format}`) === true ? name : null;
}

function composeName(site: string, format: ExportFormat): string {
  return `sic-${site.replace(/[^\w.-]/g, '') || 'reports'}.${format}`;
}
