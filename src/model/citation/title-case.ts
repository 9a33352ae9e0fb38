/**
 * Titles as English styles capitalise them. Words that have a capital already stay as they are ("iPhone"); small words
 * stay small but at the beginning and the end, and behind a mark that begins anew.
 * https://docs.citationstyles.org/en/stable/specification.html#title-case-conversion
 */

const SMALL = new Set(
  `a about above across afore after against al along alongside amid amidst among amongst an and apropos around as aside
  astride at athwart atop barring before behind below beneath beside besides between beyond but by c ca circa d' de despite
  down during et except for from given in inside into lest like modulo near next nor notwithstanding of off on onto or out
  over per plus pro qua sans since so than the through throughout till to toward towards under underneath until unto up
  upon v v. van versus via vis-à-vis von vs vs. with within without yet`.split(/\s+/),
);
const MARKS = /^[^\p{L}\p{N}]*|[^\p{L}\p{N}.]*$/gu;

/** @param title with curly quotation marks; one line */
export function toTitleCase(title: string): string {
  const words = title.split(' ');
  const last = words.findLastIndex((word) => /[\p{L}\p{N}]/u.test(word));
  let isStart = true;
  return words
    .map((word, i) => {
      const bare = word.replace(MARKS, '');
      const isSmall = SMALL.has(bare) || SMALL.has(bare.replace(/\.$/, ''));
      const result = isSmall && !isStart && i !== last ? word : capitalise(word);
      if (bare !== '' || /[:?!]$/.test(word)) isStart = /[:?!][”’"')]*$/.test(word);
      return result;
    })
    .join(' ');
}

/** Each part of a compound, but for the small words in its middle: "Self-Made", "Up-to-Date". */
function capitalise(word: string): string {
  if (word !== word.toLowerCase()) {
    return word.includes('-')
      ? word
          .split('-')
          .map((part) => raise(part))
          .join('-')
      : word;
  }
  return word
    .split('-')
    .map((part, i, all) => (i > 0 && i < all.length - 1 && SMALL.has(part) ? part : raise(part)))
    .join('-');
}

function raise(part: string): string {
  if (part !== part.toLowerCase()) return part;
  return part.replace(
    /^([^\p{L}\p{N}]*)(\p{Script=Latin})/u,
    (_, marks: string, letter: string) => marks + letter.toUpperCase(),
  );
}
