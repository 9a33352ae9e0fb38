/** The figures of anchoring, for Sic and the peers alike. */
import type { Figures } from '../benchmark.ts';
import { divide, findPercentile } from '../percentiles.ts';
import type { Asked, Trial } from './trial.ts';

/** A trial as one contender answered it. */
export interface Answered {
  trial: Trial;
  asked: Asked;
}

/** Those that it was asked about: a contender that takes too long is asked less. */
export function listAnswered(trials: readonly Trial[], contender: string): Answered[] {
  return trials.flatMap((trial) => {
    const asked = trial.answers[contender];
    return asked === undefined ? [] : [{ trial, asked }];
  });
}

/**
 * Found where it stands. That words which stand have been corrected is no such answer; of words that were
 * corrected, both they and what stands in their place are the right place.
 */
export function isFound({ trial, asked }: Answered): boolean {
  if (trial.truth === 'deleted' || asked.place !== 'right') return false;
  return trial.truth === 'corrected' || asked.verdict === 'found';
}

/** A range is given where there is another place, or none. */
export function isWrong({ trial, asked }: Answered): boolean {
  return trial.truth !== 'deleted' && asked.place === 'wrong';
}

export function isFoundThoughDeleted({ trial, asked }: Answered): boolean {
  return trial.truth === 'deleted' && asked.place !== 'none';
}

export function isClosedThoughStanding({ trial, asked }: Answered): boolean {
  return trial.truth === 'standing' && asked.verdict === 'fixed';
}

/** @param hundred ms of a hundred quotes; null where that was not measured */
export function scoreAnchoring(answered: readonly Answered[], hundred: number | null): Figures {
  const placed = answered.filter(({ trial }) => trial.truth !== 'deleted');
  const deleted = answered.filter(({ trial }) => trial.truth === 'deleted');
  const corrected = answered.filter(({ trial }) => trial.truth === 'corrected');
  const standing = answered.filter(({ trial }) => trial.truth === 'standing');
  const share = (list: readonly Answered[], is: (one: Answered) => boolean) =>
    divide(list.filter(is).length, list.length);
  return {
    recall: share(placed, isFound),
    wrong: share(placed, isWrong),
    false_found: share(deleted, isFoundThoughDeleted),
    fixed: share(corrected, ({ asked }) => asked.replaced),
    false_fixed: share(standing, isClosedThoughStanding),
    ms_median: findPercentile(
      answered.map(({ asked }) => asked.findMs),
      0.5,
    ),
    ms_100: hundred,
    ms_describe: findPercentile(
      answered.map(({ asked }) => asked.describeMs),
      0.5,
    ),
    quotes_rows: answered.length,
    errors: answered.filter(({ asked }) => asked.fault !== null).length,
  };
}
