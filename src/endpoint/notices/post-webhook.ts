/**
 * Posts JSON to a URL that an administrator has named: no redirect is followed, nothing is kept of the answer but its
 * beginning, and unless it is allowed, it goes to public addresses by https alone.
 */
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { DeliveryError } from './delivery-error.ts';
import { isPublicAddress, lookUpPublic } from './public-addresses.ts';

/** For all of it, in ms. */
const TIMEOUT = 15_000;
/** Bytes of an answer that are looked at. */
const EXCERPT = 256;
const LONGEST_PAUSE = 86_400_000;

export interface WebhookRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** whether it may go to private addresses, and without TLS */
  allowPrivate: boolean;
  signal: AbortSignal;
  /** in ms, for all of it */
  timeout?: number;
  /** epoch ms */
  now: number;
}

/** Resolves when the receiver has answered with success. @throws DeliveryError */
export async function postWebhook(webhook: WebhookRequest): Promise<void> {
  const { url, allowPrivate, now } = webhook;
  const fault = findUrlFault(url, allowPrivate);
  if (fault !== null) throw new DeliveryError(fault);
  const timeout = AbortSignal.timeout(webhook.timeout ?? TIMEOUT);
  try {
    const { status, retryAfter, excerpt } = await exchange(
      webhook,
      AbortSignal.any([webhook.signal, timeout]),
    );
    if (status >= 200 && status <= 299) return;
    throw new DeliveryError(`The receiver answered ${status}: ${excerpt}`, {
      // "The endpoint should be disabled" (Standard Webhooks); it is gone for good (RFC 9110, section 15.5.11).
      isFinal: status === 410,
      retryAfter: readRetryAfter(retryAfter, now),
    });
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    if (timeout.aborted) throw new DeliveryError('The receiver did not answer in time.');
    throw new DeliveryError(error instanceof Error ? error.message || error.name : String(error));
  }
}

/** What keeps a URL from being a webhook's, as a sentence; null where nothing does. */
export function findUrlFault(text: string, allowPrivate: boolean): string | null {
  if (!URL.canParse(text)) return 'A webhook needs a URL.';
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) {
    return 'A webhook’s URL must begin with https://.';
  }
  if (url.username !== '' || url.password !== '') {
    return 'A webhook’s URL must hold no name and no password.';
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // It is not looked up, and so would not be found out later.
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) {
    return 'A webhook must go to a public address.';
  }
  return null;
}

interface Answer {
  status: number;
  retryAfter: string | undefined;
  excerpt: string;
}

function exchange(
  { url, headers, body, allowPrivate }: WebhookRequest,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = (url.startsWith('http:') ? requestHttp : requestHttps)(url, {
      method: 'POST',
      headers: {
        ...headers,
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        'User-Agent': 'Sic',
      },
      // Connections are not kept: the next one might go to another address.
      agent: false,
      signal,
      ...(allowPrivate ? {} : { lookup: lookUpPublic }),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      readExcerpt(response).then((excerpt) => {
        request.destroy();
        const { statusCode: status = 0, headers } = response;
        resolve({ status, retryAfter: headers['retry-after'], excerpt });
      }, reject);
    });
    request.end(body);
  });
}

/** The first bytes of a body, as text; the rest is never read. */
async function readExcerpt(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    chunks.push(bytes.subarray(0, EXCERPT - length));
    length += bytes.length;
    if (length >= EXCERPT) break;
  }
  return Buffer.concat(chunks).toString('utf8').trim();
}

/** Seconds or a date (RFC 9110, section 10.2.3), in ms from now; null where it is neither. */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const wait = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_PAUSE);
}
