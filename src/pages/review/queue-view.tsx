/** The queue: reports of one state as a list, walked and decided with the mouse or with single keys. */
import { useRef, useState } from 'preact/hooks';
import { canMove, REPORT_STATES, type ReportState } from '../../model/report.ts';
import type { Editor, ReviewApi, ReviewItem } from '../../platform/editors-api.ts';
import { Announcer, useAnnouncer } from '../../ui/announcer.tsx';
import { DECIDED, STATE_NAMES } from '../../ui/report-states.ts';
import { Switch } from '../../ui/switch.tsx';
import { useNow } from '../../ui/time.ts';
import { useWords } from '../../ui/words.ts';
import { describeFailure } from './describe-failure.ts';
import { composePlaceUrl } from './place-url.ts';
import type { KeyCommand } from './read-key.ts';
import { ReportRow } from './report-row.tsx';
import { useKeys, useKeysSetting } from './use-keys.ts';
import { useQueue } from './use-queue.ts';

interface QueueViewProps {
  api: ReviewApi;
  editor: Editor;
  onUnauthorised(): void;
  onSignOut(): void;
}

export function QueueView({ api, editor, onUnauthorised, onSignOut }: QueueViewProps) {
  const { t } = useWords();
  const [state, setState] = useState<ReportState>('new');
  const [keysOn, setKeysOn] = useKeysSetting();
  const { message, announce } = useAnnouncer();
  const queue = useQueue(api, state, onUnauthorised);
  const now = useNow();
  const list = useRef<HTMLOListElement>(null);
  const [current, setCurrent] = useCurrent();
  /** canonical of the report whose rejection is being given a reason */
  const [rejecting, setRejecting] = useState<string | null>(null);
  /** canonical of reports whose decision is under way */
  const deciding = useRef(new Set<string>());

  const focusRow = (canonical: string) => {
    setCurrent(canonical);
    const rows = list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [];
    [...rows].find((row) => row.dataset['canonical'] === canonical)?.focus();
  };

  const decide = async (item: ReviewItem, to: ReportState, reason = '') => {
    if (!canMove(item.state, to) || deciding.current.has(item.canonical)) return;
    deciding.current.add(item.canonical);
    setRejecting(null);
    // The button pressed may go with the state it belonged to: the row itself stays.
    focusRow(item.canonical);
    const answer = await queue.decide(item, to, reason);
    deciding.current.delete(item.canonical);
    announce(answer.ok ? t(DECIDED[answer.value.state]) : describeFailure(answer, t));
  };

  const step = (by: 1 | -1) => {
    const at = queue.items.findIndex(({ canonical }) => canonical === current());
    const target = at === -1 ? queue.items[0] : queue.items[at + by];
    if (target !== undefined) focusRow(target.canonical);
  };

  const run = (command: KeyCommand) => {
    if (command === 'next') return step(1);
    if (command === 'previous') return step(-1);
    const item = queue.items.find(({ canonical }) => canonical === current());
    if (item === undefined) return;
    if (command === 'accept') void decide(item, 'accepted');
    if (command === 'fix') void decide(item, 'fixed');
    if (command === 'spam') void decide(item, 'spam');
    if (command === 'undo') void decide(item, 'new');
    if (command === 'reject' && canMove(item.state, 'rejected')) setRejecting(item.canonical);
    if (command === 'open') openPlace(item);
  };

  useKeys(keysOn, run);

  return (
    <>
      <header class="page-header">
        <div>
          <h1>{t('reviewTitle')}</h1>
          <p class="quiet">{t('reviewWho', { name: editor.name, site: editor.site })}</p>
        </div>
        <button type="button" onClick={onSignOut}>
          {t('reviewSignOut')}
        </button>
      </header>
      <main>
        <div class="bar">
          <fieldset class="filters" aria-label={t('reviewFilter')}>
            {REPORT_STATES.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === state}
                onClick={() => setState(one)}
              >
                {t(STATE_NAMES[one])}
              </button>
            ))}
          </fieldset>
          <button type="button" class="plain" onClick={queue.reload}>
            {t('reviewReload')}
          </button>
        </div>
        <ol class="queue" ref={list} aria-label={t(STATE_NAMES[state])} aria-busy={queue.loading}>
          {queue.items.map((item) => (
            <ReportRow
              key={item.canonical}
              item={item}
              now={now}
              current={item.canonical === current()}
              rejecting={item.canonical === rejecting}
              onFocus={() => setCurrent(item.canonical)}
              onDecide={(to, reason) => void decide(item, to, reason)}
              onReject={(open) => {
                setRejecting(open ? item.canonical : null);
                if (!open) focusRow(item.canonical);
              }}
            />
          ))}
        </ol>
        {queue.failed !== null && (
          <p role="alert" class="error">
            {describeFailure(queue.failed, t)}
          </p>
        )}
        {queue.loading && <p class="quiet">{t('reviewLoading')}</p>}
        {!queue.loading && queue.failed === null && queue.items.length === 0 && (
          <p class="empty">{t('reviewEmpty')}</p>
        )}
        {queue.more && !queue.loading && (
          <p>
            <button type="button" onClick={queue.loadMore}>
              {t('reviewMore')}
            </button>
          </p>
        )}
      </main>
      <footer>
        <Switch checked={keysOn} onChange={setKeysOn}>
          {t('reviewKeys')}
        </Switch>
        <p class="quiet">{t('reviewKeysHint')}</p>
      </footer>
      <Announcer message={message} />
    </>
  );
}

/**
 * The report that keys are about, by its canonical id. It is read back as it was last set: keys can come
 * faster than the view is drawn again.
 */
function useCurrent(): [() => string | null, (canonical: string) => void] {
  const held = useRef<string | null>(null);
  const [, setDrawn] = useState<string | null>(null);
  return [
    () => held.current,
    (canonical) => {
      held.current = canonical;
      setDrawn(canonical);
    },
  ];
}

function openPlace(item: ReviewItem): void {
  const url = composePlaceUrl(item);
  if (url !== null) window.open(url, '_blank', 'noopener,noreferrer');
}
