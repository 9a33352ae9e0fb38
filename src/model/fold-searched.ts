/**
 * Folds text so that whatever a browser's search for a text fragment takes for equal becomes equal: case, accents,
 * ligatures, quotes, digits of other scripts, kana, and everything that has no weight of its own. White space
 * goes altogether, so that it does not matter how a page's layout collapses it. What is found once in
 * folded text is found at most once by a browser; not the other way round. The rules are those of ICU's
 * collation at primary strength. https://unicode.org/reports/tr10/
 */

const BEYOND_ASCII = /[^\0-\x7f]/;
const BLANK = /[\0-\x20\x7f]+/g;
const WEIGHTLESS = /[\p{M}\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u00b7\u0640]+/gu;
/** The same for text in Latin, Greek and Cyrillic letters, whose pattern is much smaller: most pages need no more. */
const BEYOND_EUROPE = /[^\0-\u036f\u0370-\u0482\u048a-\u052f\u2000-\u20cf\u2100-\u2bff]/;
const WEIGHTLESS_IN_EUROPE =
  /[\u0300-\u036f\x7f-\xa0\u00ad\u00b7\u2000-\u200f\u2028-\u202f\u205f-\u206f]+/g;

/** Letters that differ from others by less than a letter does, yet do not decompose. */
const LETTERS: Record<string, string> = Object.fromEntries(
  [
    'ßss æae œoe øo đd ðd łl ħh ŧt ıi ſs ςσ ƒf ɓb ɗd ŋn þth ґг',
    'ىي ةه ٱا یي کك ہه ھه ەه ۀه ێي ۆو',
    "‘' ’' ‚' ‛' ׳' ʼ' “\" ”\" „\" ‟\" ״\" ‐- ‑-",
  ].flatMap((row) => row.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)])),
);
/** Decimal digits other than ours, in the scripts that news is written in; others decompose. */
const DIGITS = '٠-٩۰-۹߀-߉०-९০-৯੦-੯૦-૯୦-୯௦-௯౦-౯೦-೯൦-൯෦-෯๐-๙໐-໙༠-༩၀-၉០-៩᠐-᠙';
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}ァ-ヶ${DIGITS}]`, 'g');

/** @returns the text without what has no weight; its length has nothing to do with the text's */
export function foldSearched(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase().replace(BLANK, '');
  const plain = text.normalize('NFKD').toLowerCase();
  // The blanks first: that pattern is quick, and they are most of what goes.
  const weightless = BEYOND_EUROPE.test(plain) ? WEIGHTLESS : WEIGHTLESS_IN_EUROPE;
  return plain.replace(BLANK, '').replace(weightless, '').replace(SPECIAL, foldSpecial);
}

function foldSpecial(character: string): string {
  const letter = LETTERS[character];
  if (letter !== undefined) return letter;
  const code = character.codePointAt(0) ?? 0;
  if (character >= 'ァ' && character <= 'ヶ')
    return String.fromCharCode(code - KATAKANA_TO_HIRAGANA);
  return String(readDigit(code));
}

const KATAKANA_TO_HIRAGANA = 0x60;
const DIGIT = /\p{Nd}/u;

/** Decimal digits stand in rows of ten. */
function readDigit(code: number): number {
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}
