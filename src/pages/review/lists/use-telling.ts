/** Says what came of something that was done: that it is done to everybody, and else what is wrong to who did it. */
import type { Outcome } from '../../../platform/editors/ask-endpoint.ts';
import type { Announce } from '../../../ui/announcer.tsx';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';

/** @returns what is wrong, or '' when it is done */
type Tell = (doing: Promise<Outcome<unknown>>, said: string) => Promise<string>;

export function useTelling(announce: Announce): Tell {
  const { t } = useWords();
  return async (doing, said) => {
    const answer = await doing;
    if (!answer.ok) return describeFailure(answer, t);
    announce(said);
    return '';
  };
}
