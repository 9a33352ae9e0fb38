/** What an article gets: its source on every copy, and the source line at its end. */
import { createDispatch } from '../messages/dispatch.ts';
import { tabCommandSchema } from '../messages/to-content.ts';
import { fail, succeed } from '../model/result.ts';
import type { AttributionRule } from '../model/settings.ts';
import { readAnnotationService } from '../page/annotation-service.ts';
import { mayStateTerms } from '../page/find-terms.ts';
import { judgeArticle } from '../page/judge-article.ts';
import { readSourceWith } from '../page/source/read-source.ts';
import { createContentTranslate, isConnected, readLocale } from '../platform/content-runtime.ts';
import { askBackground } from './ask-background.ts';
import { createCopying } from './copying/create-copying.ts';
import { createSourceMemory, type KnownSource } from './known-source.ts';
import { shareParts } from './parts.ts';
import { hideSourceLine, showSourceLine } from './source-line.tsx';
import { readSourceReach } from './source-reach.ts';

const t = createContentTranslate();
const locale = readLocale();
let rule: AttributionRule | null = null;

/** How long a page that took the line out gets, in ms, to be done with its drawing. */
const REDRAWING = 250;

const parts = shareParts();
const memory = createSourceMemory(document, (page) =>
  readSourceWith(page, parts.terms?.readTerms ?? null),
);
/** whether the page was an article at the last look */
let isArticle = false;

async function readRule(): Promise<AttributionRule | null> {
  const answer = await askBackground({ type: 'attribution/read' });
  if (answer.ok) rule = answer.value;
  return rule;
}

/** What reads terms weighs more than all else, and is loaded only where a page seems to state some. */
async function readTermsToo(): Promise<void> {
  if (parts.terms !== undefined || !mayStateTerms(document)) return;
  const answer = await askBackground({ type: 'part/load', part: 'terms' });
  if (answer.ok) memory.reread();
}

const copying = createCopying({
  isArticle: () => judgeArticle(document).isArticle,
  recall: () => memory.recall(),
  rule: () => rule,
  async waitForRule() {
    await Promise.all([rule ?? readRule(), readTermsToo()]);
    return rule;
  },
  t,
  locale,
});

const dispatch = createDispatch(tabCommandSchema, {
  async 'page/read'() {
    await readTermsToo();
    const { source, root } = memory.recall();
    return succeed({
      ...judgeArticle(document),
      ...readSourceReach(source, root),
      host: location.hostname,
      source,
      declared: readAnnotationService(document),
    });
  },
  'copy/selection': ({ how }) => copying.copySelection(how),
  'copy/image': ({ src }) => copying.copyImage(src),
  async 'attribution/changed'() {
    await readRule();
    return rule === null ? fail('no-answer') : succeed(null);
  },
});

function showLine({ source, root }: KnownSource): void {
  if (root === null) hideSourceLine();
  else showSourceLine(root, source, t, locale, () => setTimeout(showAgain, REDRAWING));
}

/** What stands there by then may be another text, which the next look is for. */
function showAgain(): void {
  if (isArticle && isConnected() && memory.holds()) showLine(memory.recall());
}

// The popup may have asked for this file while the loader did: the first is the one that started.
parts.article ??= {
  async prepare() {
    await Promise.all([readRule(), readTermsToo()]);
  },
  start() {
    isArticle = true;
    // Where the line stands, copies carry the source.
    if (rule === null) void readRule();
    showLine(memory.renew());
    copying.listenInFrames();
    if (parts.terms === undefined) void readTermsToo().then(showAgain);
  },
  leave() {
    isArticle = false;
    memory.forget();
    hideSourceLine();
  },
  handleCopy: copying.handleCopy,
  answer: (message) => dispatch(message, null),
};
