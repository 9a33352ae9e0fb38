/** What came of a decision, in an editor's words. */
import type { Translate } from '../../../model/translate.ts';
import { DECIDED, STATE_NAMES } from '../../../ui/report-states.ts';
import { describeFailure } from '../describe-failure.ts';
import type { Told } from './deciding.ts';
import type { Trouble } from './rows.ts';

/** @returns null where there is nothing to be said */
export function describeTold(told: Told, t: Translate): string | null {
  switch (told.kind) {
    case 'decided':
      return t(DECIDED[told.state]);
    case 'corrected':
      return t('reviewQueueCorrected');
    case 'undone':
      return describeUndone(told, t);
    case 'trouble':
      return describeTrouble(told.trouble, t);
    case 'gone':
      return t('reviewQueueGone');
    case 'unknown':
      return describeFailure(told.failed, t);
    default:
      return null;
  }
}

function describeUndone(
  { state, words, stays }: Extract<Told, { kind: 'undone' }>,
  t: Translate,
): string {
  const text = shorten(words);
  const undone =
    state === null
      ? t('reviewQueueUndoneCorrection', { words: text })
      : t('reviewQueueUndone', { words: text, state: t(STATE_NAMES[state]) });
  return stays ? `${undone} ${t('reviewQueueStays')}` : undone;
}

export function describeTrouble(trouble: Trouble, t: Translate): string {
  switch (trouble.kind) {
    case 'failed':
      return describeFailure(trouble.failed, t);
    case 'changed':
      return t('reviewQueueChanged');
    case 'decided': {
      const { last } = trouble;
      if (last === null) return t('reviewConflict');
      const state = t(STATE_NAMES[last.to]);
      return last.editor === ''
        ? t('reviewQueueSeenFirst', { state })
        : t('reviewQueueDecidedFirst', { name: last.editor, state });
    }
  }
}

const LONGEST = 60;

/** Words of a reader, cut and kept apart from the sentence around them (UAX #9, section 2.4). */
export function shorten(words: string): string {
  const plain = words.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').trim();
  const letters = [...plain];
  const cut = letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : plain;
  return `\u2068${cut}\u2069`;
}
