/**
 * The editors' end as tests need it: it takes annotations, remembers every post, and can be told to fail
 * in each way in which a server or a network fails.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  ANNOTATION_MEDIA_TYPE,
  type Annotation,
  parseAnnotation,
} from '../../src/model/annotation.ts';
import { RECEIPT_REL, type Receipt } from '../../src/model/receipt.ts';
import { listen, stopServer } from './server.ts';
import { type WaitOptions, waitUntil } from './wait.ts';

/** How a post is answered. */
export type Behaviour =
  /** 201 for a new canonical, 200 for one that is stored already, 400 for what is no annotation */
  | 'accept'
  /** takes the post and never answers */
  | 'hang'
  /** stores it, then drops the connection: the sender cannot know */
  | 'store-then-drop'
  /** drops the connection, nothing is stored */
  | 'drop'
  /** answers with this and stores only where the status is 2xx; `retryAfter` in seconds or as a date */
  | { status: number; retryAfter?: number | string; body?: string };

export interface Post {
  /** epoch ms */
  at: number;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** undefined where the body is no annotation */
  annotation: Annotation | undefined;
  /** the status that was answered; 0 where none was */
  status: number;
}

/** How a question about a receipt is answered: with the receipt, or with this status alone. */
export type ReceiptBehaviour = 'tell' | 'drop' | { status: number; retryAfter?: number | string };

export interface EditorEndpoint {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** where annotations are posted */
  readonly url: string;
  /** every post, in the order of arrival */
  readonly posts: Post[];
  /** what is stored, by canonical: each report once */
  readonly stored: Map<string, Annotation>;
  /** canonicals of the receipts that were asked for, in the order of the questions */
  readonly receiptReads: string[];
  /** What a report's receipt says from now on; undecided, with one reader, until told otherwise. */
  setReceipt(canonical: string, receipt: Partial<Receipt>): void;
  /** How questions about receipts are answered from now on; `tell` at the start. */
  behaveReceipts(how: ReceiptBehaviour): void;
  /** Waits until receipts have been asked for so many times; gives the canonicals. */
  waitForReceiptReads(count: number, options?: WaitOptions): Promise<string[]>;
  /** How posts are answered from now on; `accept` at the start. */
  behave(how: Behaviour): void;
  /** How the next posts are answered, one each, before `behave` holds again. */
  behaveOnce(...how: Behaviour[]): void;
  /** Closes the port and cuts every connection. */
  goDown(): Promise<void>;
  /** Listens again, on the same port. */
  comeUp(): Promise<void>;
  /** Forgets posts, what is stored and its receipts, and accepts again. */
  reset(): void;
  /** Waits until so many different reports are stored; gives them. */
  waitForStored(count: number, options?: WaitOptions): Promise<Annotation[]>;
  /** Waits until so many posts have come in; gives them. */
  waitForPosts(count: number, options?: WaitOptions): Promise<Post[]>;
  close(): Promise<void>;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS, POST',
  'access-control-expose-headers': 'Link, Location, Retry-After',
};
const RECEIPTS = '/receipts/';
const URN = 'urn:uuid:';

