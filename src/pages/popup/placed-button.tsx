/** Leads to the reported mistakes that are shown in the page in front. Nothing, where there are none. */
import { useEffect, useState } from 'preact/hooks';
import type { Announce } from '../../ui/announcer.tsx';
import { useWords } from '../../ui/words.ts';
import type { PopupDeps } from './popup-deps.ts';

type PlacedButtonProps = Pick<PopupDeps, 'countPlaced' | 'showPlaced'> & { announce: Announce };

export function PlacedButton({ countPlaced, showPlaced, announce }: PlacedButtonProps) {
  const { t } = useWords();
  const [count, setCount] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is asked once, as the popup opens
  useEffect(() => {
    // Where nothing is shown in the page, nobody answers.
    void countPlaced().then((answer) => setCount(answer.ok ? answer.value : 0));
  }, []);
  if (!(Number.isSafeInteger(count) && count > 0)) return null;
  const show = async () => {
    const answer = await showPlaced();
    // Where it could be shown, the popup closes.
    if (!answer.ok) announce(t('popupFailed'));
  };
  return (
    <button type="button" class="placed" onClick={() => void show()}>
      {t('popupShowPlaced', { count })}
    </button>
  );
}
