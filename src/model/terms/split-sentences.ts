/** Takes a squeezed text apart into its sentences. */
import { startsSmall } from '../letters.ts';

/** Behind a short numeral, which may be an ordinal, a stop ends no sentence; behind a year it does. */
const END = /(?<=(?:[^\d\s]\.|\d{3}\.|[!?…։۔।])["»”')\]]?)\s+|(?<=[。！？])|(?<=;)\s+/;
/** What ends a sentence whatever follows; behind a stop, a small letter goes on with it. */
const SURE_END = /[;。！？]$/;

export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  for (const part of text.split(END)) {
    const before = sentences.at(-1);
    if (before === undefined || SURE_END.test(before) || !startsSmall(part)) sentences.push(part);
    else sentences[sentences.length - 1] = `${before} ${part}`;
  }
  return sentences;
}
