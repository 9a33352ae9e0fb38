import { describe, expect, it } from 'vitest';
import { setAnchoringGoals } from './anchoring-goals.ts';
import { breakDown, listWrongAnswers } from './break-down.ts';
import { listAnswered, scoreAnchoring } from './score-anchoring.ts';
import type { Asked, Trial } from './trial.ts';

const asked = (
  place: Asked['place'],
  verdict: Asked['verdict'],
  more: Partial<Asked> = {},
): Asked => ({
  place,
  verdict,
  exact: true,
  replaced: false,
  said: `${verdict} something`,
  describeMs: 2,
  findMs: 1,
  fault: null,
  ...more,
});
const trial = (truth: Trial['truth'], answer: Asked | null): Trial => ({
  kind: `${truth} somehow`,
  truth,
  script: 'latin',
  length: '3–8',
  shape: 'words',
  quote: 'sail',
  text: truth === 'corrected' ? 'sale' : 'sail',
  browser: 'chromium',
  page: 'article 1',
  answers: answer === null ? {} : { One: answer },
});
const score = (...trials: Trial[]) => scoreAnchoring(listAnswered(trials, 'One'), 7);
const RIGHT = asked('right', 'found');

describe('the figures', () => {
  it('words that stand: found, missed, elsewhere', () => {
    expect(score(trial('standing', RIGHT))).toMatchObject({
      recall: 1,
      wrong: 0,
      false_found: null,
      fixed: null,
    });
    expect(score(trial('standing', asked('none', 'none')))).toMatchObject({ recall: 0, wrong: 0 });
    expect(score(trial('standing', asked('wrong', 'found')))).toMatchObject({
      recall: 0,
      wrong: 1,
    });
  });

  it('to call what stands fixed is not to find it', () => {
    const closed = trial('standing', asked('right', 'fixed'));
    expect(score(closed, trial('standing', RIGHT))).toMatchObject({
      recall: 0.5,
      false_fixed: 0.5,
    });
  });

  it('corrected words: the place is one thing, the words are another', () => {
    const fixed = trial('corrected', asked('right', 'fixed', { replaced: true }));
    const open = trial('corrected', RIGHT);
    expect(score(fixed, open)).toMatchObject({ recall: 1, fixed: 0.5, wrong: 0 });
  });

  it('deleted words: a range is a fault, nothing and an empty replacement are none', () => {
    const good = [asked('none', 'none'), asked('none', 'fixed')];
    const bad = [asked('wrong', 'found'), asked('wrong', 'fixed')];
    const trials = [...good, ...bad].map((one) => trial('deleted', one));
    expect(score(...trials)).toMatchObject({ recall: null, wrong: null, false_found: 0.5 });
  });

  it('of those that were asked; what was thrown is an error', () => {
    const fault = asked('none', 'none', { fault: 'Error: no' });
    expect(score(trial('standing', null), trial('standing', fault))).toMatchObject({
      recall: 0,
      quotes_rows: 1,
      errors: 1,
      ms_100: 7,
      ms_median: 1,
      ms_describe: 2,
    });
  });
});

describe('the goals', () => {
  const figures = { recall: 0.995, wrong: 0.001, false_found: 0.01, fixed: 0.97, ms_100: 5 };
  const list = (own: typeof figures, theirs?: number) =>
    setAnchoringGoals(own, theirs === undefined ? undefined : { ms_100: theirs }).map(
      ({ what, met }) => `${what} ${met}`,
    );

  it('are met at the edge and missed behind it', () => {
    expect(list(figures, 50)).toEqual([
      'recall true',
      'wrong true',
      'false_found true',
      'fixed true',
      'ms_100 true',
    ]);
    expect(
      list({ recall: 0.994, wrong: 0.002, false_found: 0.02, fixed: 0.96, ms_100: 5 }, 49),
    ).toEqual(['recall false', 'wrong false', 'false_found false', 'fixed false', 'ms_100 false']);
  });

  it('set no time where there is no peer', () => {
    expect(list(figures)).toHaveLength(4);
  });
});

describe('what is said of wrong answers', () => {
  const answered = listAnswered(
    [
      trial('standing', RIGHT),
      trial('standing', asked('wrong', 'found')),
      trial('standing', asked('right', 'fixed')),
      trial('corrected', RIGHT),
      trial('corrected', asked('right', 'fixed', { replaced: true })),
      trial('deleted', asked('wrong', 'found')),
      trial('deleted', asked('none', 'none')),
    ],
    'One',
  );

  it('is a line for each, and none for the right ones', () => {
    const lines = listWrongAnswers('One', answered).map((line) => line.split(': ')[1]);
    expect(lines).toEqual([
      'WRONG PLACE',
      'said to be fixed',
      'correction not recognised',
      'found though deleted',
    ]);
  });

  it('and a sum for each kind', () => {
    const lines = breakDown(answered);
    expect(lines).toContainEqual(
      expect.stringMatching(/standing somehow +3 {2}1 wrong place, 1 said to be fixed/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/latin +7 /));
  });
});
