/** What a template makes of an article of the site, as a link to try: the newest reported one, or any other. */
import { useState } from 'preact/hooks';
import { composeEditLink } from '../../../model/edit-link.ts';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import { Field } from '../../../ui/field.tsx';
import { WebLink } from '../../../ui/web-link.tsx';
import { useWords } from '../../../ui/words.ts';
import { useExampleArticle } from './use-example-article.ts';

interface EditLinkExampleProps {
  api: ReviewApi;
  site: string;
  /** '' where there is none, or none that can be used */
  template: string;
}

export function EditLinkExample({ api, site, template }: EditLinkExampleProps) {
  const { t } = useWords();
  const found = useExampleArticle(api, site);
  const [typed, setTyped] = useState<string | null>(null);
  const article = (typed ?? found).trim();
  const link = template === '' || article === '' ? null : composeEditLink(template, article);
  return (
    <div class="example">
      <Field
        label={t('reviewSitesArticle')}
        hint={t('reviewSitesArticleHint')}
        type="url"
        value={typed ?? found}
        error=""
        onInput={setTyped}
      />
      <div class="trial">
        {template !== '' &&
          article !== '' &&
          (link === null ? (
            <p class="warning">{t('reviewSitesNoExample')}</p>
          ) : (
            <p>
              {t('reviewSitesTry')}{' '}
              <WebLink href={link} dir="ltr">
                {link}
              </WebLink>
            </p>
          ))}
      </div>
    </div>
  );
}
