/** A text in which reuse is sought, whatever it was read from: a page, an editor's field, a file. */

export interface LinkAt {
  /** absolute */
  href: string;
  /** as written, lower case; '' where nothing is */
  rel: string;
  /** its words stand before the word of this index */
  at: number;
  text: string;
}

export interface ReuseText {
  /** as it was read */
  text: string;
  /** folded (split-words.ts) */
  words: readonly string[];
  /** where each word begins and ends in `text` */
  starts: readonly number[];
  ends: readonly number[];
  /** the paragraph that each word stands in, counted from 0 */
  paragraphs: readonly number[];
  /** the word that the text itself begins with, behind its title and what stands around that; absent: the first */
  start?: number;
  /** whether a word is part of what may be reused: not of menus, notices, comments */
  isOwn(word: number): boolean;
  links: readonly LinkAt[];
  /** search engines are told to follow no link of the whole page */
  nofollow: boolean;
}
