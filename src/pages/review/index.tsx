/** The review inside the extension: the editor names the endpoint, the extension keeps the access. */
import { loadEditorAccess, loadSettings, saveEditorAccess } from '../../platform/settings-store.ts';
import { loadWords } from '../../platform/words.ts';
import { mount } from '../mount.tsx';
import { createReviewApi } from './review-api.ts';
import './review.css';
import { Review } from './view.tsx';

const words = await loadWords((await loadSettings()).language);

mount(
  <Review
    servedBy={null}
    loadAccess={loadEditorAccess}
    saveAccess={saveEditorAccess}
    createApi={(access) => createReviewApi(access)}
  />,
  words,
  words.t('reviewTitle'),
);
