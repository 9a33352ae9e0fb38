/** What is pressed while the answer to the last is on its way is done after it: neither lost, nor before it. */
import { useCallback, useRef } from 'preact/hooks';

export function useTurns(): <T>(act: () => Promise<T>) => Promise<T> {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback((act) => {
    const mine = last.current.then(act);
    last.current = mine;
    return mine;
  }, []);
}
