/** The popup's entry: joins the view to the browser. */

import { createDraftStore } from '../../platform/draft-store.ts';
import { createOutboxStore } from '../../platform/outbox-store.ts';
import {
  openOptions,
  openPage,
  readActiveUrl,
  sendToActiveTab,
  sendToBackground,
} from '../../platform/page-runtime.ts';
import { loadSettings } from '../../platform/settings-store.ts';
import { loadWords } from '../../platform/words.ts';
import { changeAndTell } from '../change-and-tell.ts';
import { mount } from '../mount.tsx';
import { saveFile } from '../save-file.ts';
import { writeClipboard } from '../write-clipboard.ts';
import './popup.css';
import { Popup } from './view.tsx';

const outbox = createOutboxStore();
const drafts = createDraftStore();
const words = await loadWords((await loadSettings()).language);

/** Opens a page of the extension and leaves the way to it free. */
async function openAndClose(open: () => Promise<void>): Promise<void> {
  await open();
  window.close();
}

mount(
  <Popup
    readPage={() => sendToActiveTab({ type: 'page/read' })}
    readAddress={readActiveUrl}
    startReport={async () => {
      const answer = await sendToBackground({ type: 'report/start' });
      if (answer.ok && answer.value) window.close();
      return answer;
    }}
    countPlaced={() => sendToActiveTab({ type: 'placed/count' })}
    showPlaced={async () => {
      const answer = await sendToActiveTab({ type: 'placed/show' });
      if (answer.ok) window.close();
      return answer;
    }}
    checkPage={() => sendToActiveTab({ type: 'reuse/check' })}
    readChecked={() => sendToActiveTab({ type: 'reuse/checked' })}
    showPassage={async (index) => {
      const answer = await sendToActiveTab({ type: 'reuse/show', index });
      if (answer.ok && answer.value) window.close();
      return answer;
    }}
    findCreditReceiver={(source, service) =>
      sendToBackground({ type: 'reuse/receiver', source, service })
    }
    reportCredit={(report) => sendToBackground({ type: 'reuse/report', ...report })}
    saveFile={saveFile}
    loadSettings={loadSettings}
    changeSettings={changeAndTell}
    writeClipboard={writeClipboard}
    watchDrafts={drafts.watch}
    sendDraft={(canonical) => sendToBackground({ type: 'draft/send', canonical })}
    continueDraft={async (canonical) => {
      const answer = await sendToBackground({ type: 'draft/continue', canonical });
      if (answer.ok) window.close();
      return answer;
    }}
    forgetDraft={(canonical) => sendToBackground({ type: 'draft/forget', canonical })}
    watchReports={outbox.watchNewest}
    retryReport={(canonical) => sendToBackground({ type: 'report/retry', canonical })}
    forgetReport={(canonical) => sendToBackground({ type: 'report/forget', canonical })}
    refreshReceipts={() => sendToBackground({ type: 'receipts/refresh' })}
    openOptions={() => openAndClose(openOptions)}
    openReview={() => openAndClose(() => openPage('pages/review/index.html'))}
  />,
  words,
  words.t('extensionName'),
);
