/**
 * The report as it will be sent: the sentence with the marked words, and what the reader says about them. The
 * fields belong to the browser: they get their values once, and no later drawing of the dialog touches them.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { nameKind } from '../model/kind-names.ts';
import { REPORT_KINDS, type ReportKind } from '../model/report.ts';
import type { Translate } from '../model/translate.ts';

/** What stands in the fields, as it was typed. */
export interface ReportFields {
  kind: ReportKind;
  correction: string;
  comment: string;
  /** to a receiver of another site */
  agreed: boolean;
}

export interface ShownDraft {
  quote: { prefix: string; exact: string; suffix: string };
  kind: ReportKind;
  /** the marked words themselves where nothing else was typed */
  correction: string;
  comment: string;
}

/** Characters that a field of one line shows at a glance. */
const ONE_LINE = 48;
/** Characters from which a quote may be cut off, so that it scrolls. */
const LONG_QUOTE = 150;

export type CorrectionElement = HTMLInputElement | HTMLTextAreaElement;

interface ReportDraftProps {
  draft: ShownDraft;
  /** BCP 47 tag of the quoted text, or null */
  language: string | null;
  /** there is nothing to fill in: it is too long, or on its way already */
  isClosed: boolean;
  isRestored: boolean;
  /** id of the form that Start over submits */
  form: string;
  t: Translate;
  /** what is to be read behind the sentence */
  children: ComponentChildren;
}

export function ReportDraft(props: ReportDraftProps) {
  const { language, isClosed, isRestored, form, t } = props;
  const [draft] = useState(props.draft);
  const fields = useRef<HTMLDivElement>(null);

  // A reset gives the marked words, not what was restored; so the one is the default, the other the value.
  useLayoutEffect(() => {
    for (const name of ['kind', 'correction', 'comment'] as const) {
      const field = fields.current?.querySelector<HTMLSelectElement | CorrectionElement>(
        `#${name}`,
      );
      if (field) field.value = draft[name];
    }
  }, [draft]);

  return (
    <>
      <Quote {...props.draft.quote} language={language} />
      {props.children}
      <div ref={fields} hidden={isClosed}>
        {isRestored && (
          <p id="restored" class="restored">
            {t('dialogDraftBack')}{' '}
            <button type="submit" form={form} class="plain" value="start-over">
              {t('dialogDraftDiscard')}
            </button>
          </p>
        )}
        <div class="field row">
          <label for="kind">{t('dialogKind')}</label>
          <select id="kind" name="kind">
            {REPORT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {nameKind(kind, t)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="correction">{t('dialogCorrection')}</label>
          <Correction
            draft={draft}
            language={language}
            describedBy={isRestored ? 'restored' : undefined}
          />
        </div>
        <div class="field">
          <label for="comment">{t('dialogComment')}</label>
          <textarea
            id="comment"
            name="comment"
            rows={2}
            maxLength={4000}
            dir="auto"
            autocomplete="off"
          />
        </div>
      </div>
    </>
  );
}

function Quote({
  prefix,
  exact,
  suffix,
  language,
}: ShownDraft['quote'] & { language: string | null }) {
  const quote = useRef<HTMLQuoteElement>(null);
  const mark = useRef<HTMLElement>(null);
  const isLong = prefix.length + exact.length + suffix.length > LONG_QUOTE;
  // Where the sentence is cut off, the marked words are what is seen of it first.
  useLayoutEffect(() => {
    const [box, words] = [quote.current, mark.current];
    if (box !== null && words !== null) {
      box.scrollTop = Math.max(0, words.offsetTop - box.offsetTop - box.clientHeight / 3);
    }
  }, []);
  return (
    <blockquote
      ref={quote}
      lang={language ?? undefined}
      dir="auto"
      // What scrolls is reached with the keyboard.
      tabIndex={isLong ? 0 : undefined}
    >
      {prefix}
      <mark ref={mark}>{exact}</mark>
      {suffix}
    </blockquote>
  );
}

interface CorrectionProps {
  draft: ShownDraft;
  language: string | null;
  describedBy: string | undefined;
}

function Correction({ draft, language, describedBy }: CorrectionProps) {
  const { exact } = draft.quote;
  const longest = [exact, draft.correction].reduce((a, b) => (b.length > a.length ? b : a));
  const shared = {
    id: 'correction',
    name: 'correction',
    maxLength: 2000,
    lang: language ?? undefined,
    dir: 'auto',
    autocomplete: 'off',
    spellcheck: true,
    defaultValue: exact,
    'aria-describedby': describedBy,
  } as const;
  const isLong = longest.length > ONE_LINE || /[\r\n]/.test(exact + draft.correction);
  return isLong ? (
    <textarea {...shared} rows={Math.min(6, 1 + Math.ceil(longest.length / ONE_LINE))} />
  ) : (
    <input {...shared} type="text" />
  );
}

/** @param form the dialog's; the fields that do not stand in it are as they are at first */
export function readFields(form: HTMLFormElement): ReportFields {
  const fields = new FormData(form);
  const read = (name: string) => String(fields.get(name) ?? '');
  return {
    kind: REPORT_KINDS.find((kind) => kind === read('kind')) ?? 'spelling',
    correction: read('correction'),
    comment: read('comment'),
    agreed: fields.get('agreed') !== null,
  };
}
