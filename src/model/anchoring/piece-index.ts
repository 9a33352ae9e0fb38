/**
 * Where short pieces occur in a text. Many pieces of a quote are looked up when it is not found as it was: by a table of
 * the text's beginnings of pieces, made once, rather than by reading all of the text for each.
 */

/** UTF-16 units by which pieces are looked up: none that is shorter can be. */
export const SHORTEST_PIECE = 6;
const BITS = 16;
/** Places with the same hash that are looked at: where there are more, the text repeats itself, or wants to be slow. */
const MOST_WALKED = 5_000;

export interface PieceIndex {
  /** Where a piece occurs, in no order; nothing where it occurs more often than `most`. */
  find(piece: string, most: number): number[];
}

export function createPieceIndex(text: string): PieceIndex {
  /** the last place for each hash, and for each place the one before it with the same hash; 1 more than it is, 0 for none */
  const heads = new Int32Array(1 << BITS);
  const earlier = new Int32Array(text.length);
  for (let at = 0; at + SHORTEST_PIECE <= text.length; at += 1) {
    const key = hash(text, at);
    earlier[at] = heads[key] ?? 0;
    heads[key] = at + 1;
  }
  return {
    find(piece, most) {
      const places: number[] = [];
      if (piece.length < SHORTEST_PIECE) return places;
      let next = heads[hash(piece, 0)] ?? 0;
      for (let walked = 0; next > 0; walked += 1) {
        if (walked > MOST_WALKED) return [];
        const at = next - 1;
        if (text.startsWith(piece, at) && places.push(at) > most) return [];
        next = earlier[at] ?? 0;
      }
      return places;
    },
  };
}

function hash(text: string, at: number): number {
  let key = 0;
  for (let n = 0; n < SHORTEST_PIECE; n += 1)
    key = Math.imul(key ^ text.charCodeAt(at + n), 0x01000193);
  return (key ^ (key >>> BITS)) & ((1 << BITS) - 1);
}
