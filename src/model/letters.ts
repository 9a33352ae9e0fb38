/**
 * Which characters are letters, for patterns that run on every page. An engine compiles \p{L} with the u flag in
 * up to milliseconds, because it spells the astral planes out in surrogates; these ranges, of the basic plane
 * alone and a little generous with rare signs, take microseconds.
 */

/** Letters and their marks, to stand between the brackets of a character class. */
export const LETTER =
  'A-Za-zªµºÀ-ÖØ-öø-\\u02c1\\u0300-\\u0374\\u0376-\\u037d\\u037f-\\u0386\\u0388-\\u0481\\u0483-\\u0559' +
  '\\u0560-\\u0588\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4-\\u05f2\\u0610-\\u061a\\u0620-\\u065f\\u066e-\\u06d3' +
  '\\u06d5-\\u06ef\\u06fa-\\u06ff\\u0710-\\u0963\\u0970-\\u1fff\\u2c00-\\u2dff\\u3005-\\u3007\\u3021-\\u302f' +
  '\\u3031-\\u3035\\u3041-\\u309f\\u30a1-\\u30fa\\u30fc-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefe\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc';

/** Digits of the scripts that newspapers write them in. */
export const DIGIT = '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\uff10-\\uff19';

/** Whether a text begins with a small letter; scripts without case have none. */
export function startsSmall(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toUpperCase();
}

/** Whether a text begins with a capital; scripts without case have none. */
export function startsCapital(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}
