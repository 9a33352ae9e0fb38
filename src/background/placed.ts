/** All that a page may ask about the reports that stand on it, put together from its three questions. */
import { createDecidePlaced } from './decide-placed.ts';
import { createObservePlaced, type ObservePlacedDeps } from './observe-placed.ts';
import { createReadPlaced, type ReadPlacedDeps } from './read-placed.ts';

export type Placed = ReturnType<typeof createPlaced>;

export function createPlaced(
  deps: Omit<ReadPlacedDeps & ObservePlacedDeps, 'outbox'> & {
    outbox: ReadPlacedDeps['outbox'] & ObservePlacedDeps['outbox'];
  },
) {
  return {
    ...createReadPlaced(deps),
    observePlaced: createObservePlaced(deps),
    decidePlaced: createDecidePlaced(deps),
  };
}
