/**
 * What an endpoint's response to a report means. A 201 names the annotation's new IRI (Annotation
 * Protocol, section 5.1); a 200 counts only when it shows our own annotation, because a captive portal
 * answers 200 to anything.
 */
import * as v from 'valibot';
import { parse } from '../model/annotation.ts';
import type { Answer } from '../model/delivery.ts';

const REASON_LIMIT = 500;
/** Bytes of an answer that are read; an annotation of Sic's own is far shorter. */
const BODY_LIMIT = 1_000_000;
/** RFC 9457, section 3.1. */
const problemSchema = v.object({ detail: v.optional(v.string()), title: v.optional(v.string()) });

export async function readAnswer(response: Response, canonical: string): Promise<Answer> {
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
    location: readLocation(headers.get('Location'), response.url),
    retryAfter: headers.get('Retry-After'),
    detail: readReason(body, status),
  };
}

function readLocation(header: string | null, base: string): string | null {
  if (header === null || !URL.canParse(header, base)) return null;
  const { protocol, href } = new URL(header, base);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

function readReason(body: unknown, status: number): string {
  const problem = parse(problemSchema, body);
  const said = problem.ok ? (problem.value.detail ?? problem.value.title) : undefined;
  return `${status}${said === undefined ? '' : `: ${said.slice(0, REASON_LIMIT)}`}`;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await readStart(response));
  } catch {
    return null;
  }
}

/** The start of a body, however long the endpoint goes on. */
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
