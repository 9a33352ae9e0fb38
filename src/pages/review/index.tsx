/** The review inside the extension: the editor names the endpoint, the extension keeps the access. */

import { createReviewApi } from '../../platform/editors/review-api.ts';
import { sendToBackground } from '../../platform/page-runtime.ts';
import { loadEditorAccess, loadSettings, saveEditorAccess } from '../../platform/settings-store.ts';
import { loadWords } from '../../platform/words.ts';
import { mount } from '../mount.tsx';
import './review.css';
import { Review } from './view.tsx';

const words = await loadWords((await loadSettings()).language);

mount(
  <Review
    servedBy={null}
    loadAccess={loadEditorAccess}
    saveAccess={async (access) => {
      await saveEditorAccess(access);
      // Articles that are open show an editor's reports, or do so no more.
      void sendToBackground({ type: 'settings/changed' });
    }}
    createApi={createReviewApi}
  />,
  words,
  words.t('reviewTitle'),
);
