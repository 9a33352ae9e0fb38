/** The settings of one site, which are saved together: what readers can see changes by a press of a button alone. */
import { useRef, useState } from 'preact/hooks';
import { type EditLinkFault, findTemplateFault } from '../../../model/edit-link.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import type { SiteSettings } from '../../../platform/editors/sites.ts';
import type { Announce } from '../../../ui/announcer.tsx';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import { describeTemplateFault } from './describe-template-fault.ts';
import { EditLinkExample } from './edit-link-example.tsx';
import { EditLinkField } from './edit-link-field.tsx';
import { PublicAddresses } from './public-addresses.tsx';

export interface SiteFormProps {
  api: ReviewApi;
  /** of the endpoint, without a slash at its end */
  base: string;
  item: SiteSettings;
  mayEdit: boolean;
  announce: Announce;
  onSaved(item: SiteSettings): void;
}

export function SiteForm({ api, base, item, mayEdit, announce, onSaved }: SiteFormProps) {
  const { t } = useWords();
  /** what differs from what is held; that can change meanwhile with the site above */
  const [typed, setTyped] = useState<Partial<Pick<SiteSettings, 'editLink' | 'publishes'>>>({});
  const [error, setError] = useState('');
  const [status, setStatus] = useState<'held' | 'saving' | 'saved'>('held');
  const [failure, setFailure] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const { site } = item;
  const written = typed.editLink ?? item.editLink;
  const editLink = written.trim();
  const publishes = typed.publishes ?? item.publishes;
  const isChanged = editLink !== item.editLink || publishes !== item.publishes;
  const fault = findFault(editLink);

  const change = (next: Partial<typeof typed>) => {
    setTyped((held) => ({ ...held, ...next }));
    setStatus('held');
    setFailure('');
    // What is being written is not wrong yet; what was wrong is said until it is changed.
    if (next.editLink !== undefined) setError('');
  };
  const checkLink = (template: string) => {
    const wrong = findFault(template.trim());
    setError(wrong === null ? '' : describeTemplateFault(wrong, t));
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (status === 'saving' || !mayEdit) return;
    if (fault !== null) {
      checkLink(editLink);
      return form.current?.querySelector<HTMLElement>('input[inputmode="url"]')?.focus();
    }
    setStatus('saving');
    setFailure('');
    const answer = await api.sites.save({ site, editLink, publishes });
    setStatus(answer.ok ? 'saved' : 'held');
    if (!answer.ok) return setFailure(describeFailure(answer, t));
    setTyped({});
    onSaved(answer.value);
    announce(t('reviewSitesSaved', { site }));
  };

  return (
    <form class="site-form" noValidate ref={form} onSubmit={(event) => void save(event)}>
      <EditLinkField
        value={written}
        error={error}
        isReadOnly={!mayEdit}
        onInput={(value) => change({ editLink: value })}
        onCommit={checkLink}
      />
      <EditLinkExample api={api} site={site} template={fault === null ? editLink : ''} />
      <fieldset class="publish">
        <legend>{t('reviewSitesPublic')}</legend>
        <label class="choice">
          <input
            type="checkbox"
            checked={publishes}
            disabled={!mayEdit}
            onChange={(event) => change({ publishes: event.currentTarget.checked })}
          />
          <span>{t('reviewSitesPublish')}</span>
        </label>
        <p class="hint">{t('reviewSitesPublishHint')}</p>
        <p class="hint">{t('reviewSitesNoMistakesHint')}</p>
        {publishes && (
          <>
            <p>{t(item.publishes ? 'reviewSitesAddresses' : 'reviewSitesAddressesThen')}</p>
            <PublicAddresses base={base} site={site} announce={announce} />
          </>
        )}
      </fieldset>
      {mayEdit && (
        <div class="actions saving">
          <button type="submit" class="primary" aria-disabled={status === 'saving'}>
            {t(status === 'saving' ? 'reviewSitesSaving' : 'reviewListsSave')}
          </button>
          {isChanged && status !== 'saving' && (
            <span class="warning">{t('reviewSitesUnsaved')}</span>
          )}
          {!isChanged && status === 'saved' && <span class="good">{t('reviewSitesIsSaved')}</span>}
        </div>
      )}
      {failure !== '' && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
    </form>
  );
}

function findFault(editLink: string): EditLinkFault | null {
  return editLink === '' ? null : findTemplateFault(editLink);
}
