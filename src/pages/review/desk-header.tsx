/** The head of every page of the review: whose desk it is, the ways to the pages, the keys and the way out. */
import type { RefObject } from 'preact';
import type { Editor } from '../../platform/editors/review-api.ts';
import { useWords } from '../../ui/words.ts';
import { PAGE_NAMES } from './desk-pages.ts';
import { isolate } from './figures/figure-words.ts';
import { KeysHelp } from './keys-help.tsx';
import { type DeskLocation, type DeskPage, writeLocation } from './location.ts';

interface DeskHeaderProps {
  editor: Editor;
  page: DeskPage;
  /** the pages there are, and where each link goes */
  links: readonly DeskLocation[];
  /** is told the dialog of the keys */
  keys: RefObject<HTMLDialogElement | null>;
  onSignOut(): void;
}

export function DeskHeader({ editor, page, links, keys, onSignOut }: DeskHeaderProps) {
  const { t } = useWords();
  return (
    <header class="page-header">
      <div class="page-title">
        <h1>{t('reviewTitle')}</h1>
        <p class="quiet">
          {t('reviewWho', { name: isolate(editor.name), site: isolate(editor.site) })}
        </p>
      </div>
      <div class="actions">
        <KeysHelp dialog={keys} />
        <button type="button" onClick={onSignOut}>
          {t('reviewSignOut')}
        </button>
      </div>
      <nav class="page-links" aria-label={t('reviewDeskPages')}>
        <ul>
          {links.map((link) => (
            <li key={link.page}>
              <a
                href={writeLocation(link)}
                data-name={t(PAGE_NAMES[link.page])}
                {...(link.page === page ? { 'aria-current': 'page' as const } : {})}
              >
                {t(PAGE_NAMES[link.page])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
