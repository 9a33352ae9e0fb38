/**
 * Finds variables of the environment that were meant as settings and are none: a mistyped one would be passed over in
 * silence, and the endpoint run with another database than the one that was meant.
 */
import { findNearest } from './nearest-name.ts';
import { type Environment, nameVariable, type Setting } from './read-settings.ts';
import { SERVE_SETTINGS } from './settings.ts';

const PREFIX = 'SIC_';
const FILE = '_FILE';
/** Sentences that a person reads. */
const MOST_TOLD = 10;

/** @returns a sentence on each; no values, which may be secrets */
export function describeUnknownVariables(environment: Environment): string[] {
  const settings = Object.entries<Setting<unknown>>(SERVE_SETTINGS);
  const variables = settings.map(([flag]) => nameVariable(flag));
  const files = settings
    .filter(([, { isSecret }]) => isSecret === true)
    .map(([flag]) => `${nameVariable(flag)}${FILE}`);
  const known = [...variables, ...files];
  return Object.entries(environment)
    .filter(([name, text]) => name.startsWith(PREFIX) && text !== '' && !known.includes(name))
    .map(([name]) => name)
    .toSorted()
    .slice(0, MOST_TOLD)
    .map((name) => {
      if (name.endsWith(FILE) && variables.includes(name.slice(0, -FILE.length))) {
        return `${name} is not read: only secrets come from files (${files.join(', ')}).`;
      }
      const nearest = findNearest(name, known);
      return `${name} is no setting, and is not read${nearest === null ? '' : `; ${nearest} is one`}.`;
    });
}
