/** "Sites": what is set for each site: where its articles are edited, and whether its corrections are public. */
import { useId, useState } from 'preact/hooks';
import type { SiteSettings } from '../../../platform/editors/sites.ts';
import { Announcer, useAnnouncer } from '../../../ui/announcer.tsx';
import { useWords } from '../../../ui/words.ts';
import type { PageProps } from '../page-props.ts';
import './lists.css';
import './sites.css';
import { SiteForm, type SiteFormProps } from './site-form.tsx';

/** More than are found by looking. */
const MANY = 10;

export function SitesPage({ api, base, editor, sites }: PageProps) {
  const { t } = useWords();
  const { message, announce } = useAnnouncer();
  const [sought, setSought] = useState('');
  const id = useId();
  // The token's own comes first: what is set for it holds for the others.
  const items = sites.items.toSorted(
    (one, other) => Number(other.site === editor.site) - Number(one.site === editor.site),
  );
  const mayEdit = editor.scopes.includes('edit');
  const wanted = sought.trim().toLowerCase();
  const isFound = ({ site }: SiteSettings) => site.includes(wanted);
  const hold = async (saved: SiteSettings) => {
    sites.replace(saved);
    if (!items.some(({ site }) => site.endsWith(`.${saved.site}`))) return;
    // Its subdomains may have got the same by it.
    const answer = await api.sites.list();
    if (answer.ok) for (const item of answer.value) sites.replace(item);
  };
  return (
    <div class="lists">
      <h2>{t('reviewDeskSites')}</h2>
      <p class="lead">{t('reviewSitesLead')}</p>
      {!mayEdit && <p class="quiet">{t('reviewListsReadOnly', { scope: 'edit' })}</p>}
      {items.length > MANY && (
        <div class="field">
          <label for={id}>{t('reviewSitesFind')}</label>
          <input
            id={id}
            type="search"
            dir="ltr"
            autocomplete="off"
            value={sought}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
        </div>
      )}
      {!items.some(isFound) && <p class="empty">{t('reviewSitesNone')}</p>}
      {items.map((item) => (
        <SiteEntry
          key={item.site}
          isFound={isFound(item)}
          isOnly={items.length === 1}
          {...{ api, base, item, mayEdit, announce }}
          onSaved={(saved) => void hold(saved)}
        />
      ))}
      <Announcer message={message} />
    </div>
  );
}

interface SiteEntryProps extends SiteFormProps {
  isFound: boolean;
  isOnly: boolean;
}

/** Its form is made when it is first opened, and keeps then what was typed. */
function SiteEntry({ isFound, isOnly, ...props }: SiteEntryProps) {
  const { t } = useWords();
  const [wasOpened, setOpened] = useState(isOnly);
  const { site, publishes, editLink } = props.item;
  return (
    <details
      class="site"
      hidden={!isFound}
      open={isOnly}
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary>
        <h3>
          <bdi>{site}</bdi>
        </h3>
        <span class="badge">
          {t(publishes ? 'reviewSitesPublishes' : 'reviewSitesPublishesNot')}
        </span>
        <span class="badge">{t(editLink === '' ? 'reviewSitesNoLink' : 'reviewSitesHasLink')}</span>
      </summary>
      {wasOpened && <SiteForm {...props} />}
    </details>
  );
}
