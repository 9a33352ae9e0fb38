/** What is put into a page to have a selection described by text-fragments-polyfill. */
import { generateFragment } from 'text-fragments-polyfill/dist/fragment-generation-utils.js';
import type { Described } from './in-page.ts';

function describeByPolyfill(): Described {
  const selection = getSelection();
  if (selection === null) throw new Error('nothing is selected');
  const start = performance.now();
  const fragment = generate(selection);
  const ms = performance.now() - start;
  return { directive: fragment === null ? null : compose(fragment), ms };
}

/** Where its own time is up it throws. */
function generate(selection: Selection) {
  try {
    const { status, fragment } = generateFragment(selection);
    return status === 0 && fragment !== undefined ? fragment : null;
  } catch {
    return null;
  }
}

/** As its documentation composes a URL, with the hyphens encoded that would break one. */
function compose({ prefix, textStart, textEnd, suffix }: NonNullable<ReturnType<typeof generate>>) {
  const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
  return [
    ...(prefix ? [`${encode(prefix)}-`] : []),
    encode(textStart),
    ...(textEnd ? [encode(textEnd)] : []),
    ...(suffix ? [`-${encode(suffix)}`] : []),
  ].join(',');
}

Object.assign(globalThis, { peer: { describe: describeByPolyfill } });
