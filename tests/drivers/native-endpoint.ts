/**
 * The server side of a reporter that a site runs itself (Mistape, Mixtape), as its plugin in WordPress answers:
 * to be put into a `Site` as its `handle`, so that it stands on the pages' own origin. Every post is kept with
 * where it said it came from; it can be told to fail in each way that was seen.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { NativeForm } from '../../src/model/native-form.ts';

export const AJAX_PATH = '/wp-admin/admin-ajax.php';

/**
 * `known`, `limited`, `bad-nonce`, `mail-failed`: as the plugin says it · `off`: nobody takes this action ·
 * `silent`: a site's own code took the report over and answers nothing · `html`, `warnings`, `empty`, `redirect`:
 * what stands around a plugin answers, instead of it or before it · `drop`: the connection is cut ·
 * `hang`: no answer at all
 */
export type NativeBehaviour =
  | 'known'
  | 'limited'
  | 'bad-nonce'
  | 'mail-failed'
  | 'off'
  | 'silent'
  | 'html'
  | 'warnings'
  | 'empty'
  | 'redirect'
  | 'drop'
  | 'hang';

export interface NativePost {
  fields: Record<string, string>;
  /** as they arrived; '' where there is none */
  referer: string;
  origin: string;
  contentType: string;
  requestedWith: string;
  cookie: string;
  /** what was sent, form-encoded */
  body: string;
  /** whether the plugin has recorded it as a report */
  isRecorded: boolean;
}

export interface NativeEndpoint {
  readonly posts: NativePost[];
  /** what Mixtape's page has to send; may be changed, as it grows old */
  nonce: string;
  /** the next posts are answered so, one each; then as the plugin would */
  behaveOnce(...behaviours: NativeBehaviour[]): void;
  /** for `SiteOptions.handle`: true where the request was its own */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

interface Words {
  thanks: string;
  notified: string;
  known: string;
  unsent: string;
  limited: string;
  empty: string;
  mail: string;
}

/** In our words: what tells the cases apart stands in them as in the plugins' own. */
const WORDS: Record<'en' | 'ru', Words> = {
  en: {
    thanks: 'Thank you!',
    notified: 'The editors have it now.',
    known: 'The editors have been told about this mistake already.',
    unsent: 'Not sent',
    limited: 'Spam guard: too many messages from your IP address.',
    empty: 'Nothing was selected.',
    mail: 'The mail service failed to deliver the message.',
  },
  ru: {
    thanks: 'Благодарим!',
    notified: 'Редакция получила сообщение.',
    known: 'Редакция уже знает об этой ошибке.',
    unsent: 'Сообщение не отправлено',
    limited: 'Защита от спама: слишком много сообщений с вашего IP-адреса.',
    empty: 'Ничего не выделено.',
    mail: 'Почтовая служба не смогла доставить сообщение.',
  },
};
/** More than so many of an address in five minutes are refused. */
const MOST_AT_ONCE = 5;

export function createNativeEndpoint(
  reporter: NativeForm['reporter'],
  options: { language?: 'en' | 'ru' } = {},
): NativeEndpoint {
  const posts: NativePost[] = [];
  const next: NativeBehaviour[] = [];
  const words = WORDS[options.language ?? 'en'];
  const endpoint: NativeEndpoint = {
    posts,
    nonce: 'f00dfeed01',
    behaveOnce: (...behaviours) => void next.push(...behaviours),
    async handle(request, response) {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname !== AJAX_PATH) return false;
      const body = request.method === 'POST' ? await text(request) : '';
      const post = readPost(request, body);
      posts.push(post);
      const answer = judge(post, next.shift());
      if (answer === 'drop') response.destroy();
      else if (answer !== 'hang') {
        const headers = { 'content-type': 'text/html; charset=UTF-8', 'cache-control': 'no-store' };
        response.writeHead(answer.status, { ...headers, ...answer.headers }).end(answer.body);
      }
      return true;
    },
  };
  return endpoint;

  function judge(post: NativePost, behaviour?: NativeBehaviour): Answer | 'drop' | 'hang' {
    if (behaviour === 'drop' || behaviour === 'hang') return behaviour;
    if (behaviour === 'empty') return { status: 200, body: '' };
    if (behaviour === 'redirect') {
      return { status: 307, body: '', headers: { location: `${AJAX_PATH}?again` } };
    }
    if (behaviour === 'html') return { status: 500, body: ERROR_PAGE };
    const { action, nonce, selection = '' } = post.fields;
    if (behaviour === 'off' || action !== `${reporter}_report_error`) {
      return { status: 400, body: '0' };
    }
    const isProven = reporter === 'mistape' || nonce === endpoint.nonce;
    if (behaviour === 'bad-nonce' || !isProven) return { status: 200, body: 'False' };
    const recorded = posts.filter((one) => one.isRecorded);
    if (behaviour === 'limited' || recorded.length > MOST_AT_ONCE) {
      return say(false, words.unsent, words.limited);
    }
    if (sanitize(selection) === '') return say(false, words.unsent, words.empty);
    // Mixtape's query for what it has already is broken, so that it takes every report for new.
    if (behaviour === 'known' || (reporter === 'mistape' && isKnown(post, recorded))) {
      return say(false, words.thanks, words.known);
    }
    post.isRecorded = true;
    if (behaviour === 'silent') return { status: 200, body: '0' };
    if (behaviour === 'mail-failed') return say(false, words.unsent, words.mail);
    return say(true, words.thanks, words.notified, behaviour === 'warnings' ? WARNING : '');
  }
}

interface Answer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

const ERROR_PAGE =
  '<!doctype html><title>Bay &rsaquo; Error</title><p>There has been a critical error.</p>';
const WARNING = '<br />\n<b>Notice</b>: deprecated\n';

function say(success: boolean, title: string, message: string, before = ''): Answer {
  return {
    status: 200,
    body: before + JSON.stringify({ success, data: { title, message } }),
    headers: { 'content-type': 'application/json; charset=UTF-8' },
  };
}

function readPost({ headers }: IncomingMessage, body: string): NativePost {
  const header = (name: string) => String(headers[name] ?? '');
  return {
    fields: Object.fromEntries(new URLSearchParams(body)),
    referer: header('referer'),
    origin: header('origin'),
    contentType: header('content-type'),
    requestedWith: header('x-requested-with'),
    cookie: header('cookie'),
    body,
    isRecorded: false,
  };
}

/** Of the same page, selection and word each within the other's. */
function isKnown(post: NativePost, recorded: NativePost[]): boolean {
  const isWithin = (one = '', other = '') => one.includes(other) || other.includes(one);
  return recorded.some(
    ({ referer, fields }) =>
      referer === post.referer &&
      isWithin(fields['selection'], post.fields['selection']) &&
      isWithin(fields['word'], post.fields['word']),
  );
}

/** What WordPress leaves of a text field: one line without tags and percent-encoded octets. */
export function sanitize(value: string): string {
  return value
    .replace(/<[a-z/!?][^>]*(?:>|$)/gi, '')
    .replace(/[\r\n\t ]+/g, ' ')
    .trim()
    .replace(/%[\da-f]{2}/gi, '')
    .replace(/ +/g, ' ')
    .trim();
}
