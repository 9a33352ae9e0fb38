/**
 * Asks the editors' end what became of a report, or tells it what a later look has shown. The URL is all that a
 * reader has to show, so the request carries nothing else: no cookies, no referrer, nothing from a cache.
 */
import { parse } from '../model/annotation.ts';
import { ATTEMPT_TIMEOUT } from '../model/delivery.ts';
import type { Observation } from '../model/observation.ts';
import { receiptSchema } from '../model/receipt.ts';
import type { ReceiptAnswer } from '../model/receipt-watch.ts';
import { readJson } from './read-answer.ts';

/** Statuses by which a server says that it cannot answer anything now. */
const DOWN = new Set([429, 502, 503, 504]);

/** @returns what was answered, or why nothing was; never rejects */
export function readReceipt(url: string, send: typeof fetch): Promise<ReceiptAnswer> {
  return askReceipt(url, { method: 'GET', headers: { Accept: 'application/json' } }, send);
}

/**
 * @param url of the receipt's observations
 * @returns the receipt as it stands after it, or why it was not taken; never rejects
 */
export function tellObservation(
  url: string,
  { verdict, replacement }: Observation,
  send: typeof fetch,
): Promise<ReceiptAnswer> {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  const body = JSON.stringify({ verdict, replacement });
  return askReceipt(url, { method: 'POST', headers, body }, send);
}

async function askReceipt(
  url: string,
  asked: RequestInit,
  send: typeof fetch,
): Promise<ReceiptAnswer> {
  let response: Response;
  try {
    response = await send(url, {
      ...asked,
      signal: AbortSignal.timeout(ATTEMPT_TIMEOUT),
      // The reader agreed to ask one server: a redirect to another is not followed.
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  } catch {
    return { kind: 'failed', retryAfter: null, isDown: true };
  }
  const { status, headers } = response;
  if (status === 200) {
    const receipt = parse(receiptSchema, await readJson(response));
    if (receipt.ok) return { kind: 'receipt', receipt: receipt.value };
  }
  if (status === 404 || status === 410) return { kind: 'gone' };
  return { kind: 'failed', retryAfter: headers.get('Retry-After'), isDown: DOWN.has(status) };
}
