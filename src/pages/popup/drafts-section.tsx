/** What was begun and not sent yet, live: what belongs to the page in front first. Nothing, where there is nothing. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StoredDraft } from '../../model/draft.ts';
import type { Result } from '../../model/result.ts';
import type { Announce } from '../../ui/announcer.tsx';
import { useWords } from '../../ui/words.ts';
import { DraftItem } from './draft-item.tsx';
import { sortDrafts } from './draft-order.ts';
import type { PopupDeps } from './popup-deps.ts';

/** So many stand there, and the others when they are asked for, so that they do not push all else away. */
const SHOWN = 3;

type DraftsSectionProps = Pick<
  PopupDeps,
  'watchDrafts' | 'sendDraft' | 'continueDraft' | 'forgetDraft' | 'readAddress'
> & {
  announce: Announce;
  /** takes the focus when the last draft goes, and this section with it */
  next: RefObject<HTMLElement | null>;
};

export function DraftsSection(props: DraftsSectionProps) {
  const { watchDrafts, sendDraft, continueDraft, forgetDraft, readAddress, announce, next } = props;
  const { t } = useWords();
  const [drafts, setDrafts] = useState<StoredDraft[]>([]);
  const [address, setAddress] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one subscription, for as long as the popup is open
  useEffect(() => {
    void readAddress().then(setAddress);
    return watchDrafts(setDrafts);
  }, []);
  useLayoutEffect(() => {
    // The button that had the focus has gone; what it was pressed for stands in its place.
    if (isWhole) list.current?.children[SHOWN]?.querySelector('button')?.focus();
  }, [isWhole]);
  if (drafts.length === 0) return null;

  /** The button that had the focus goes with its draft. */
  const leave = (answer: Result<null>, said: string) => {
    announce(answer.ok ? said : t('popupFailed'));
    if (answer.ok) (drafts.length > 1 ? heading : next).current?.focus();
  };
  const send = async (canonical: string) => {
    const answer = await sendDraft(canonical);
    if (!answer.ok && answer.code === 'consent-needed') return answer.detail;
    leave(answer, t('popupSent'));
    return null;
  };
  const resume = async (canonical: string) => {
    const answer = await continueDraft(canonical);
    if (!answer.ok) announce(t('popupFailed'));
  };
  const sorted = sortDrafts(drafts, address);
  return (
    <section aria-labelledby="drafts-heading">
      <h2 id="drafts-heading" class="eyebrow" ref={heading} tabIndex={-1}>
        {t('popupDrafts')}
      </h2>
      <ul ref={list}>
        {(isWhole ? sorted : sorted.slice(0, SHOWN)).map((draft) => (
          <DraftItem
            key={draft.canonical}
            draft={draft}
            onContinue={() => void resume(draft.canonical)}
            onSend={() => send(draft.canonical)}
            onForget={async () => leave(await forgetDraft(draft.canonical), t('popupDraftDeleted'))}
          />
        ))}
      </ul>
      {!isWhole && sorted.length > SHOWN && (
        <button type="button" class="more" onClick={() => setWhole(true)}>
          {t('reviewMore')}
        </button>
      )}
    </section>
  );
}
