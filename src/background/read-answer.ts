/**
 * What an endpoint's response to a report means. A 201 names the annotation's new IRI (Annotation
 * Protocol, section 5.1); a 200 counts only when it shows our own annotation, because a captive portal
 * answers 200 to anything.
 */
import * as v from 'valibot';
import { parse } from '../model/annotation.ts';
import type { Answer } from '../model/delivery.ts';
import { listLinkTargets } from '../model/link-header.ts';
import { RECEIPT_REL } from '../model/receipt.ts';

const REASON_LIMIT = 500;
/** Characters of an address that is kept. */
const URL_LIMIT = 4096;
/** Bytes of an answer that are read; an annotation of Sic's own is far shorter. */
const BODY_LIMIT = 1_000_000;
/** RFC 9457, section 3.1. */
const problemSchema = v.object({ detail: v.optional(v.string()), title: v.optional(v.string()) });

/** @param service the address that the report was posted to: no redirect is followed, so it is what answered */
export async function readAnswer(
  response: Response,
  canonical: string,
  service: string,
): Promise<Answer> {
  if (response.type === 'opaqueredirect') {
    return { kind: 'unproven', detail: 'the endpoint answered with a redirect' };
  }
  const { status, headers } = response;
  const body = await readJson(response);
  const shown = parse(v.object({ canonical: v.literal(canonical) }), body).ok;
  if ((status === 200 && !shown) || (status > 201 && status < 400)) {
    return { kind: 'unproven', detail: `the endpoint answered ${status} without the report` };
  }
  return {
    kind: 'response',
    status,
    location: readLocation(headers.get('Location'), service),
    receiptUrl: readReceiptUrl(headers.get('Link'), service),
    retryAfter: headers.get('Retry-After'),
    detail: readReason(body, status),
  };
}

function readLocation(header: string | null, base: string): string | null {
  if (header === null || !URL.canParse(header, base)) return null;
  const { protocol, href } = new URL(header, base);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

/** The reader agreed to ask one server, so a receipt that another one keeps is none. */
function readReceiptUrl(header: string | null, service: string): string | null {
  for (const target of header === null ? [] : listLinkTargets(header, RECEIPT_REL)) {
    if (!URL.canParse(target, service)) continue;
    const url = new URL(target, service);
    url.hash = '';
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    const isOwn = isWeb && url.origin === new URL(service).origin;
    // The browser refuses to fetch an address with credentials in it.
    const isBare = url.username === '' && url.password === '';
    if (isOwn && isBare && url.href.length <= URL_LIMIT) return url.href;
  }
  return null;
}

function readReason(body: unknown, status: number): string {
  const problem = parse(problemSchema, body);
  const said = problem.ok ? (problem.value.detail ?? problem.value.title) : undefined;
  return `${status}${said === undefined ? '' : `: ${said.slice(0, REASON_LIMIT)}`}`;
}

/** @returns what the body says, however long the server goes on; null where it is no JSON */
export async function readJson(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await readStart(response));
  } catch {
    return null;
  }
}

async function readStart(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  while (reader !== undefined && size < BODY_LIMIT) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    text += decoder.decode(value, { stream: true });
  }
  await reader?.cancel();
  return text;
}
