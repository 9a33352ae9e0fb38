/**
 * Ends whatever a text turns round of the reading direction, where the text ends: what stands behind it in the same
 * paragraph, such as the correction of a quote, runs as it would without it (UAX #9, section 3.3.2).
 */
const OPENING = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/;
const MARKS = /[\u202a-\u202e\u2066-\u2069]/g;
const END_OF_EMBEDDING = '\u202c';
const END_OF_ISOLATE = '\u2069';

/** @returns the text; behind it the ends of what it leaves open, which cannot be seen */
export function closeDirections(text: string): string {
  if (!OPENING.test(text)) return text;
  const ends: string[] = [];
  for (const [mark] of text.matchAll(MARKS)) {
    if (mark === END_OF_EMBEDDING) {
      if (ends.at(-1) === END_OF_EMBEDDING) ends.pop();
    } else if (mark === END_OF_ISOLATE) {
      // It ends the embeddings inside, too.
      const isolate = ends.lastIndexOf(END_OF_ISOLATE);
      if (isolate >= 0) ends.splice(isolate);
    } else {
      ends.push(mark >= '\u2066' ? END_OF_ISOLATE : END_OF_EMBEDDING);
    }
  }
  return text + ends.toReversed().join('');
}
