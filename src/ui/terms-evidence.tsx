/** What the site says of reuse: its own sentence, or the licence that it names for machines. */
import { nameLicense } from '../model/license-name.ts';
import type { Terms } from '../model/source.ts';

export function TermsEvidence({
  terms,
  language,
}: {
  terms: Pick<Terms, 'evidence'>;
  language: string | null;
}) {
  const { evidence } = terms;
  const name = nameLicense(evidence);
  if (name !== null) {
    return (
      <a href={evidence} rel="license" dir="ltr" lang="en">
        {name}
      </a>
    );
  }
  return (
    <q dir="auto" lang={language ?? undefined}>
      {evidence}
    </q>
  );
}
