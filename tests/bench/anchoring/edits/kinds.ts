/** Every kind of edit by its name, with what is true of the quoted words after it. */
import {
  changeCaseOrMark,
  changePunctuation,
  insertLetter,
  insertWord,
  removeLetter,
  removeWord,
  replaceLetter,
  replaceWord,
  transposeLetters,
} from './corrections.ts';
import {
  deleteParagraph,
  deleteParagraphAndNeighbours,
  deleteSentence,
  deleteWords,
} from './deletions.ts';
import { combine, type Edit, type Truth } from './edit.ts';
import {
  changeNearAfter,
  changeNearBefore,
  changeWord,
  insertParagraph,
  insertSentence,
  moveChangedParagraph,
  moveOtherParagraph,
  moveOwnParagraph,
  removeOtherParagraph,
  removeParagraphBeside,
  removeSentence,
  repeatSentence,
  repeatWords,
} from './nearby.ts';
import {
  changeNormalisation,
  changeSpaces,
  changeTypography,
  insertHidden,
  splitNodes,
  wrapWords,
} from './surface.ts';

/** Not right beside the quote: where both change, nobody could say where the one ends. */
const APART = [2, 3, 4];

const STANDING = {
  none: ({ article }) => article,
  'word before': changeNearBefore,
  'word after': changeNearAfter,
  'words on both sides': combine(changeNearBefore, changeNearAfter),
  'word right before': changeWord('before', [0]),
  'word right after': changeWord('after', [0]),
  'sentence inserted beside': insertSentence,
  'sentence removed beside': removeSentence,
  'paragraph inserted before': insertParagraph('before'),
  'paragraph inserted after': insertParagraph('after'),
  'paragraph inserted beside': insertParagraph('beside'),
  'paragraph removed elsewhere': removeOtherParagraph,
  'paragraph removed beside': removeParagraphBeside,
  'own paragraph moved': moveOwnParagraph,
  'other paragraph moved': moveOtherParagraph,
  'white space': changeSpaces,
  'inline elements': wrapWords,
  'text nodes split': splitNodes,
  typography: changeTypography,
  normalisation: changeNormalisation,
  'hidden characters': insertHidden,
  'words repeated': repeatWords,
  'sentence repeated': repeatSentence,
  'moved and word changed': combine(moveChangedParagraph, changeNearBefore),
  'white space and word changed': combine(changeSpaces, changeNearAfter),
  'repeated and paragraph inserted': combine(repeatWords, insertParagraph('before')),
} satisfies Record<string, Edit>;

const CORRECTED = {
  'letter replaced': replaceLetter,
  'letters transposed': transposeLetters,
  'letter inserted': insertLetter,
  'letter removed': removeLetter,
  'word replaced': replaceWord,
  'word inserted': insertWord,
  'word removed': removeWord,
  'case or accent': changeCaseOrMark,
  punctuation: changePunctuation,
  'corrected and word before changed': combine(replaceLetter, changeWord('before', APART)),
  'corrected and word after changed': combine(transposeLetters, changeWord('after', APART)),
  'corrected and moved': combine(replaceLetter, moveChangedParagraph),
} satisfies Record<string, Edit>;

const DELETED = {
  'words deleted': deleteWords,
  'sentence deleted': deleteSentence,
  'paragraph deleted': deleteParagraph,
  'paragraph and neighbours deleted': deleteParagraphAndNeighbours,
} satisfies Record<string, Edit>;

export interface Kind {
  name: string;
  truth: Truth;
  edit: Edit;
}

const list = (truth: Truth, edits: Record<string, Edit>): Kind[] =>
  Object.entries(edits).map(([name, edit]) => ({ name, truth, edit }));

/** A share has to be told from a hundredth: of the few kinds of deletion there are more cases each. */
export const KINDS: readonly Kind[] = [
  ...list('standing', STANDING),
  ...list('corrected', CORRECTED),
  ...list('deleted', DELETED),
  ...list('deleted', DELETED),
];
