/**
 * The background: listeners first, all of them while the script runs for the first time, then the work
 * that an earlier worker may have left.
 */
import {
  hideOrigin,
  injectPart,
  listenForMenu,
  listenForMessages,
  listenForShortcuts,
  listenForWakes,
  scheduleWake,
  tellTab,
  tellTabs,
} from '../platform/background-runtime.ts';
import { createOutboxStore } from '../platform/outbox-store.ts';
import { changeSettings, loadPolicy, loadSettings } from '../platform/settings-store.ts';
import { createAnswerContent } from './answer-content.ts';
import { createAnswerPages } from './answer-pages.ts';
import { createDeliver, resumeInterrupted } from './deliver.ts';
import { createRunCopyCommand, listMenuEntries } from './run-copy-command.ts';

const outbox = createOutboxStore();
const now = () => Date.now();
const resumed = resumeInterrupted(outbox, now()).catch(() => undefined);
// Before anything is sent; should it fail, nothing is, until the next start.
const hidden = hideOrigin();
const deliver = createDeliver({
  outbox,
  fetch: (input, init) => fetch(input, init),
  scheduleWake,
  now,
  random: Math.random,
});
/** A failing outbox (a full disk, say) is met again at the next wake. */
const deliverDue = () =>
  Promise.all([resumed, hidden])
    .then(deliver)
    .catch(() => undefined);

const shared = { outbox, deliverDue, loadSettings, loadPolicy, now };
const answerContent = createAnswerContent({ ...shared, changeSettings, injectPart, scheduleWake });
const answerPages = createAnswerPages({ ...shared, tellTabs });

listenForMessages((message, sender) =>
  sender.kind === 'page' ? answerPages(message, undefined) : answerContent(message, sender),
);
listenForWakes(() => void deliverDue());
const runCopyCommand = createRunCopyCommand(tellTab);
listenForShortcuts((name, tabId) => void runCopyCommand(name, tabId, null));
listenForMenu(listMenuEntries, (id, tabId, image) => void runCopyCommand(id, tabId, image));
void deliverDue();
