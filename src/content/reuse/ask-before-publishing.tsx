/** The dialog that stands before a text that lacks a source goes out, until it is answered. */
import { render } from 'preact';
import type { Translate } from '../../model/translate.ts';
import colours from '../../ui/page-colours.css';
import dialogStyles from '../../ui/report-dialog.css';
import styles from '../../ui/reuse-dialog.css';
import { type PublishAnswer, ReuseDialog } from '../../ui/reuse-dialog.tsx';
import type { ShownMatter } from '../../ui/reuse-matter.tsx';
import { createOwnElement, removeElement, shieldElement } from '../own-element.ts';
import { findStage } from './stage.ts';

export interface AskDeps {
  matters: readonly ShownMatter[];
  /** the same with all that is to be shown of them, once it is there */
  described: Promise<readonly ShownMatter[]>;
  t: Translate;
  locale: string;
  /** @returns what could not be put in, in words; '' where all is in */
  putIn(): Promise<string>;
  /** @returns what became of it, in words */
  copy(place: ShadowRoot): Promise<string>;
  /** gone: the page has taken the dialog away */
  onDone(answer: PublishAnswer | 'gone'): void;
}

/** Throws where no dialog can be shown. */
export function askBeforePublishing({
  described,
  t,
  locale,
  putIn,
  copy,
  onDone,
  ...deps
}: AskDeps): void {
  let { matters } = deps;
  const stage = findStage();
  const own = createOwnElement('sic-dialog', [colours, dialogStyles, styles], stage);
  let isDone = false;
  let isBusy = false;
  let fault = '';

  const done = (answer: PublishAnswer | 'gone'): void => {
    // To put something in, the dialog gives way for a moment.
    if (isDone || (isBusy && answer === 'back')) return;
    isDone = true;
    watcher.disconnect();
    render(null, own.root);
    removeElement(own);
    onDone(answer);
  };
  const say = (said: string): void => {
    fault = said;
    isBusy = false;
    if (!isDone) draw();
  };
  async function answer(asked: PublishAnswer): Promise<void> {
    if (asked !== 'put-in') return done(asked);
    isBusy = true;
    draw();
    const left = await putIn().catch(() => t('reuseNotPutIn'));
    if (left === '') done('put-in');
    else say(left);
  }
  function draw(): void {
    render(
      <ReuseDialog
        {...{ matters, fault, isBusy, t, locale }}
        onAnswer={(asked) => void answer(asked)}
        onCopy={() => void copy(own.root).then(say)}
      />,
      own.root,
    );
  }
  void described.then(
    (all) => {
      matters = all;
      if (!isDone) draw();
    },
    () => undefined,
  );
  // A page that does not let it stand is not to be held up by it.
  const watcher = new MutationObserver(() => {
    if (!own.host.isConnected) done('gone');
  });
  const { documentElement } = stage.document;
  documentElement.append(own.host);
  shieldElement(own);
  watcher.observe(documentElement, { childList: true });
  try {
    draw();
  } catch (error) {
    isDone = true;
    watcher.disconnect();
    removeElement(own);
    throw error;
  }
}
