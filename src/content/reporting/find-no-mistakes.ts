/** Asks what the receiver's editors have said of the words that are about to be reported, as far as it is known here. */
import { type Draft, QUOTE_LIMIT } from '../../model/draft.ts';
import type { NoMistake } from '../../model/no-mistake.ts';
import { askBackground } from '../ask-background.ts';
import { readExact } from './place-draft.ts';

/** With the canonical of the draft that each is about. */
export type FoundNoMistakes = readonly (NoMistake & { canonical: string })[];

/** @param service IRI of the receiver's container @returns nothing where it cannot be told */
export async function findNoMistakes(
  service: string,
  drafts: readonly Draft[],
): Promise<FoundNoMistakes> {
  const quotes = drafts
    .map(({ canonical, place }) => {
      const { source, scope } = place;
      return { canonical, source, scope, exact: readExact(place) };
    })
    // What is too long is not sent.
    .filter(({ exact }) => exact !== '' && exact.length <= QUOTE_LIMIT);
  if (quotes.length === 0) return [];
  const answer = await askBackground({ type: 'no-mistakes/find', service, quotes });
  return answer.ok ? answer.value : [];
}