export async function startEditorEndpoint(
  options: { port?: number } = {},
): Promise<EditorEndpoint> {
  const posts: Post[] = [];
  const stored = new Map<string, Annotation>();
  const receipts = new Map<string, Partial<Receipt>>();
  const receiptReads: string[] = [];
  let receiptBehaviour: ReceiptBehaviour = 'tell';
  let next: Behaviour[] = [];
  let always: Behaviour = 'accept';

  const store = ({ annotation }: Post): boolean => {
    if (!annotation) return false;
    const isNew = !stored.has(annotation.canonical);
    if (isNew) stored.set(annotation.canonical, annotation);
    return isNew;
  };

  const answer = (how: Behaviour, post: Post, response: ServerResponse) => {
    if (how === 'hang') return;
    if (how === 'drop' || how === 'store-then-drop') {
      if (how === 'store-then-drop') store(post);
      response.destroy();
      return;
    }
    const wanted = how === 'accept' ? acceptOrRefuse(post) : how;
    const isStored = wanted.status < 300 && post.annotation !== undefined;
    const isNew = isStored && store(post);
    post.status = how === 'accept' && isStored && !isNew ? 200 : wanted.status;
    const segment = (post.annotation?.canonical ?? '').replace(URN, '');
    const id = `${endpoint.url}${segment}`;
    const link = `<http://www.w3.org/ns/ldp#Resource>; rel="type", <${RECEIPTS}${segment}>; rel="${RECEIPT_REL}"`;
    response.writeHead(post.status, {
      ...CORS,
      'content-type': isStored ? ANNOTATION_MEDIA_TYPE : 'application/problem+json',
      ...(isStored ? { location: id, link } : {}),
      ...(wanted.retryAfter === undefined ? {} : { 'retry-after': String(wanted.retryAfter) }),
    });
    const given = isStored ? { ...post.annotation, id } : { status: post.status };
    response.end(wanted.body ?? JSON.stringify(given));
  };

  const answerReceipt = (canonical: string, response: ServerResponse) => {
    receiptReads.push(canonical);
    const how = receiptBehaviour;
    if (how === 'drop') {
      response.destroy();
    } else if (how !== 'tell') {
      const { status, retryAfter } = how;
      const wait = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
      response.writeHead(status, { ...CORS, ...wait }).end();
    } else if (!stored.has(canonical)) {
      response.writeHead(404, { ...CORS, 'content-type': 'application/problem+json' }).end('{}');
    } else {
      const undecided: Receipt = { state: 'new', reason: '', readers: 1 };
      response.writeHead(200, { ...CORS, 'content-type': 'application/json' });
      response.end(JSON.stringify({ ...undecided, ...receipts.get(canonical) }));
    }
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '';
    if (request.method === 'GET' && path.startsWith(RECEIPTS)) {
      answerReceipt(URN + path.slice(RECEIPTS.length), response);
      return;
    }
    if (request.method !== 'POST') {
      response.writeHead(request.method === 'OPTIONS' ? 204 : 405, CORS).end();
      return;
    }
    const body = await text(request);
    const post: Post = {
      at: Date.now(),
      path,
      headers: request.headers,
      body,
      annotation: readAnnotation(body),
      status: 0,
    };
    posts.push(post);
    answer(next.shift() ?? always, post, response);
  };

  // A request that was cut off in the middle is no post.
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  const port = await listen(server, options.port);
  const origin = `http://127.0.0.1:${port}`;

  const endpoint: EditorEndpoint = {
    origin,
    url: `${origin}/annotations/`,
    posts,
    stored,
    receiptReads,
    setReceipt: (canonical, receipt) => void receipts.set(canonical, receipt),
    behaveReceipts: (how) => {
      receiptBehaviour = how;
    },
    behave: (how) => {
      always = how;
    },
    behaveOnce: (...how) => void next.push(...how),
    goDown: () => stopServer(server),
    comeUp: async () => void (await listen(server, port)),
    reset: () => {
      posts.length = 0;
      stored.clear();
      receipts.clear();
      receiptReads.length = 0;
      receiptBehaviour = 'tell';
      next = [];
      always = 'accept';
    },
    waitForStored: async (count, options) => {
      const what = `${count} reports at the editors' end`;
      await waitUntil(() => stored.size >= count, { what, ...options });
      return [...stored.values()];
    },
    waitForPosts: async (count, options) => {
      const what = `${count} posts at the editors' end`;
      await waitUntil(() => posts.length >= count, { what, ...options });
      return [...posts];
    },
    waitForReceiptReads: async (count, options) => {
      const what = `${count} questions at the editors' end`;
      await waitUntil(() => receiptReads.length >= count, { what, ...options });
      return [...receiptReads];
    },
    close: () => stopServer(server),
  };
  return endpoint;
}

function acceptOrRefuse({ annotation, body }: Post): Exclude<Behaviour, string> {
  if (annotation) return { status: 201 };
  const parsed = parseAnnotation(readJson(body));
  return { status: 400, body: JSON.stringify({ faults: parsed.ok ? [] : parsed.faults }) };
}

function readAnnotation(body: string): Annotation | undefined {
  const parsed = parseAnnotation(readJson(body));
  return parsed.ok ? parsed.value : undefined;
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
