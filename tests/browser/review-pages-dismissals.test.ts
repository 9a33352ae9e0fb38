/** The list of what is no mistake, kept by an editor, and what of it readers and reports get. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { waitUntil } from '../drivers/wait.ts';
import {
  NEWSROOM,
  openReview,
  REVIEW_HOMES,
  type ReviewEndpoint,
  startReviewEndpoint,
} from './review-endpoint.ts';
import {
  addScoped,
  clickButton,
  fillField,
  findClusters,
  tell,
  waitForShown,
} from './review-page-steps.ts';
import { useSession } from './session.ts';

const session = useSession();
const hash = '#page=dismissals';
let endpoint: ReviewEndpoint;
let token: string;

beforeAll(async () => {
  endpoint = await startReviewEndpoint();
  token = await endpoint.addEditor('Ada');
});
afterAll(() => endpoint?.close());

/** What readers' browsers are told is no mistake. */
async function readPublic(): Promise<{ words: string; reason: string }[]> {
  const response = await fetch(`${endpoint.base}no-mistakes/${NEWSROOM}`);
  return ((await response.json()) as { items: { words: string; reason: string }[] }).items;
}

const waitForPublic = (words: string, isThere: boolean) =>
  waitUntil(
    async () => (await readPublic()).some((item) => item.words === words) === isThere || null,
    { what: `“${words}” ${isThere ? 'on' : 'off'} the public list` },
  );

const entry = (words: string, rest: string) =>
  `::-p-xpath(//li[contains(@class, "entry")][p[@class="quoted"][. = "${words}"]]${rest})`;

describe.each(REVIEW_HOMES)('the list of what is no mistake %s', (home) => {
  it('takes words with their reports, gives them up, and takes that back', async () => {
    const words = `Ozodi ${home}`;
    for (let n = 0; n < 2; n += 1) await endpoint.post({ exact: words });
    await endpoint.post({ exact: `${words} radio` });
    const page = await openReview(session, endpoint, { home, token, hash });
    await fillField(page, english.reviewListsWords, words);
    await fillField(page, english.reviewReason, 'The radio’s own name.');
    const also = english.reviewListsApply_other.replace('{count}', '2');
    await waitForShown(page, also);
    await page.click('form.add input[type="checkbox"]');
    await clickButton(page, english.reviewListsAdd);
    await waitForShown(page, english.reviewListsRejected_other.replace('{count}', '2'));
    await page.waitForSelector(entry(words, ''));
    const [cluster] = await findClusters(endpoint, token, words);
    expect(cluster).toMatchObject({
      state: 'rejected',
      sample: { reason: 'The radio’s own name.' },
    });
    expect((await findClusters(endpoint, token, `${words} radio`))[0]?.state).toBe('new');
    expect(await readPublic()).toContainEqual({ words, reason: 'The radio’s own name.' });
    // What was asked for once is not asked for the next words.
    expect(await page.$$('form.add input:checked')).toHaveLength(0);

    const remove = entry(words, `//button[. = "${english.optionsRemove}"]`);
    await (await page.waitForSelector(remove))?.click();
    await waitForPublic(words, false);
    await page.waitForSelector(entry(words, `[.//*[. = "${english.reviewListsRemoved}"]]`));
    const undo = entry(words, `//button[. = "${english.reviewUndo}"]`);
    await (await page.waitForSelector(undo))?.click();
    await waitForPublic(words, true);
    await page.waitForSelector(remove);
    expect(await readPublic()).toContainEqual({ words, reason: 'The radio’s own name.' });
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('button');
    await page.close();
  });

  it('says beside the field what it does not take, and keeps what was typed', async () => {
    const page = await openReview(session, endpoint, { home, token, hash });
    await fillField(page, english.reviewReason, 'a reason of nothing');
    await clickButton(page, english.reviewListsAdd);
    await waitForShown(page, english.reviewListsWordsError);
    const focused = await page.evaluate(() => {
      const field = document.activeElement;
      const ids = field?.getAttribute('aria-describedby')?.split(' ') ?? [];
      const said = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      return { said, isInvalid: field?.getAttribute('aria-invalid') };
    });
    expect(focused.said).toContain(english.reviewListsWordsError);
    expect(focused.isInvalid).toBe('true');
    const typed = await page.$$eval('form.add input[type="text"]', (all) =>
      (all as HTMLInputElement[]).map(({ value }) => value),
    );
    expect(typed).toEqual(['', 'a reason of nothing']);
    await page.close();
  });

  it('shows hostile words as words, and is only read without the scope to edit', async () => {
    const words = `<script>alert('${home}')</script> \u202edesrever`;
    const reason = '=HYPERLINK("https://evil.example")<b>';
    await tell(endpoint, token, 'dismissals', { words, reason, site: NEWSROOM, apply: false });
    const reader = await addScoped(endpoint, ['read', 'decide']);
    const page = await openReview(session, endpoint, { home, token: reader, hash });
    await waitForShown(page, reason);
    await waitForShown(page, english.reviewListsReadOnly.replace('{scope}', 'edit'));
    const listed = await page.$$eval('.entry .quoted', (all) => all.map((one) => one.textContent));
    expect(listed).toContain(words);
    expect(await page.$$('.page:not([hidden]) :is(form, .entry button, .entry b)')).toHaveLength(0);
    await page.close();
  });
});
