/** The review's place in the address bar, as it is now and after every link, step back and `go`. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type DeskLocation, readLocation, writeLocation } from './location.ts';

/** Goes to a place: as a link would, or in the place of the present one, which cannot be gone back to then. */
export type Go = (location: DeskLocation, options?: { replace?: boolean }) => void;

/** The location stays the same object until it is another place, so that effects can depend on it. */
export function useLocation(): [DeskLocation, Go] {
  const [location, setLocation] = useState(() => readLocation(window.location.hash));

  const follow = useCallback(() => {
    const next = readLocation(window.location.hash);
    setLocation((held) => (writeLocation(held) === writeLocation(next) ? held : next));
  }, []);

  useEffect(() => {
    // A step back through what `go` wrote changes no document; both are told of a typed address.
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener('hashchange', follow);
    };
  }, [follow]);

  const go = useCallback<Go>(
    (next, { replace = false } = {}) => {
      const hash = writeLocation(next);
      if (replace) history.replaceState(history.state, '', hash);
      else if (hash !== window.location.hash) history.pushState(null, '', hash);
      follow();
    },
    [follow],
  );

  return [location, go];
}
