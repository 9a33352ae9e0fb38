/**
 * The note beside an editor: what of the text in it came from elsewhere without what its source asks, and the way to
 * mend it. It takes no focus, and speaks by a live region.
 */
import type { Translate } from '../model/translate.ts';
import { readDirection } from './document-locale.ts';
import { ReuseMatter, type ShownMatter } from './reuse-matter.tsx';

export interface ReuseNoteProps {
  matters: readonly ShownMatter[];
  /** '' at first: a live region has to stand before it speaks */
  message: string;
  /** it is going out as it is */
  isUrgent: boolean;
  t: Translate;
  locale: string;
  /** @param key of the one matter, or null for all */
  onPutIn(key: string | null): void;
  /** @param place in which a selection can be made */
  onCopy(key: string, place: Element): void;
  onLater(): void;
}

export function ReuseNote(props: ReuseNoteProps) {
  const { matters, message, isUrgent, t, locale } = props;
  const mendable = matters.filter(({ fix }) => fix !== null);
  return (
    <section
      class={message === '' ? 'waiting' : undefined}
      lang={locale}
      dir={readDirection(locale)}
      aria-label={t('reuseNote')}
    >
      <div role={isUrgent ? 'alert' : 'status'} aria-live={isUrgent ? 'assertive' : 'polite'}>
        {message !== '' && <p class={isUrgent ? 'said urgent' : 'said'}>{message}</p>}
      </div>
      {/* A form, because no page can stop its submission on the way, as it can a click. */}
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          const { submitter } = event;
          if (event.isTrusted && submitter !== null) act(submitter, props);
        }}
      >
        <ul class="matters">
          {matters.map((matter) => (
            <li key={matter.key}>
              <ReuseMatter {...{ matter, t }} />
              <FixButtons {...{ matter, t }} />
            </li>
          ))}
        </ul>
        <div class="actions">
          {mendable.length > 1 && (
            <button type="submit" class="primary" data-act="put-in-all">
              {t('reusePutInAll')}
            </button>
          )}
          <button type="submit" data-act="later">
            {t(matters.length === 0 ? 'dialogClose' : 'reuseNotNow')}
          </button>
        </div>
      </form>
    </section>
  );
}

function FixButtons({ matter: { key, faults, fix }, t }: { matter: ShownMatter; t: Translate }) {
  if (fix === null) return null;
  const isAbsent = faults.includes('link') || faults.includes('credit');
  return (
    <div class="actions">
      <button type="submit" class="primary" data-act="put-in" data-key={key}>
        {t(isAbsent ? 'reusePutIn' : 'reusePutInRight')}
      </button>
      <button type="submit" data-act="copy" data-key={key}>
        {t('reuseCopyFix')}
      </button>
    </div>
  );
}

function act(button: HTMLElement, { onPutIn, onCopy, onLater }: ReuseNoteProps): void {
  const { act: asked, key = '' } = button.dataset;
  if (asked === 'put-in') onPutIn(key);
  else if (asked === 'put-in-all') onPutIn(null);
  else if (asked === 'copy') onCopy(key, button);
  else onLater();
}
