/**
 * Words that are about to be reported, and that the editors have said are no mistake. It is said once, politely, and
 * nothing more: who knows better sends the report all the same.
 */
import type { NoMistake } from '../model/no-mistake.ts';
import type { Translate } from '../model/translate.ts';

interface NoMistakesProps {
  /** of all that is to be sent */
  items: readonly NoMistake[];
  /** BCP 47 tag of the quoted text, or null */
  language: string | null;
  t: Translate;
}

/** Characters of words that are repeated; they stand in full beside it. */
const LONGEST_WORDS = 80;

export function NoMistakes({ items, language, t }: NoMistakesProps) {
  // The same words may be marked in many places.
  const different = [...new Map(items.map((item) => [item.words, item])).values()];
  return (
    <div class="no-mistakes" role="status">
      {different.map((item) => (
        <p key={item.words}>
          <Sentence {...item} language={language} t={t} />
        </p>
      ))}
    </div>
  );
}

/** The words are an article's and the reason is an editor's: each runs in its own direction. */
function Sentence({
  words,
  reason,
  language,
  t,
}: NoMistake & Pick<NoMistakesProps, 'language' | 't'>) {
  const sentence = reason === '' ? t('dialogNoMistake') : t('dialogNoMistakeReason');
  return sentence.split(/(\{words\}|\{reason\})/).map((part) => {
    if (part === '{words}') return <bdi lang={language ?? undefined}>{clip(words)}</bdi>;
    return part === '{reason}' ? <bdi>{reason}</bdi> : part;
  });
}

function clip(words: string): string {
  const characters = [...words];
  if (characters.length <= LONGEST_WORDS) return words;
  return `${characters.slice(0, LONGEST_WORDS).join('').trimEnd()}…`;
}
