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

export interface EditorEndpoint {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** where annotations are posted */
  readonly url: string;
  /** every post, in the order of arrival */
  readonly posts: Post[];
  /** what is stored, by canonical: each report once */
  readonly stored: Map<string, Annotation>;
  /** How posts are answered from now on; `accept` at the start. */
  behave(how: Behaviour): void;
  /** How the next posts are answered, one each, before `behave` holds again. */
  behaveOnce(...how: Behaviour[]): void;
  /** Closes the port and cuts every connection. */
  goDown(): Promise<void>;
  /** Listens again, on the same port. */
  comeUp(): Promise<void>;
  /** Forgets posts and what is stored, and accepts again. */
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
  'access-control-expose-headers': 'Location, Retry-After',
};

export async function startEditorEndpoint(
  options: { port?: number } = {},
): Promise<EditorEndpoint> {
  const posts: Post[] = [];
  const stored = new Map<string, Annotation>();
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
    const canonical = post.annotation?.canonical ?? '';
    const id = `${endpoint.url}${canonical.replace('urn:uuid:', '')}`;
    response.writeHead(post.status, {
      ...CORS,
      'content-type': isStored ? ANNOTATION_MEDIA_TYPE : 'application/problem+json',
      ...(isStored ? { location: id } : {}),
      ...(wanted.retryAfter === undefined ? {} : { 'retry-after': String(wanted.retryAfter) }),
    });
    const given = isStored ? { ...post.annotation, id } : { status: post.status };
    response.end(wanted.body ?? JSON.stringify(given));
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST') {
      response.writeHead(request.method === 'OPTIONS' ? 204 : 405, CORS).end();
      return;
    }
    const body = await text(request);
    const post: Post = {
      at: Date.now(),
      path: request.url ?? '',
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
    behave: (how) => {
      always = how;
    },
    behaveOnce: (...how) => void next.push(...how),
    goDown: () => stopServer(server),
    comeUp: async () => void (await listen(server, port)),
    reset: () => {
      posts.length = 0;
      stored.clear();
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
