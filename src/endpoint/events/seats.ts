/** Limits on what takes long: so many at once in this process, and so many of them of one token. */
import { ProblemError } from '../problems.ts';

/** After how many seconds somebody may ask again. */
const RETRY_AFTER = { 'Retry-After': '10' };

export interface Seats {
  /**
   * Takes one of the places of a token.
   * @returns gives it back
   * @throws ProblemError 429 where the token has as many as it may, 503 where all are taken
   */
  take(tokenId: string): () => void;
}

/** @param what the word for them, where a person is told that there are too many */
export function createSeats(what: string, mostOfToken: number, most: number): Seats {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    take(tokenId) {
      const own = taken.get(tokenId) ?? 0;
      if (own >= mostOfToken) {
        const detail = `This token has ${own} ${what} open, as many as one may have.`;
        throw new ProblemError(429, detail, { headers: RETRY_AFTER });
      }
      if (all >= most) {
        const detail = `The endpoint has as many ${what} open as it can have.`;
        throw new ProblemError(503, detail, { headers: RETRY_AFTER });
      }
      taken.set(tokenId, own + 1);
      all++;
      let isTaken = true;
      return () => {
        if (!isTaken) return;
        isTaken = false;
        all--;
        const left = (taken.get(tokenId) ?? 1) - 1;
        if (left === 0) taken.delete(tokenId);
        else taken.set(tokenId, left);
      };
    },
  };
}
