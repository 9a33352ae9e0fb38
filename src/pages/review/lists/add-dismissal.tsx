/** New words for the list of what is no mistake, and what becomes of the reports that quote them already. */
import { useRef, useState } from 'preact/hooks';
import type { Outcome } from '../../../platform/editors/ask-endpoint.ts';
import type { Dismissed } from '../../../platform/editors/dismissals.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import { Field } from '../../../ui/field.tsx';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import { AppliedNote } from './applied-note.tsx';
import { LONGEST_REASON, LONGEST_WORDS } from './longest.ts';
import { SiteSelect } from './site-select.tsx';
import type { ListedDismissal, NewDismissal } from './use-dismissals.ts';
import { foldWords, useQuoting } from './use-quoting.ts';

const NOTHING = { words: '', reason: '', apply: false };

interface AddDismissalProps {
  api: ReviewApi;
  sites: readonly string[];
  /** what is known to be on the list */
  listed: readonly ListedDismissal[];
  /** the site that the list is shown of; '' for all */
  site: string;
  /** the one that the token is for */
  ownSite: string;
  onAdd(dismissal: NewDismissal): Promise<Outcome<Dismissed>>;
}

export function AddDismissal({ api, sites, listed, site, ownSite, onAdd }: AddDismissalProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(NOTHING);
  const [chosen, setChosen] = useState('');
  const [errors, setErrors] = useState({ words: '', reason: '' });
  const [failure, setFailure] = useState('');
  const [applied, setApplied] = useState<{ asked: NewDismissal; added: Dismissed } | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const target = chosen || site || ownSite;
  const quoting = useQuoting(api, typed.words, target);
  const isListed = listed.some(
    (one) =>
      one.site === target && !one.isRemoved && foldWords(one.words) === foldWords(typed.words),
  );
  const set = (change: Partial<typeof typed>) => setTyped((held) => ({ ...held, ...change }));

  const check = () => {
    const tooLong = (text: string, most: number) =>
      text.length > most ? t('reviewListsTooLong', { most }) : '';
    const words =
      foldWords(typed.words) === ''
        ? t('reviewListsWordsError')
        : tooLong(typed.words.trim(), LONGEST_WORDS);
    const found = { words, reason: tooLong(typed.reason.trim(), LONGEST_REASON) };
    setErrors(found);
    const inputs = form.current?.querySelectorAll('input[type="text"]') ?? [];
    const wrong = found.words !== '' ? inputs[0] : found.reason !== '' ? inputs[1] : null;
    if (wrong instanceof HTMLElement) wrong.focus();
    return wrong === null;
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || !check()) return;
    const { apply } = typed;
    const asked = {
      ...{ words: typed.words.trim(), site: target },
      ...{ reason: typed.reason.trim(), apply },
    };
    setBusy(true);
    setFailure('');
    setApplied(null);
    const answer = await onAdd(asked);
    setBusy(false);
    if (!answer.ok) return setFailure(describeFailure(answer, t));
    setTyped(NOTHING);
    setApplied({ asked, added: answer.value });
    form.current?.querySelector('input')?.focus();
  };

  return (
    <section class="panel" aria-labelledby="add-dismissal">
      <h3 id="add-dismissal">{t('reviewListsAddHeading')}</h3>
      <p class="quiet">{t('reviewListsPublicHint')}</p>
      <form class="add" noValidate ref={form} onSubmit={(event) => void submit(event)}>
        <Field
          label={t('reviewListsWords')}
          hint={t('reviewListsWordsHint')}
          value={typed.words}
          error={errors.words}
          onInput={(words) => set({ words })}
        />
        <Field
          label={t('reviewReason')}
          hint={t('reviewListsReasonHint')}
          value={typed.reason}
          error={errors.reason}
          onInput={(reason) => set({ reason })}
        />
        <SiteSelect
          label={t('optionsSite')}
          sites={sites.includes(ownSite) ? sites : [ownSite, ...sites]}
          value={target}
          hint={t('reviewListsSiteHint')}
          onChange={setChosen}
        />
        {isListed && <p class="warning">{t('reviewListsListed')}</p>}
        <label class="choice">
          <input
            type="checkbox"
            checked={typed.apply}
            onChange={(event) => set({ apply: event.currentTarget.checked })}
          />
          <span>
            {quoting === null || (quoting.count === 0 && !quoting.isWhole)
              ? t('reviewListsApplyAny')
              : quoting.isWhole
                ? t('reviewListsApply', { count: quoting.count })
                : t('reviewListsApplyOver', { count: quoting.count })}
          </span>
        </label>
        <button type="submit" class="primary" aria-disabled={busy}>
          {t('reviewListsAdd')}
        </button>
        {failure !== '' && (
          <p class="error" role="alert">
            {failure}
          </p>
        )}
      </form>
      {/* It is there before it says something: else it would not be spoken. */}
      <div role="status">{applied !== null && <AppliedNote {...applied} onGoOn={onAdd} />}</div>
    </section>
  );
}
