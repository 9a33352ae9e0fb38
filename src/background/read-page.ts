/** The page that a content script speaks for, as the browser names it, never as the page does. */
import { cleanUrl } from '../model/canonical-url.ts';
import type { Sender } from '../platform/background-runtime.ts';

export type ContentSender = Extract<Sender, { kind: 'content' }>;

/** The address by which its drafts and reports are kept. */
export const readPage = ({ url }: Pick<ContentSender, 'url'>): string => cleanUrl(url) ?? url;

/** Whether reports are looked for: not in what a page frames, nor in a private window, of which nobody is to hear. */
export function isLookedAt({ frameId, isPrivate }: Pick<ContentSender, 'frameId' | 'isPrivate'>) {
  return frameId === 0 && !isPrivate;
}
