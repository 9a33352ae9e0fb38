/** Where a contender is weak: its answers by the kind of edit, the script, and the quote's length and shape. */

import {
  type Answered,
  isClosedThoughStanding,
  isFound,
  isFoundThoughDeleted,
  isWrong,
} from './score-anchoring.ts';
import type { Trial } from './trial.ts';

const SHOWN = 70;

/** @returns a line for each group, with its number of quotes and of each thing that went wrong */
export function breakDown(answered: readonly Answered[]): string[] {
  const by = (name: string, key: (trial: Trial) => string) => [
    `${name}:`,
    ...[...Map.groupBy(answered, ({ trial }) => key(trial))].map(([group, list]) =>
      describeGroup(group, list),
    ),
  ];
  return [
    ...by('by edit', ({ kind }) => kind),
    ...by('by script', ({ script }) => script),
    ...by('by length', ({ length }) => length),
    ...by('by shape', ({ shape }) => shape),
  ];
}

function describeGroup(group: string, list: readonly Answered[]): string {
  const count = (is: (one: Answered) => boolean) => list.filter(is).length;
  const faults = {
    'not found': count((one) => one.trial.truth !== 'deleted' && one.asked.place === 'none'),
    'wrong place': count(isWrong),
    'found though deleted': count(isFoundThoughDeleted),
    'said to be fixed': count(isClosedThoughStanding),
    'correction not recognised': count(
      (one) => one.trial.truth === 'corrected' && isFound(one) && !one.asked.replaced,
    ),
    'not to the letter': count(
      (one) =>
        isFound(one) && !one.asked.exact && !one.asked.replaced && one.trial.truth === 'standing',
    ),
  };
  const said = Object.entries(faults)
    .filter(([, number]) => number > 0)
    .map(([name, number]) => `${number} ${name}`);
  return `  ${group.padEnd(34)} ${String(list.length).padStart(5)}  ${said.join(', ')}`.trimEnd();
}

/** @returns a line for each answer that was not the right one */
export function listWrongAnswers(name: string, answered: readonly Answered[]): string[] {
  return answered
    .flatMap((one) => {
      const fault = nameFault(one);
      return fault === null ? [] : [{ ...one, fault }];
    })
    .map(({ trial, asked, fault }) => {
      const { kind, script, length, shape, quote, text, truth, browser, page } = trial;
      const now = truth === 'corrected' ? ` now “${shorten(text)}”` : '';
      const why = asked.fault === null ? '' : ` (${asked.fault})`;
      return `${name}: ${fault}: ${kind}, ${script}, ${length} ${shape}, ${browser}, ${page}: “${shorten(quote)}”${now}: ${asked.said}${why}`;
    });
}

function nameFault(one: Answered): string | null {
  const { trial, asked } = one;
  if (isWrong(one)) return 'WRONG PLACE';
  if (isFoundThoughDeleted(one)) return 'found though deleted';
  if (isClosedThoughStanding(one)) return 'said to be fixed';
  if (trial.truth === 'deleted') return null;
  if (!isFound(one)) return 'not found';
  if (trial.truth === 'corrected' && !asked.replaced) return 'correction not recognised';
  return asked.exact || trial.truth === 'corrected' ? null : 'not to the letter';
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > SHOWN ? `${flat.slice(0, SHOWN)}…` : flat;
}
