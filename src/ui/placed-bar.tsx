/** The bar in the corner of an editor's page: how many reported mistakes stand in the text, and the way from one to the next. */
import type { Translate } from '../model/translate.ts';
import { readDirection } from './document-locale.ts';

export interface PlacedBarProps {
  /** places that are shown on the page; at least one */
  count: number;
  /** reports whose place is not found */
  unfound: number;
  /** another bar stands in the same corner */
  isRaised: boolean;
  t: Translate;
  locale: string;
  onStep(by: 1 | -1): void;
  onClose(): void;
}

export function PlacedBar({ count, unfound, isRaised, t, locale, ...on }: PlacedBarProps) {
  // A form, because no page can stop its submission on the way, as it can a click.
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const { submitter } = event;
    if (!(submitter instanceof HTMLButtonElement)) return;
    if (submitter.value === 'close') on.onClose();
    else on.onStep(submitter.value === 'back' ? -1 : 1);
  }

  return (
    <section
      class={isRaised ? 'raised' : undefined}
      aria-label={t('placedRegion')}
      dir={readDirection(locale)}
      lang={locale}
    >
      <div role="status">
        <p>{t('placedCount', { count })}</p>
        {unfound > 0 && <p class="added">{t('placedUnfound', { count: unfound })}</p>}
      </div>
      <form class="actions" onSubmit={submit}>
        <button type="submit" value="back" class="action">
          {t('placedPrevious')}
        </button>
        <button type="submit" value="on" class="action">
          {t('placedNext')}
        </button>
        <button type="submit" value="close" aria-label={t('dialogClose')}>
          <span aria-hidden="true">×</span>
        </button>
      </form>
    </section>
  );
}
