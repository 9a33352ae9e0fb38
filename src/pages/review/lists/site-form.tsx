/** The settings of one site, which are saved together: what readers can see changes by a press of a button alone. */
import { useId, useRef, useState } from 'preact/hooks';
import { type EditLinkFault, findTemplateFault } from '../../../model/edit-link.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import type { OwnSettings, SiteSettings } from '../../../platform/editors/sites.ts';
import type { Announce } from '../../../ui/announcer.tsx';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import { describeTemplateFault } from './describe-template-fault.ts';
import { EditLinkExample } from './edit-link-example.tsx';
import { EditLinkField } from './edit-link-field.tsx';
import { PublicAddresses } from './public-addresses.tsx';
import { SettingOrigin } from './setting-origin.tsx';

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
  const id = useId();
  /** what differs from what is set for the site itself; what holds for the one above can change meanwhile */
  const [typed, setTyped] = useState<Partial<OwnSettings>>({});
  const [error, setError] = useState('');
  const [status, setStatus] = useState<'held' | 'saving' | 'saved'>('held');
  const [failure, setFailure] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const { site, above } = item;
  const own: OwnSettings = { ...item.own, ...typed };
  const written = own.editLink ?? above?.editLink ?? '';
  const editLink = written.trim();
  const publishes = own.publishes ?? above?.publishes ?? false;
  const wanted: OwnSettings = {
    editLink: own.editLink === null ? null : editLink,
    publishes: own.publishes,
  };
  // With no site above, nothing is the same as none.
  if (above === null && editLink === item.editLink) wanted.editLink = item.own.editLink;
  if (above === null && publishes === item.publishes) wanted.publishes = item.own.publishes;
  const isChanged =
    wanted.editLink !== item.own.editLink || wanted.publishes !== item.own.publishes;
  const fault = findFault(editLink);

  const change = (next: Partial<OwnSettings>) => {
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
    const answer = await api.sites.save(site, wanted);
    setStatus(answer.ok ? 'saved' : 'held');
    if (!answer.ok) return setFailure(describeFailure(answer, t));
    // What was typed while it was being saved is not saved yet.
    setTyped((held) => (held === typed ? {} : held));
    onSaved(answer.value);
    announce(t('reviewSitesSaved', { site }));
  };

  const describe = (setting: keyof OwnSettings, about: string) => {
    if (above === null) return { originId: '', origin: null };
    const originId = `${id}-${setting}`;
    const origin = (
      <SettingOrigin
        {...{ id: originId, above: above.site, about, mayEdit }}
        isOwn={own[setting] !== null}
        onInherit={() => change({ [setting]: null })}
      />
    );
    return { originId, origin };
  };
  const link = describe('editLink', t('reviewSitesLink'));
  const publishing = describe('publishes', t('reviewSitesPublish'));

  return (
    <form class="site-form" noValidate ref={form} onSubmit={(event) => void save(event)}>
      <EditLinkField
        value={written}
        error={error}
        isReadOnly={!mayEdit}
        describedBy={link.originId}
        onInput={(value) => change({ editLink: value })}
        onCommit={checkLink}
      >
        {link.origin}
      </EditLinkField>
      <EditLinkExample api={api} site={site} template={fault === null ? editLink : ''} />
      <fieldset class="publish">
        <legend>{t('reviewSitesPublic')}</legend>
        <label class="choice">
          <input
            type="checkbox"
            checked={publishes}
            disabled={!mayEdit}
            {...(above === null ? {} : { 'aria-describedby': publishing.originId })}
            onChange={(event) => change({ publishes: event.currentTarget.checked })}
          />
          <span>{t('reviewSitesPublish')}</span>
        </label>
        {publishing.origin}
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
