/** The options' entry: joins the view to the browser. */
import type { Settings } from '../../model/settings.ts';
import { createDraftStore } from '../../platform/draft-store.ts';
import { createLedgerStore } from '../../platform/ledger-store.ts';
import { createNoMistakeStore } from '../../platform/no-mistake-store.ts';
import { createOutboxStore } from '../../platform/outbox-store.ts';
import {
  askToNotify,
  listShortcuts,
  mayNotify,
  readPlatform,
  sendToBackground,
} from '../../platform/page-runtime.ts';
import { loadPolicy, loadSettings } from '../../platform/settings-store.ts';
import { loadWords } from '../../platform/words.ts';
import { changeAndTell } from '../change-and-tell.ts';
import { mount } from '../mount.tsx';
import './options.css';
import { Options } from './view.tsx';

const outbox = createOutboxStore();
const drafts = createDraftStore();
const noMistakes = createNoMistakeStore();
const ledger = createLedgerStore();
let spoken: string | null = null;

/** Draws the page anew where settings name another language than it is in. */
async function follow(settings: Settings): Promise<Settings> {
  const { language } = settings;
  if (language === spoken) return settings;
  spoken = language;
  const words = await loadWords(language);
  // Another may have been picked while this one's words came.
  if (language === spoken) mount(draw(), words, words.t('optionsTitle'));
  return settings;
}

const draw = () => (
  <Options
    loadSettings={async () => follow(await loadSettings())}
    changeSettings={async (change) => follow(await changeAndTell(change))}
    loadPolicy={loadPolicy}
    listShortcuts={listShortcuts}
    readPlatform={readPlatform}
    mayNotify={mayNotify}
    askToNotify={askToNotify}
    countReports={async () => (await outbox.count()) + (await drafts.count())}
    deleteReports={async () => {
      await Promise.all([outbox.clear(), drafts.clear(), noMistakes.clear()]);
    }}
    watchCopies={ledger.watchCount}
    forgetCopies={async () => {
      const answer = await sendToBackground({ type: 'ledger/forget' });
      if (!answer.ok) throw new Error(answer.detail);
    }}
  />
);

await follow(await loadSettings());
