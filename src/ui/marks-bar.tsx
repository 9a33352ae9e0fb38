/**
 * The bar in the corner of a page on which places are marked: how many there are, and what can be done with
 * them together. It is a form, because no page can stop its submission on the way, as it can a click.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../model/translate.ts';
import { readDirection } from './document-locale.ts';

export interface MarksBarProps {
  /** places that are marked on this page */
  count: number;
  t: Translate;
  locale: string;
  onSend(): void;
  onDiscard(): void;
}

export function MarksBar({ count, t, locale, onSend, onDiscard }: MarksBarProps) {
  const [isAsking, setIsAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const pressed = useRef(false);

  // The buttons change under the press: the careful one of the new ones has the focus.
  useLayoutEffect(() => {
    if (pressed.current) focusButton(form.current, isAsking ? 'keep' : 'ask');
    pressed.current = false;
  }, [isAsking]);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const { submitter } = event;
    if (!event.isTrusted || !(submitter instanceof HTMLButtonElement)) return;
    if (submitter.value === 'send') onSend();
    if (submitter.value === 'discard') onDiscard();
    pressed.current = submitter.value !== 'send';
    setIsAsking(submitter.value === 'ask');
  }

  const buttons = isAsking
    ? ([
        ['discard', t('marksDiscard')],
        ['keep', t('marksKeep')],
      ] as const)
    : ([
        ['send', t('marksSend')],
        ['ask', t('marksDiscard')],
      ] as const);

  return (
    <section aria-label={t('marksRegion')} dir={readDirection(locale)} lang={locale}>
      <p role="status">{isAsking ? t('marksDiscardAsk') : t('marksHeld', { count })}</p>
      <form ref={form} class="actions" onSubmit={submit}>
        {buttons.map(([value, label]) => (
          <button
            key={value}
            type="submit"
            value={value}
            class={value === 'send' ? 'primary' : 'action'}
          >
            {label}
          </button>
        ))}
      </form>
    </section>
  );
}

function focusButton(form: HTMLFormElement | null, value: string): void {
  form?.querySelector<HTMLElement>(`button[value="${value}"]`)?.focus();
}
