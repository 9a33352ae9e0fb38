/** Peers give their authors as one line of text: this makes the list of it that they are compared by. */

const BETWEEN = /\s*[,;|&•·]\s*|\s+(?:and|und|et|и|y|e)\s+/iu;

/** @returns the names between commas, bars and the word "and", as they stand there */
export function splitNames(line: string | null | undefined): string[] {
  return (line ?? '').split(BETWEEN).filter((name) => name.trim() !== '');
}
