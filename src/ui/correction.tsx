/**
 * A reported mistake inside its sentence, old → new. The words come from pages and readers: they are only
 * ever text nodes, and what one of them turns round of the direction ends with it.
 */
import { closeDirections } from './close-directions.ts';
import { diffWords } from './word-diff.ts';
import { useWords } from './words.ts';

interface CorrectionProps {
  prefix: string;
  exact: string;
  suffix: string;
  /** '' where the reader gave none */
  correction: string;
}

export function Correction({ prefix, exact, suffix, correction }: CorrectionProps) {
  return (
    <blockquote class="sentence" dir="auto">
      {prefix !== '' && <span class="context">…{closeDirections(prefix)}</span>}
      <Change exact={exact} correction={correction} />
      {suffix !== '' && <span class="context">{closeDirections(suffix)}…</span>}
    </blockquote>
  );
}

/**
 * The change alone: the old words struck out, the new ones behind them; or the words marked. What is only
 * spoken has a direction of its own, so that it does not decide that of the words around it.
 */
export function Change({ exact, correction }: { exact: string; correction: string }) {
  const { t } = useWords();
  if (correction === '' || correction === exact) return <mark>{closeDirections(exact)}</mark>;
  const { before, removed, added, after } = diffWords(exact, correction);
  return (
    <>
      {closeDirections(before)}
      {removed !== '' && (
        <del>
          <span class="unseen" dir="auto">
            {t('correctionRemoved')}{' '}
          </span>
          {closeDirections(removed)}
        </del>
      )}
      {removed !== '' && added !== '' && ' '}
      {added !== '' && (
        <ins>
          <span class="unseen" dir="auto">
            {t('correctionAdded')}{' '}
          </span>
          {closeDirections(added)}
        </ins>
      )}
      {closeDirections(after)}
    </>
  );
}
