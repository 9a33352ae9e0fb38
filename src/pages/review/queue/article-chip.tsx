/** The one article that is shown, and the way back to all. */
import { formatAddress } from '../../../ui/web-link.tsx';
import { useWords } from '../../../ui/words.ts';

interface ArticleChipProps {
  /** URL */
  page: string;
  onAll(): void;
}

export function ArticleChip({ page, onAll }: ArticleChipProps) {
  const { t } = useWords();
  return (
    <p class="chip">
      <span>{t('reviewQueueArticle')}:</span>
      <bdi>{formatAddress(page)}</bdi>
      <button type="button" class="plain" aria-label={t('reviewQueueAnyArticle')} onClick={onAll}>
        <span aria-hidden="true">×</span>
      </button>
    </p>
  );
}
