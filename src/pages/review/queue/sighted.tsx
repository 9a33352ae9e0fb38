/** What later looks at a report's place have shown, in one line: who saw it fixed, and what stands there now. */
import type { Sightings } from '../../../model/observation.ts';
import { useWords } from '../../../ui/words.ts';

/** Whether anybody has seen it fixed. */
export function isSighted({ readers, byEditor }: Sightings): boolean {
  return readers > 0 || byEditor;
}

/** Nothing where nobody has seen it fixed. The words that stand there come from the page: they are only ever text. */
export function Sighted(sightings: Sightings) {
  const { t } = useWords();
  const { readers, byEditor, replacement } = sightings;
  if (!isSighted(sightings)) return null;
  return (
    <p class="sighted">
      {readers > 0 && <span class="badge seen">{t('placedSeenFixed', { count: readers })}</span>}
      {byEditor && <span class="badge seen">{t('placedSeenByEditor')}</span>}
      <span>
        {replacement === '' ? t('placedGone') : t('placedNow', { text: isolate(replacement) })}
      </span>
    </p>
  );
}

/** Lets words run in their own direction inside a sentence, and no further (UAX #9, section 2.4). */
function isolate(text: string): string {
  return `\u2068${text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`;
}
