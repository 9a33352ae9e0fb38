/**
 * Old → new, on one line. Arrows are not mirrored in words that are read from right to left, where this one would lead
 * from the new to the old (https://www.unicode.org/reports/tr9/#Mirroring).
 */

const RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** @param exact what is to be replaced: its first letter tells which way the line is read */
export function chooseArrow(exact: string): '→' | '←' {
  return RIGHT_TO_LEFT.test(exact) ? '←' : '→';
}

export function writeChange(exact: string, correction: string): string {
  return `${exact} ${chooseArrow(exact)} ${correction}`;
}
