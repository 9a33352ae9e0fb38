/** A mistake inside its sentence, old → new; or inside all that was taken along of the text around it. */
import { readSentence } from '../../../model/read-sentence.ts';
import type { Cluster } from '../../../platform/editors/clusters.ts';
import { closeDirections } from '../../../ui/close-directions.ts';
import { Change } from '../../../ui/correction.tsx';
import { readProposed } from './read-proposed.ts';

/** How sentences begin where letters have a case, and how they end. */
const BEGINS = /^[\p{P}\s]*[\p{Lu}\p{N}]/u;
const ENDS = /[.!?…。！？؟۔।]\p{P}*\s*$/u;

interface SentenceProps {
  cluster: Cluster;
  id?: string;
  /** whether all is shown, not the sentence alone */
  isWhole?: boolean;
}

export function Sentence({ cluster, id, isWhole = false }: SentenceProps) {
  const { exact, prefix, suffix, language } = cluster.sample;
  const near = isWhole ? { prefix, suffix } : readSentence({ exact, prefix, suffix, language });
  const isCutBefore = isAll(near.prefix, prefix) && !BEGINS.test(near.prefix);
  const isCutAfter = isAll(near.suffix, suffix) && !ENDS.test(near.suffix);
  return (
    <blockquote
      class="sentence"
      dir="auto"
      id={id}
      {...(language === '' ? {} : { lang: language })}
    >
      {near.prefix !== '' && (
        <span class="context">
          {isCutBefore && '…'}
          {closeDirections(near.prefix)}
        </span>
      )}
      <Change exact={exact} correction={readProposed(cluster)} />
      {near.suffix !== '' && (
        <span class="context">
          {closeDirections(near.suffix)}
          {isCutAfter && '…'}
        </span>
      )}
    </blockquote>
  );
}

/** A sentence that reaches to the end of what was taken along goes on beyond it, for all one knows. */
function isAll(near: string, context: string): boolean {
  return near.trim() !== '' && near.trim() === context.trim();
}
