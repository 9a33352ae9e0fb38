/**
 * The request itself: same-origin, form-encoded, with the page's address as its referrer whatever the page's own
 * policy says, since the receiver knows the article by nothing else. It is never carried to another address.
 */
import type { NativeOutcome } from '../../model/native-form.ts';
import { readNativeAnswer } from './read-native-answer.ts';

/** In ms. */
const TIMEOUT = 15_000;
/** Bytes of an answer that are read. */
const LONGEST_ANSWER = 100_000;

/**
 * @param action an address of the page's own origin
 * @param fields by name
 * @returns what came of it; never rejects
 */
export async function postForm(
  action: string,
  fields: Record<string, string>,
): Promise<NativeOutcome> {
  try {
    const response = await fetch(action, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: {
        Accept: 'application/json, text/javascript, */*; q=0.01',
        'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'X-Requested-With': 'XMLHttpRequest',
      },
      cache: 'no-store',
      credentials: 'same-origin',
      mode: 'same-origin',
      redirect: 'manual',
      referrer: location.href,
      referrerPolicy: 'same-origin',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    // A redirection is no answer, and following it might carry the report elsewhere.
    if (response.type === 'opaqueredirect') return { kind: 'unproven', detail: '' };
    return readNativeAnswer(response.status, await readStart(response));
  } catch {
    return { kind: 'unreachable', detail: '' };
  }
}

async function readStart({ body }: Response): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let read = 0; read < LONGEST_ANSWER; ) {
    const { done, value } = await reader.read();
    if (done) break;
    read += value.length;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text + decoder.decode();
}
