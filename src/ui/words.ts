/**
 * The words of a surface, handed down to every view: the translation and the locale it is in. Views never
 * ask a browser for words, so that the same view runs in the extension and served by an endpoint.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from '../model/translate.ts';

export interface Words {
  t: Translate;
  /** BCP 47 */
  locale: string;
}

export const WordsContext = createContext<Words | null>(null);

/** @throws where no `WordsContext.Provider` stands above: a fault of the program */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('a view was mounted without its words');
  return words;
}
