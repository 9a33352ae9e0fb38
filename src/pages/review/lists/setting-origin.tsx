/** Whose a setting is, of a site that has one above it: that one's, or its own, with the way back. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '../../../ui/words.ts';

interface SettingOriginProps {
  /** for who describes the setting's field by it */
  id: string;
  /** host name of the site above */
  above: string;
  /** what the setting is called */
  about: string;
  isOwn: boolean;
  mayEdit: boolean;
  onInherit(): void;
}

export function SettingOrigin(props: SettingOriginProps) {
  const { id, above, about, isOwn, mayEdit, onInherit } = props;
  const { t } = useWords();
  const line = useRef<HTMLParagraphElement>(null);
  const isTaken = useRef(false);
  // The button goes with what it has done; who pressed it stays where it was, and is told.
  useLayoutEffect(() => {
    if (!isOwn && isTaken.current) line.current?.focus();
    isTaken.current = false;
  }, [isOwn]);
  const action = t('reviewSitesInherit', { site: above });
  return (
    <p class="origin" id={id} ref={line} tabIndex={-1}>
      <span>{isOwn ? t('reviewSitesOwn') : t('reviewSitesInherited', { site: above })}</span>
      {isOwn && mayEdit && (
        <button
          type="button"
          class="plain"
          aria-label={t('reviewListsActionOf', { action, about })}
          onClick={() => {
            isTaken.current = true;
            onInherit();
          }}
        >
          {action}
        </button>
      )}
    </p>
  );
}
