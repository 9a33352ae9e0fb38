/**
 * What is done when a text is about to go out that lacks what its sources ask: it is said before the request leaves, or,
 * where the administrator wants it answered, held until it is.
 */
import type { Matter } from '../../model/reuse/list-matters.ts';
import type { Translate } from '../../model/translate.ts';
import { askBackground } from '../ask-background.ts';
import { askBeforePublishing } from './ask-before-publishing.tsx';
import type { GuardDeps } from './guard-publishing.ts';
import { copyFixes, describeMatters, putAllIn } from './mend-matters.ts';
import type { ReuseFacts } from './reuse-facts.ts';
import type { Telling } from './telling.ts';
import type { WatchedField } from './watch-field.ts';

export interface OnPublishingDeps {
  facts: Pick<ReuseFacts, 'holds'>;
  telling: Pick<Telling, 'warn'>;
  t: Translate;
  locale: string;
}

/** A press and the submission that it brings about are said once, if they are no further apart than this, in ms. */
const AT_ONCE = 1_000;

export function createOnPublishing({
  facts,
  telling,
  t,
  locale,
}: OnPublishingDeps): GuardDeps['onPublishing'] {
  let warned = { keys: '', at: Number.NEGATIVE_INFINITY };
  let isAsking = false;

  function warn(fields: readonly WatchedField[]): void {
    const matters = listAll(fields);
    const keys = matters.map(({ key }) => key).join('\n');
    const now = performance.now();
    const isSaid = warned.keys === keys && now - warned.at < AT_ONCE;
    warned = { keys, at: now };
    if (isSaid) return;
    for (const field of fields) field.takeUp();
    telling.warn(matters);
    tellBackground();
  }

  async function putIn(fields: readonly WatchedField[]): Promise<string> {
    for (const field of fields) {
      const fault = await putAllIn(field, () => true, t);
      if (fault !== '') return fault;
    }
    return '';
  }

  return (fields, release) => {
    if (!facts.holds()) {
      warn(fields);
      return false;
    }
    // A person reaches nothing else while the dialog stands; a page that saves by itself will try again.
    if (isAsking) return true;
    const matters = listAll(fields);
    askBeforePublishing({
      matters: matters.map((matter) => ({ ...matter, permission: null })),
      described: describeMatters(matters),
      ...{ t, locale },
      putIn: () => putIn(fields),
      copy: (place) => copyFixes(matters, place, t),
      onDone(answer) {
        isAsking = false;
        if (answer === 'back') {
          fields[0]?.element.focus();
          return;
        }
        for (const field of fields) field.letOut();
        if (answer === 'as-is') tellBackground();
        if (answer !== 'gone') release();
      },
    });
    isAsking = true;
    return true;
  };
}

/** The same text in two fields is one matter. */
function listAll(fields: readonly WatchedField[]): Matter[] {
  const all = fields.flatMap((field) => field.listUnanswered());
  return [...new Map(all.map((matter) => [matter.key, matter])).values()];
}

/** So that it is still said when the page has gone on. */
function tellBackground(): void {
  void askBackground({ type: 'reuse/unmended' });
}
