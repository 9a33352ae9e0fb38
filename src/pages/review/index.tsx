/** The review inside the extension: the editor names the endpoint, the extension keeps the access. */
import { createPageTranslate, readLocale } from '../../platform/page-runtime.ts';
import { loadEditorAccess, saveEditorAccess } from '../../platform/settings-store.ts';
import { mount } from '../mount.tsx';
import { createReviewApi } from './review-api.ts';
import './review.css';
import { Review } from './view.tsx';

const t = createPageTranslate();

mount(
  <Review
    servedBy={null}
    loadAccess={loadEditorAccess}
    saveAccess={saveEditorAccess}
    createApi={(access) => createReviewApi(access)}
  />,
  { t, locale: readLocale() },
  t('reviewTitle'),
);
