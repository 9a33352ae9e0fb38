/** New words for the list of what is no mistake, and what becomes of the reports that quote them already. */
import { useRef, useState } from 'preact/hooks';
import { foldWords } from '../../../model/no-mistake.ts';
import type { Outcome } from '../../../platform/editors/ask-endpoint.ts';
import type { Dismissal, Dismissed } from '../../../platform/editors/dismissals.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import { Field } from '../../../ui/field.tsx';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import { AppliedNote } from './applied-note.tsx';
import { isFocusFree } from './is-focus-free.ts';
import { LONGEST_REASON, LONGEST_WORDS } from './longest.ts';
import { SiteSelect } from './site-select.tsx';
import { type NewDismissal, nameDismissal } from './use-dismissals.ts';
import type { Listed } from './use-kept-list.ts';
import { useQuoting } from './use-quoting.ts';
import { useTurns } from './use-turns.ts';

/** `site`: '' while none has been chosen */
const NOTHING = { words: '', reason: '', site: '', apply: false };

interface AddDismissalProps {
  api: ReviewApi;
  sites: readonly string[];
  /** what is known to be on the list */
  listed: readonly Listed<Dismissal>[];
  /** the site that the list is shown of; '' for all */
  site: string;
  /** the one that the token is for */
  ownSite: string;
  /** whether the page is looked at: nothing is asked for otherwise */
  isShown: boolean;
  onAdd(dismissal: NewDismissal): Promise<Outcome<Dismissed>>;
}

interface Applied {
  asked: NewDismissal;
  added: Dismissed;
}

export function AddDismissal(props: AddDismissalProps) {
  const { api, sites, listed, site, ownSite, isShown, onAdd } = props;
  const { t } = useWords();
  const [typed, setTyped] = useState(NOTHING);
  const [errors, setErrors] = useState({ words: '', reason: '' });
  const [failure, setFailure] = useState('');
  const [applied, setApplied] = useState<Applied | null>(null);
  const [busy, setBusy] = useState(false);
  const inTurn = useTurns();
  const form = useRef<HTMLFormElement>(null);
  const target = typed.site || site || ownSite;
  const quoting = useQuoting(api, isShown ? typed.words : '', target);
  const now = useRef(typed);
  now.current = typed;
  /** what is being added */
  const sent = useRef<typeof typed | null>(null);
  const isListed = listed.some(
    (one) => one.site === target && !one.isGone && foldWords(one.words) === foldWords(typed.words),
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
    if (sent.current === typed || !check()) return;
    const { words, reason, apply } = typed;
    const asked = { words: words.trim(), site: target, reason: reason.trim(), apply };
    sent.current = typed;
    setBusy(true);
    setFailure('');
    setApplied(null);
    const answer = await inTurn(() => onAdd(asked));
    if (sent.current === typed) {
      sent.current = null;
      setBusy(false);
    }
    if (!answer.ok) return setFailure(describeFailure(answer, t));
    setApplied({ asked, added: answer.value });
    // What has been typed meanwhile is the next.
    if (now.current !== typed) return;
    setTyped({ ...NOTHING, site: typed.site });
    if (isFocusFree(form.current)) form.current?.querySelector('input')?.focus();
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
          onChange={(chosen) => set({ site: chosen })}
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
      <div role="status">
        {applied !== null && (
          <AppliedNote key={nameDismissal(applied.added.dismissal)} {...applied} onGoOn={onAdd} />
        )}
      </div>
    </section>
  );
}
