/** What makes copies carry their source: loaded where the rule and the terms want it, and when a person asks. */
import { createContentTranslate, readLocale } from '../platform/content-runtime.ts';
import { createCopying } from './copying/create-copying.ts';
import { shareParts } from './parts.ts';

const parts = shareParts();
if (parts.article !== undefined && parts.copying === undefined) {
  // Undo works from a note that stands when the extension goes.
  const t = createContentTranslate(['copyWithout', 'copyFailed']);
  parts.copying = createCopying(parts.article.page, t, readLocale());
  parts.copying.listenInFrames();
}
