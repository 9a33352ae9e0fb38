/**
 * The report dialog on a page: describes what is selected, asks the background where it goes, and says
 * "saved" once the background has it in its outbox.
 */
import { render } from 'preact';
import { v7 as createUuid } from 'uuid';
import type { Receiver } from '../model/receiver.ts';
import { composeAnnotation } from '../model/report.ts';
import { readAnnotationService } from '../page/annotation-service.ts';
import { describeQuote, type QuoteSelectors } from '../page/quote.ts';
import { readCitation } from '../page/source/read-citation.ts';
import { createContentTranslate, readLocale } from '../platform/content-runtime.ts';
import styles from '../ui/report-dialog.css';
import { type DialogStatus, ReportDialog, type ReportFields } from '../ui/report-dialog.tsx';
import { askBackground } from './ask-background.ts';
import { readCurrent } from './current-source.ts';
import { createOwnElement } from './own-element.ts';
import { shareParts } from './parts.ts';
import { writeClipboard } from './write-clipboard.ts';

/** Characters of a selection that are taken; a sentence or two, not an article. */
const QUOTE_LIMIT = 1_000;

const t = createContentTranslate([
  'dialogSaving',
  'dialogNoAnswer',
  'dialogCopyText',
  'dialogCopied',
  'dialogAgreeMissing',
]);
const locale = readLocale();
let opened: { host: HTMLElement; root: ShadowRoot } | null = null;

/** The dialog that stands. A page may take it out: then nothing is left that could be put back in. */
function findOpened(): typeof opened {
  if (opened !== null && !opened.host.isConnected) {
    render(null, opened.root);
    opened = null;
  }
  return opened;
}

function openDialog(range: Range): void {
  if (findOpened() !== null) return;
  const selectors = describeQuote(range, document.body ?? document.documentElement);
  if (selectors === null) return;
  const { host, root } = createOwnElement('sic-dialog', [styles]);
  opened = { host, root };
  document.documentElement.append(host);
  runDialog(root, selectors, () => {
    render(null, root);
    host.remove();
    opened = null;
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  });
}

function runDialog(root: ShadowRoot, selectors: QuoteSelectors, onClose: () => void): void {
  const [quote] = selectors;
  const source = readCurrent(document, readCitation);
  const declared = readAnnotationService(document);
  // Minted once: however often this dialog sends, it is the same report.
  const canonical = `urn:uuid:${createUuid()}`;
  const createdAt = Date.now();
  let receiver: Receiver | null = null;
  let status: DialogStatus = { kind: 'editing' };
  let shown = quote;
  if (quote.exact.length > QUOTE_LIMIT) {
    status = { kind: 'too-long', limit: QUOTE_LIMIT };
    shown = { ...quote, exact: `${quote.exact.slice(0, QUOTE_LIMIT)}…`, suffix: '' };
  }

  const annotate = ({ correction, comment }: ReportFields) =>
    composeAnnotation({
      canonical,
      source: source.url,
      selectors,
      kind: 'spelling',
      correction: correction === quote.exact ? '' : correction,
      comment,
      language: source.language ?? '',
      createdAt,
    });

  async function send(fields: ReportFields): Promise<void> {
    if (receiver?.kind === 'ask' && !fields.agreed) {
      return show({ kind: 'failed', code: 'consent-needed', detail: receiver.host });
    }
    show({ kind: 'saving' });
    const answer = await askBackground({
      type: 'report/save',
      annotation: annotate(fields),
      declared,
      title: source.title,
      agreed: fields.agreed,
    });
    show(
      answer.ok
        ? { kind: 'saved', delivery: answer.value.delivery }
        : { kind: 'failed', code: answer.code, detail: answer.detail },
    );
  }

  async function copy(fields: ReportFields): Promise<void> {
    const text = [
      source.url,
      `${quote.prefix}[${quote.exact}]${quote.suffix}`,
      fields.correction,
      fields.comment,
    ]
      .filter((line) => line !== '')
      .join('\n\n');
    const form = root.querySelector('form');
    if (form !== null && (await writeClipboard({ plain: text, html: null }, form)))
      show({ kind: 'copied' });
  }

  function show(next: DialogStatus): void {
    status = next;
    draw();
  }

  function draw(): void {
    // An answer may come after the dialog has closed.
    if (findOpened()?.root !== root) return;
    render(
      <ReportDialog
        quote={shown}
        language={source.language}
        receiver={receiver}
        pageHost={location.hostname}
        status={status}
        t={t}
        locale={locale}
        onSend={(fields) => void send(fields)}
        onCopy={(fields) => void copy(fields)}
        onClose={onClose}
      />,
      root,
    );
  }

  draw();
  void askBackground({ type: 'receiver/read', declared }).then((answer) => {
    if (answer.ok) receiver = answer.value;
    else status = { kind: 'failed', code: answer.code, detail: answer.detail };
    draw();
  });
}

// Two presses may have asked for this file twice: the first is the one that holds the dialog.
shareParts().dialog ??= {
  open: openDialog,
  host: () => findOpened()?.host ?? null,
  submit: () => findOpened()?.root.querySelector('form')?.requestSubmit(),
};
