/**
 * What has just happened, said once: seen by everybody at one place of the page, and spoken by screen
 * readers. The same words twice in a row are spoken twice, because the region is emptied in between.
 */
import { useCallback, useEffect, useState } from 'preact/hooks';

export type Announce = (message: string) => void;

const GAP = 60;
const STAY = 6_000;

export function useAnnouncer(): { message: string; announce: Announce } {
  const [said, setSaid] = useState({ message: '', count: 0 });
  const [message, setMessage] = useState('');
  useEffect(() => {
    if (said.count === 0) return;
    setMessage('');
    const show = setTimeout(() => setMessage(said.message), GAP);
    const clear = setTimeout(() => setMessage(''), STAY);
    return () => {
      clearTimeout(show);
      clearTimeout(clear);
    };
  }, [said]);
  const announce = useCallback<Announce>((next) => {
    setSaid(({ count }) => ({ message: next, count: count + 1 }));
  }, []);
  return { message, announce };
}

export function Announcer({ message }: { message: string }) {
  return (
    <div class="announcer" role="status" aria-live="polite">
      {message !== '' && <p>{message}</p>}
    </div>
  );
}
