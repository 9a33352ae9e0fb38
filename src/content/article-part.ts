/** What an article gets: its source on every copy, and the source line at its end. */
import { createDispatch } from '../messages/dispatch.ts';
import { tabCommandSchema } from '../messages/to-content.ts';
import { fail, succeed } from '../model/result.ts';
import type { AttributionRule } from '../model/settings.ts';
import type { Source } from '../model/source.ts';
import { readAnnotationService } from '../page/annotation-service.ts';
import type { ArticleVerdict } from '../page/judge-article.ts';
import { readLink } from '../page/meta.ts';
import { readSource } from '../page/read-source.ts';
import { createContentTranslate, readLocale } from '../platform/content-runtime.ts';
import { askBackground } from './ask-background.ts';
import { createCopyHandler } from './copy-source.ts';
import { shareParts } from './parts.ts';
import { hideSourceLine, showSourceLine } from './source-line.tsx';

const t = createContentTranslate();
let rule: AttributionRule | null = null;

let known: { key: string; source: Source } | null = null;

/** Read anew when the page has become another without loading, which its address or title tells. */
function currentSource(): Source {
  const canonical = readLink(document, 'canonical');
  const key = [location.href.replace(/#.*$/s, ''), document.title, canonical].join('\n');
  if (known?.key !== key) known = { key, source: readSource(document) };
  return known.source;
}

async function readRule(): Promise<void> {
  const answer = await askBackground({ type: 'attribution/read' });
  if (answer.ok) rule = answer.value;
}

const answer = createDispatch(tabCommandSchema, {
  async 'page/read'(_, verdict: ArticleVerdict) {
    return succeed({
      ...verdict,
      host: location.hostname,
      source: currentSource(),
      declared: readAnnotationService(document),
    });
  },
  async 'attribution/changed'() {
    await readRule();
    return rule === null ? fail('no-answer') : succeed(null);
  },
});

// The popup may have asked for this file while the loader did: the first is the one that started.
shareParts().article ??= {
  start() {
    // Where the line stands, copies carry the source.
    void readRule().then(() => showSourceLine(document, currentSource(), t, readLocale()));
  },
  leave: hideSourceLine,
  handleCopy: createCopyHandler({
    readSource: currentSource,
    rule: () => rule,
    label: t('copySource'),
  }),
  answer,
};
