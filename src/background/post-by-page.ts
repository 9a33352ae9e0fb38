/**
 * Reports to a site's own form go out from a page of the site, because the form takes the article's address from
 * the request's referrer, which no background can set.
 */
import { cleanUrl } from '../model/canonical-url.ts';
import type { NativeOutcome } from '../model/native-form.ts';
import type { OutboxEntry } from '../model/outbox-entry.ts';
import type { AskTab } from './ask-tab.ts';

/** @returns `postByPage(entry)`: what came of it, or null where the report's article is not open in any tab */
export function createPostByPage(deps: {
  askTab: AskTab;
  listTabs(): Promise<{ id: number; url: string }[]>;
}) {
  return async ({ page, native, annotation }: OutboxEntry): Promise<NativeOutcome | null> => {
    if (native === null) return null;
    for (const { id, url } of await deps.listTabs()) {
      if ((cleanUrl(url) ?? url) !== page.url) continue;
      const answer = await deps.askTab(id, { type: 'native/post', form: native, annotation }, 0);
      if (answer.ok) return answer.value;
    }
    return null;
  };
}
