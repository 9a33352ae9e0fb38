/** The popup's entry: joins the view to the browser. */

import { createOutboxStore } from '../../platform/outbox-store.ts';
import {
  createPageTranslate,
  openOptions,
  openPage,
  readLocale,
  sendToActiveTab,
  sendToBackground,
} from '../../platform/page-runtime.ts';
import { loadSettings } from '../../platform/settings-store.ts';
import { changeAndTell } from '../change-and-tell.ts';
import { mount } from '../mount.tsx';
import { writeClipboard } from '../write-clipboard.ts';
import './popup.css';
import { Popup } from './view.tsx';

const t = createPageTranslate();
const outbox = createOutboxStore();

/** Opens a page of the extension and leaves the way to it free. */
async function openAndClose(open: () => Promise<void>): Promise<void> {
  await open();
  window.close();
}

mount(
  <Popup
    readPage={() => sendToActiveTab({ type: 'page/read' })}
    loadSettings={loadSettings}
    changeSettings={changeAndTell}
    writeClipboard={writeClipboard}
    watchReports={(limit, onEntries) => outbox.watchNewest(limit, onEntries)}
    retryReport={(canonical) => sendToBackground({ type: 'report/retry', canonical })}
    forgetReport={(canonical) => sendToBackground({ type: 'report/forget', canonical })}
    openOptions={() => openAndClose(openOptions)}
    openReview={() => openAndClose(() => openPage('pages/review/index.html'))}
  />,
  { t, locale: readLocale() },
  t('extensionName'),
);
