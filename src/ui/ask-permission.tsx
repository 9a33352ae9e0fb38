/** The way to ask for permission: a prepared letter, whom it goes to, and the site's own page on it. */
import type { Permission } from '../model/permission-letter.ts';
import type { Translate } from '../model/translate.ts';
import { readWebUrl } from './web-link.tsx';

interface AskPermissionProps {
  permission: Permission;
  /** opens links apart, and tells the other side nothing: for the extension's own pages */
  isApart?: boolean;
  t: Translate;
}

/** Also of the letter: where mail is a web page, it would take the place of the extension's own. */
const APART = { target: '_blank', rel: 'noopener noreferrer' };

export function AskPermission({ permission, isApart = false, t }: AskPermissionProps) {
  const { letter, contact, page } = permission;
  const href = page === null ? null : readWebUrl(page);
  return (
    <div class="permission">
      <p class="ways">
        <a href={letter} {...(isApart && APART)}>
          {t('sourceAskPermission')}
        </a>
        {href !== null && (
          <a href={href} {...(isApart && APART)}>
            {t('sourceHowPermission')}
          </a>
        )}
      </p>
      <p class="hint">
        {contact === null ? (
          t('sourceAskNobody')
        ) : (
          <>
            {t('sourceAskTo')} <bdi dir="ltr">{contact}</bdi>
          </>
        )}
      </p>
    </div>
  );
}
