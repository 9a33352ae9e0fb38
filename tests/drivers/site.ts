/**
 * A site of the tests' own on loopback: fixture pages with placeholders, saved pages out of gzip files,
 * and headers such as a strict policy. It also answers as an HTTP proxy, so that a page can stand under
 * the host name that it was made for.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { listen, stopServer } from './server.ts';

export interface SitePage {
  /** what is served; or else `file` */
  body?: string;
  /** a file to serve; one that ends on `.gz` is served unpacked */
  file?: string;
  /** the media type; by the extension of the path or file unless told */
  type?: string;
  status?: number;
  headers?: Record<string, string>;
}

export interface SiteOptions {
  /** a folder of fixtures; `x.html` is also found as `x.html.gz` */
  root?: string;
  /** pages by path (`/a.html`), or by URL (`http://news.example/a`) for a browser that has this as proxy */
  pages?: Record<string, string | SitePage>;
  /** headers by path; `*` for every path */
  headers?: Record<string, Record<string, string>>;
  /** the port; a free one unless told */
  port?: number;
  /** what `{{endpoint}}` in a page becomes */
  endpoint?: string;
  /** is asked before any page is looked for; answers itself where it gives true */
  handle?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** has the last word on every HTML page */
  transform?: (html: string, path: string) => string;
}

export interface Site {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** `127.0.0.1:PORT`, to be given to a driver as its `network` */
  readonly host: string;
  /** the paths or URLs that were asked for, in order */
  readonly asked: string[];
  /** adds a page, or puts another in its place */
  setPage(path: string, page: string | SitePage): void;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
};

/** Starts a site on 127.0.0.1; placeholders `{{origin}}` and `{{endpoint}}` in HTML are filled in. */
export async function startSite(options: SiteOptions): Promise<Site> {
  const { root, headers = {}, endpoint = '', transform } = options;
  const pages = new Map(Object.entries(options.pages ?? {}));
  const asked: string[] = [];

  const findPage = async (url: URL, isOwn: boolean): Promise<SitePage | undefined> => {
    const path = decodeURIComponent(url.pathname);
    const page = pages.get(isOwn ? path : `${url.origin}${path}`) ?? pages.get(url.href);
    if (page !== undefined) return typeof page === 'string' ? { body: page } : page;
    if (root === undefined || !isOwn) return undefined;
    const file = join(root, normalize(path.endsWith('/') ? `${path}index.html` : path));
    return file.startsWith(normalize(root + sep)) ? { file } : undefined;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origin);
    const isOwn = url.origin === origin;
    const name = isOwn ? url.pathname : url.href;
    asked.push(name);
    if (isOwn && (await options.handle?.(request, response))) return;
    const page = await findPage(url, isOwn);
    const content = page && (await readContent(page));
    if (!page || content === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
      return;
    }
    const type = page.type ?? guessType(page.file ?? url.pathname);
    const isHtml = type.startsWith('text/html') || type.includes('xhtml');
    let body: string | Buffer = content;
    if (isHtml) {
      body = String(content).replaceAll('{{origin}}', origin).replaceAll('{{endpoint}}', endpoint);
      if (transform) body = transform(body, name);
    }
    response.writeHead(page.status ?? 200, {
      'content-type': /^text\/|xml$|javascript$/.test(type) ? `${type}; charset=utf-8` : type,
      'cache-control': 'no-store',
      ...headers['*'],
      ...headers[name],
      ...page.headers,
    });
    response.end(body);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(fault));
    });
  });
  server.on('connect', (_request, socket) => {
    // The server lets go of such a socket: a browser that resets it would end the test run with it.
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  const host = `127.0.0.1:${await listen(server, options.port)}`;
  const origin = `http://${host}`;

  return {
    origin,
    host,
    asked,
    setPage: (path, page) => void pages.set(path, page),
    close: () => stopServer(server),
  };
}

function guessType(path: string): string {
  const extension = extname(path.replace(/\.gz$/, ''));
  return TYPES[extension.toLowerCase()] ?? 'text/html';
}

async function readContent({ body, file }: SitePage): Promise<Buffer | string | undefined> {
  if (body !== undefined || file === undefined) return body ?? '';
  for (const path of file.endsWith('.gz') ? [file] : [file, `${file}.gz`]) {
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes) return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  }
  return undefined;
}
