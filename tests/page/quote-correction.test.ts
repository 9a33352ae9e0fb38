import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { setBody, usePageModule } from './page-session.ts';

const session = usePageModule();

/** Reports `exact` in the first paragraph, edits that paragraph, and looks for it again. */
function reportAndEdit(page: Page, exact: string, edited: string | null, correction?: string) {
  return page.evaluate(
    (exact, edited, correction) => {
      const p = document.querySelector('p') as HTMLElement;
      const node = p.firstChild as Text;
      const range = document.createRange();
      range.setStart(node, node.data.indexOf(exact));
      range.setEnd(node, node.data.indexOf(exact) + exact.length);
      const selectors = sic.describeQuote(range, document.body) ?? [];
      if (edited !== null) p.textContent = edited;
      const {
        verdict,
        range: place,
        replacement,
      } = sic.findQuote(document.body, selectors, correction);
      return { verdict, text: place === null ? null : String(place), replacement };
    },
    exact,
    edited,
    correction,
  );
}

const AROUND = '<h1>What the council says</h1>';

describe('a correction that contains the quoted words', () => {
  const before =
    'Late last night the council of the old town says that it going to rain all day tomorrow.';
  const after =
    'Late last night the council of the old town says that it is going to rain all day tomorrow.';

  it('is seen to have been made', async () => {
    for (const correction of ['it is', 'IT IS', undefined]) {
      await setBody(session.page, `${AROUND}<p>${before}</p><p>It said no more.</p>`);
      const found = await reportAndEdit(session.page, 'it', after, correction);
      expect(found).toEqual({ verdict: 'fixed', text: 'it is', replacement: 'it is' });
    }
  });

  it('is not taken for made while the mistake stands', async () => {
    await setBody(session.page, `${AROUND}<p>${before}</p><p>It said no more.</p>`);
    expect(await reportAndEdit(session.page, 'it', null, 'it is')).toMatchObject({
      verdict: 'open',
      text: 'it',
    });
  });

  it('is not taken for made by a like sentence elsewhere', async () => {
    const like =
      'Late last night the council of the old town says that it is over. And it is going to rain all day tomorrow.';
    await setBody(session.page, `${AROUND}<p>${before}</p><p>${like}</p>`);
    expect(await reportAndEdit(session.page, 'it', null, 'it is')).toMatchObject({
      verdict: 'open',
      text: 'it',
    });
  });

  it.each([
    [
      'at the start',
      'its',
      'It was in its gardens that they met.',
      'It was in one of its gardens that they met.',
      'one of its',
    ],
    [
      'at the end',
      'lose',
      'They did not want to lose this match again.',
      'They did not want to lose out on this match again.',
      'lose out on',
    ],
    [
      'within a word',
      'form',
      'We had a letter form the town hall yesterday.',
      'We had a letter formed the town hall yesterday.',
      'formed',
    ],
  ])('%s', async (_name, exact, old, edited, correction) => {
    await setBody(session.page, `${AROUND}<p>${old}</p><p>Nothing else was said.</p>`);
    const found = await reportAndEdit(session.page, exact, edited, correction);
    expect(found).toMatchObject({ verdict: 'fixed' });
  });
});

describe('what became of a mistake', () => {
  it.each([
    [
      'put right',
      'He recieved a letter from the old mayor.',
      'recieved',
      'He received a letter from the old mayor.',
      'fixed',
      'received',
    ],
    [
      'of one letter too many',
      'He had a a letter from the old mayor.',
      'a a',
      'He had a letter from the old mayor.',
      'fixed',
      'a',
    ],
    [
      'of an accent',
      'They met in the cafe of the old town.',
      'cafe',
      'They met in the café of the old town.',
      'fixed',
      'café',
    ],
    [
      'of a capital',
      'They met in paris before the long war.',
      'paris',
      'They met in Paris before the long war.',
      'fixed',
      'Paris',
    ],
    [
      'of a full stop',
      'They met again.. Then the long war came.',
      '..',
      'They met again. Then the long war came.',
      'fixed',
      '.',
    ],
    [
      'of a Cyrillic letter',
      'Вчера в городе прошол сильный дождь с градом.',
      'прошол',
      'Вчера в городе прошёл сильный дождь с градом.',
      'fixed',
      'прошёл',
    ],
    [
      'whose typography alone was made better',
      'He said "helo" to the old mayor and left.',
      '"helo"',
      'He said “helo” to the old mayor and left.',
      'open',
      null,
    ],
    [
      'whose sentence has gone',
      'He recieved a letter from the old mayor.',
      'recieved',
      'It was a quiet year.',
      'unknown',
      null,
    ],
  ])('%s', async (_name, old, exact, edited, verdict, replacement) => {
    await setBody(session.page, `${AROUND}<p>${old}</p><p>Nothing else was said that year.</p>`);
    expect(await reportAndEdit(session.page, exact, edited)).toMatchObject({
      verdict,
      replacement,
    });
  });
});
