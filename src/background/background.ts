/**
 * The background: listeners first, all of them while the script runs for the first time, then the work
 * that an earlier worker may have left.
 */
import {
  hideOrigin,
  injectPart,
  listenForMessages,
  listenForWakes,
  scheduleWake,
  tellTabs,
} from '../platform/background-runtime.ts';
import { createOutboxStore } from '../platform/outbox-store.ts';
import { changeSettings, loadPolicy, loadSettings } from '../platform/settings-store.ts';
import { createAnswerContent } from './answer-content.ts';
import { createAnswerPages } from './answer-pages.ts';
import { createDeliver, resumeInterrupted } from './deliver.ts';

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
void deliverDue();
