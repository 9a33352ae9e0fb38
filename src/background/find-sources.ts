/**
 * The sources that a site's own list has, at the endpoint of the editor who has signed in for it. It is told the
 * fingerprints of the site's own page, and nothing of the ledger.
 */
import type { Copy } from '../model/reuse/copy.ts';
import type { FindEditor } from './find-editor.ts';
import type { ContentSender } from './read-page.ts';

/** @param page of which the fingerprints are @returns isAsked: whether there is such a list and it has answered */
export type FindSources = (
  fingerprints: readonly number[],
  page: Pick<ContentSender, 'url' | 'isPrivate'>,
) => Promise<{ isAsked: boolean; copies: Copy[] }>;

export function createFindSources(findEditor: FindEditor): FindSources {
  return async (fingerprints, { url, isPrivate }) => {
    const nothing = { isAsked: false, copies: [] };
    const editor = isPrivate ? null : await findEditor(url);
    if (editor === null) return nothing;
    const answer = await editor.sources.find(new URL(url).hostname, fingerprints);
    return answer.ok ? { isAsked: true, copies: answer.value.sources } : nothing;
  };
}
