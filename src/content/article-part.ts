/** What an article gets: the source line at its end, and what copies from it need to know. */
import { createDispatch } from '../messages/dispatch.ts';
import { articleCommandSchema } from '../messages/to-content.ts';
import { carriesSource } from '../model/attribution/carries-source.ts';
import { fail, type Result, succeed } from '../model/result.ts';
import type { AttributionRule } from '../model/settings.ts';
import { readAnnotationService } from '../page/annotation-service.ts';
import { mayStateTerms } from '../page/find-terms.ts';
import { findImageCredit, readImage } from '../page/image-credit.ts';
import { isArticle as isArticleNow, judgeArticle } from '../page/judge-article.ts';
import { findNativeReporter } from '../page/native-reporter.ts';
import { readSourceWith } from '../page/source/read-source.ts';
import { createContentTranslate, isConnected, readLocale } from '../platform/content-runtime.ts';
import { askBackground } from './ask-background.ts';
import { createSourceMemory, type KnownSource } from './known-source.ts';
import { createCopyNotes } from './note-copies.ts';
import { type CopyingPart, type CreditsPart, shareParts } from './parts.ts';
import { readProperty } from './read-value.ts';
import { hideSourceLine, showSourceLine } from './source-line.tsx';
import { readSourceReach } from './source-reach.ts';

const t = createContentTranslate();
const locale = readLocale();
let rule: AttributionRule | null = null;
/** whether the page is of the person's own sites */
let isOwn = false;

/** How long a page that took the line out gets, in ms, to be done with its drawing. */
const REDRAWING = 250;

const parts = shareParts();
const memory = createSourceMemory(document, (page) =>
  readSourceWith(page, parts.terms?.readTerms ?? null),
);
const copyNotes = createCopyNotes(document, () => memory.recall());
/** whether the page was an article at the last look */
let isArticle = false;

async function readRule(): Promise<AttributionRule | null> {
  const answer = await askBackground({ type: 'attribution/read' });
  if (answer.ok) ({ isOwn, ...rule } = answer.value);
  return rule;
}

/** What reads terms weighs more than all else, and is loaded only where a page seems to state some. */
async function readTermsToo(): Promise<void> {
  if (parts.terms !== undefined || !mayStateTerms(document)) return;
  const answer = await askBackground({ type: 'part/load', part: 'terms' });
  if (answer.ok) memory.reread();
}

/** What makes copies carry their source is loaded where some are to, and when the person asks for one. */
async function readyCopies(isAsked = false): Promise<void> {
  const { terms } = memory.recall().source;
  if (parts.copying === undefined && (isAsked || (rule !== null && carriesSource(rule, terms)))) {
    await askBackground({ type: 'part/load', part: 'copying' });
  }
}

async function readForCopies(): Promise<void> {
  await Promise.all([readRule(), readTermsToo()]);
  await readyCopies();
}

/** Carries out a command for copying, on any page. */
async function copyAsAsked(act: (copying: CopyingPart) => Promise<Result<null>>) {
  await Promise.all([rule ?? readRule(), readTermsToo(), readyCopies(true)]);
  return parts.copying === undefined ? fail('no-answer') : act(parts.copying);
}

/** What checks the page against what was copied elsewhere is loaded where it is asked for, or is to be done by itself. */
async function readyCredits(): Promise<CreditsPart | undefined> {
  if (parts.credits === undefined) await askBackground({ type: 'part/load', part: 'credits' });
  return parts.credits;
}

async function checkOwn(): Promise<void> {
  if (isOwn) await (await readyCredits())?.look();
}

const dispatch = createDispatch(articleCommandSchema, {
  async 'page/read'() {
    await readTermsToo();
    const { source, root } = memory.recall();
    return succeed({
      ...judgeArticle(document),
      ...readSourceReach(source, root),
      host: location.hostname,
      source,
      declared: readAnnotationService(document),
      native: findNativeReporter(document),
    });
  },
  'copy/selection': ({ how }) => copyAsAsked((copying) => copying.copySelection(how)),
  'copy/image': ({ src }) => copyAsAsked((copying) => copying.copyImage(src)),
  async 'settings/changed'() {
    await readRule();
    await readyCopies();
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
  prepare: readForCopies,
  start() {
    isArticle = true;
    showLine(memory.renew());
    parts.copying?.listenInFrames();
    // Where the line stands, copies carry the source; the text may be another than it was prepared for.
    if (rule === null || parts.terms === undefined) void readForCopies().then(showAgain);
    else void readyCopies();
    void checkOwn();
  },
  leave() {
    isArticle = false;
    memory.forget();
    hideSourceLine();
  },
  page: {
    isArticle: isArticleNow,
    recall: () => memory.recall(),
    // An extension that was switched off or updated has no part in copies any more.
    rule: () => (isConnected() ? rule : null),
    findImageCredit,
    readImage,
    noteCarried: copyNotes.noteCarried,
  },
  noteCopy(event) {
    if (isArticle && parts.copying?.isGiving() !== true) copyNotes.note(event);
  },
  async answer(message) {
    const type = String(readProperty(message, 'type'));
    if (!type.startsWith('reuse/')) return dispatch(message, null);
    // Where nothing was checked yet, there is nothing to load.
    if (type === 'reuse/checked' && parts.credits === undefined) return succeed(null);
    return (await readyCredits())?.answer(message);
  },
};
