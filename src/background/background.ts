/**
 * The background: listeners first, all of them while the script runs for the first time, then the work
 * that an earlier worker may have left.
 */
import { DRAFT_DAYS } from '../model/draft.ts';
import {
  findTabInFront,
  hideOrigin,
  injectPart,
  listenForMenu,
  listenForMessages,
  listenForNetwork,
  listenForShortcuts,
  listenForWakes,
  listTabs,
  markTab,
  markTabAndNext,
  openTab,
  scheduleWake,
  showTab,
  tellTab,
  tellTabs,
  unmarkTab,
} from '../platform/background-runtime.ts';
import { createDraftStore } from '../platform/draft-store.ts';
import { createLedgerStore } from '../platform/ledger-store.ts';
import { createNoMistakeStore } from '../platform/no-mistake-store.ts';
import {
  listenForNotificationClicks,
  mayNotify,
  showNotification,
} from '../platform/notifications.ts';
import { createOutboxStore } from '../platform/outbox-store.ts';
import {
  changeSettings,
  keepEditorSite,
  loadEditorAccess,
  loadPolicy,
  loadSettings,
} from '../platform/settings-store.ts';
import { chooseWords, loadWords } from '../platform/words.ts';
import { createAnswerContent } from './answer-content.ts';
import { createAnswerPages } from './answer-pages.ts';
import { askTab } from './ask-tab.ts';
import { createContinueDraft } from './continue-draft.ts';
import { createDeliver, resumeInterrupted } from './deliver.ts';
import { createFindEditor } from './find-editor.ts';
import { createFindReceiver } from './find-receiver.ts';
import { createFindSources } from './find-sources.ts';
import { createLedger } from './ledger.ts';
import { createNoMistakes } from './no-mistakes.ts';
import { createFindArticle, createNotifyFixed } from './notify-fixed.ts';
import { createIsOwnPage } from './own-page.ts';
import { createPlaced } from './placed.ts';
import { createPostByPage } from './post-by-page.ts';
import { createRetryReports, createRetryWaiting } from './retry-reports.ts';
import { createRunCommand, listMenuEntries } from './run-command.ts';
import { createSaveReports } from './save-reports.ts';
import { createStartReport } from './start-report.ts';

/** How long the ledger waits for the administrator's policy, in ms: Chromium may take seconds at its start. */
const LEDGER_PATIENCE = 5_000;

const outbox = createOutboxStore();
const drafts = createDraftStore();
const now = () => Date.now();
const pause = (wait: number) => new Promise<void>((resolve) => setTimeout(resolve, wait));
const resumed = resumeInterrupted(outbox, now()).catch(() => undefined);
// Before anything is sent; should it fail, nothing is, until the next start.
const hidden = hideOrigin();
const onReceipt = createNotifyFixed({
  isAllowed: mayNotify,
  notify: showNotification,
  loadSettings,
  loadWords,
});
/** Before the origin is hidden, nothing is sent. */
const sendHidden: typeof fetch = async (input, init) => {
  await hidden;
  return fetch(input, init);
};
const noMistakes = createNoMistakes({ store: createNoMistakeStore(), fetch: sendHidden, now });
const deliver = createDeliver({
  outbox,
  fetch: (input, init) => fetch(input, init),
  postByPage: createPostByPage({ askTab, listTabs }),
  ...{ onReceipt, scheduleWake },
  onDelivered: (entry) => noMistakes.refresh(entry),
  now,
  random: Math.random,
});
/** A failing outbox (a full disk, say) is met again at the next wake. */
const deliverDue = () =>
  Promise.all([resumed, hidden])
    .then(deliver)
    .catch(() => undefined);

const readWords = async () => loadWords((await loadSettings()).language);
const findReceiver = createFindReceiver({ loadSettings, loadPolicy });
const saveReports = createSaveReports({
  ...{ outbox, findReceiver, changeSettings, deliverDue, scheduleWake, now },
});
const retryReports = createRetryReports({ outbox, deliverDue, now });
const retryWaiting = createRetryWaiting({ outbox, deliverDue, now });
const startReport = createStartReport(askTab);
const runCommand = createRunCommand({ tellTab, startReport });

const findEditor = createFindEditor({
  ...{ loadEditorAccess, keepEditorSite, pause },
  fetch: sendHidden,
});
const placed = createPlaced({
  ...{ outbox, loadSettings, findEditor, onReceipt, deliverDue, now, pause },
  fetch: sendHidden,
  random: Math.random,
});

const ledger = createLedger({
  ...{ loadSettings, loadEditorAccess, now },
  store: createLedgerStore(),
  // Nobody waits for it, and what it forbids is not to be done.
  loadPolicy: () => loadPolicy(LEDGER_PATIENCE),
});

const answerContent = createAnswerContent({
  ...{ outbox, drafts, findReceiver, saveReports, askTab, loadSettings, changeSettings, now },
  async injectPart(part, tabId, frameId) {
    await injectPart(part, tabId, frameId, chooseWords((await loadSettings()).language));
  },
  ...{ retryReports, retryWaiting, placed, noMistakes, ledger },
  findSources: createFindSources(findEditor),
  tellUnshown: async (tabId) => markTab(tabId, (await readWords()).t('reportUnshown')),
  async tellLacking(tabId, count) {
    if (count === 0) await unmarkTab(tabId);
    else await markTab(tabId, (await readWords()).t('popupCheckMark', { count }));
  },
  tellUnmended: async (tabId) => markTabAndNext(tabId, (await readWords()).t('reuseUnmended')),
  isOwnPage: createIsOwnPage({ loadPolicy, loadEditorAccess }),
});
const answerPages = createAnswerPages({
  ...{
    outbox,
    drafts,
    findReceiver,
    saveReports,
    retryReports,
    deliverDue,
    tellTabs,
    ledger,
    now,
  },
  renewMenu: () => putMenu(),
  continueDraft: createContinueDraft({ askTab, listTabs, showTab, openTab, pause }),
  async unmarkInFront() {
    const tabId = await findTabInFront();
    if (tabId !== null) await unmarkTab(tabId).catch(() => undefined);
  },
  async startReportInFront() {
    const tabId = await findTabInFront();
    return tabId === null ? false : startReport(tabId, null, false);
  },
});

listenForMessages((message, sender) =>
  sender.kind === 'page' ? answerPages(message, undefined) : answerContent(message, sender),
);
listenForWakes(() => void deliverDue());
listenForNetwork(() => void retryWaiting(null).catch(() => undefined));
listenForShortcuts((name, tabId) => void runCommand(name, { tabId, frameId: null, image: null }));
const putMenu = listenForMenu(
  async () => listMenuEntries((await readWords()).t),
  (id, place) => void runCommand(id, place),
);
listenForNotificationClicks(createFindArticle(outbox));
void drafts.removeOlder(now() - DRAFT_DAYS * 86_400_000).catch(() => undefined);
void ledger.tidy().catch(() => undefined);
void deliverDue();
