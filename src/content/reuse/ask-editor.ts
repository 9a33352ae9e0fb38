/**
 * Asks the part that stands in the page's own world, and knows its editors, to put something in. Events carry the
 * question and the answer, as texts: all that the two worlds share is the page's DOM.
 */
import * as v from 'valibot';
import { askBackground } from '../ask-background.ts';

export interface EditorRequest {
  where: 'before' | 'after';
  html: string;
  plain: string;
  /** the words of the paragraph that it stands at: a block may hold several, as lines */
  line: string;
}

const answerSchema = v.picklist(['put-in', 'unknown', 'failed']);
export type EditorAnswer = v.InferOutput<typeof answerSchema>;

/** How long an editor gets, in ms: some take in one step what comes within a second. */
const PATIENCE = 4_000;

let isLoaded = false;

/**
 * @param target the block before or behind which it is to stand, in the document of this frame
 * @returns unknown: it stands in no editor that is known, and nothing was done
 */
export async function askEditor(target: Element, request: EditorRequest): Promise<EditorAnswer> {
  if (!isLoaded) {
    const loaded = await askBackground({ type: 'part/load', part: 'editors' });
    if (!loaded.ok) return 'unknown';
    isLoaded = true;
  }
  return new Promise((resolve) => {
    const finish = (answer: EditorAnswer) => {
      clearTimeout(timer);
      target.removeEventListener('sic-put-in-done', hear);
      resolve(answer);
    };
    const hear = (event: Event) => {
      event.stopImmediatePropagation();
      const answer = 'detail' in event ? v.safeParse(answerSchema, event.detail) : null;
      finish(answer?.success === true ? answer.output : 'failed');
    };
    const timer = setTimeout(() => finish('failed'), PATIENCE);
    target.addEventListener('sic-put-in-done', hear);
    const detail = JSON.stringify(request);
    target.dispatchEvent(new CustomEvent('sic-put-in', { detail, bubbles: true, composed: true }));
  });
}
