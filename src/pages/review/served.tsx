/**
 * The review as an endpoint serves it, in any browser and without the extension: the endpoint is where the
 * page came from, and the token lasts as long as the tab.
 */
import type { EditorAccess } from '../../model/settings.ts';
import { createReviewApi } from '../../platform/editors/review-api.ts';
import { mount } from '../mount.tsx';
import './review.css';
import { loadWords } from './served-words.ts';
import { Review } from './view.tsx';

const TOKEN = 'sic-editor-token';
const base = new URL('.', location.href).href.replace(/\/$/, '');

async function loadAccess(): Promise<EditorAccess | null> {
  const token = sessionStorage.getItem(TOKEN);
  return token === null ? null : { endpoint: base, token };
}

async function saveAccess(access: EditorAccess | null): Promise<void> {
  if (access === null) sessionStorage.removeItem(TOKEN);
  else sessionStorage.setItem(TOKEN, access.token);
}

const words = await loadWords(navigator.languages, (path) => fetch(path));
mount(
  <Review
    servedBy={base}
    loadAccess={loadAccess}
    saveAccess={saveAccess}
    createApi={createReviewApi}
  />,
  words,
  words.t('reviewTitle'),
);
