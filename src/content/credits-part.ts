/**
 * Checks what stands on the page against what was copied elsewhere: when the popup asks, and by itself on the person's
 * own sites. Nothing is added to the page but the highlight of a passage that the person goes to.
 */
import { createDispatch } from '../messages/dispatch.ts';
import { creditsCommandSchema } from '../messages/to-content.ts';
import { type Result, succeed } from '../model/result.ts';
import { isAtFault } from '../model/reuse/checked-page.ts';
import { readLocale } from '../platform/content-runtime.ts';
import { askBackground } from './ask-background.ts';
import { type Check, checkPage } from './credits/check-page.ts';
import { hidePassage, showPassage } from './credits/show-passage.ts';
import { waitUntilIdle } from './credits/when-idle.ts';
import { readCurrent } from './current-source.ts';
import { shareParts } from './parts.ts';
import { readArticleAddress } from './placed/article-address.ts';
import { readAddress } from './watch-address.ts';

/** what the last check found, and of which article */
let checked: { of: string; check: Check } | null = null;
/** the article that was checked by itself, or is about to be; null after a check that failed */
let looked: string | null = null;
/** whether the toolbar's button says that something is lacking */
let isTold = false;

/** An app may show another article at another address, or at the same. */
const nameArticle = () => `${readAddress()}\n${readCurrent(document, readArticleAddress)}`;

async function check(): Promise<Result<Check>> {
  hidePassage();
  const of = nameArticle();
  const now = () => Date.now();
  const answer = await checkPage(document, { ask: askBackground, locale: readLocale(), now });
  // A check that fails loses nothing of the one before.
  if (answer.ok) checked = { of, check: answer.value };
  return answer;
}

async function look(): Promise<void> {
  const of = nameArticle();
  if (looked === of) return;
  looked = of;
  await waitUntilIdle();
  if (looked !== of) return;
  const answer = await check();
  if (looked !== of) return;
  if (!answer.ok) {
    // Tried again at the next look.
    looked = null;
    return;
  }
  const count = answer.value.page.findings.filter(isAtFault).length;
  if (count === 0 && !isTold) return;
  isTold = count > 0;
  await askBackground({ type: 'reuse/lacking', count });
}

/** The page may have been drawn anew since it was checked: the passages are looked for where they stand now. */
async function findAgain({ page, ranges }: Check): Promise<void> {
  const before = checked;
  const answer = await check();
  if (!answer.ok || before === null) return;
  const { page: now, ranges: found } = answer.value;
  for (const [index, { copyId, opening }] of page.findings.entries()) {
    const at = now.findings.findIndex((one) => one.copyId === copyId && one.opening === opening);
    ranges[index] = found[at] ?? null;
  }
  // The popup counts as it was told.
  checked = before;
}

const dispatch = createDispatch(creditsCommandSchema, {
  async 'reuse/check'() {
    const answer = await check();
    return answer.ok ? succeed(answer.value.page) : answer;
  },
  async 'reuse/checked'() {
    return succeed(checked?.of === nameArticle() ? checked.check.page : null);
  },
  async 'reuse/show'({ index }) {
    const shown = checked?.check;
    if (shown === undefined) return succeed(false);
    const stands = () => {
      const range = shown.ranges[index] ?? null;
      return range !== null && showPassage(range);
    };
    if (stands()) return succeed(true);
    await findAgain(shown);
    return succeed(stands());
  },
});

shareParts().credits ??= { look, answer: (message) => dispatch(message, null) };
