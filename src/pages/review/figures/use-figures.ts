/** Figures as they were asked for: what was answered is kept while the page is, for going to and fro between periods. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failed } from '../../../platform/editors/ask-endpoint.ts';
import type { Figures, FiguresApi } from '../../../platform/editors/figures.ts';

export interface FiguresQuestion {
  site: string;
  from: string;
  to: string;
  zone: string;
}

interface LoadedFigures {
  /** of the last question that was answered: while another is under way they stay */
  figures: Figures | null;
  loading: boolean;
  failed: Failed | null;
  /** asks anew */
  reload(): void;
}

/** How long an answer is good, in ms. */
const LIFETIME = 5 * 60_000;

/** @param isShown whether the page is looked at: nothing is asked for otherwise */
export function useFigures(
  api: FiguresApi,
  { site, from, to, zone }: FiguresQuestion,
  isShown: boolean,
): LoadedFigures {
  const [figures, setFigures] = useState<Figures | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const [loading, setLoading] = useState(false);
  const [round, setRound] = useState(0);
  const answers = useRef(new Map<string, { at: number; figures: Figures }>());

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again
  useEffect(() => {
    if (!isShown) return;
    const key = JSON.stringify([site, from, to, zone]);
    const known = answers.current.get(key);
    setFailed(null);
    if (known !== undefined && Date.now() - known.at < LIFETIME) {
      setFigures(known.figures);
      setLoading(false);
      return;
    }
    let isLatest = true;
    setLoading(true);
    void api.read({ site, from, to, zone }).then((answer) => {
      if (!isLatest) return;
      setLoading(false);
      if (answer.ok) {
        answers.current.set(key, { at: Date.now(), figures: answer.value });
        setFigures(answer.value);
      } else setFailed(answer);
    });
    return () => {
      isLatest = false;
    };
  }, [api, site, from, to, zone, isShown, round]);

  const reload = () => {
    answers.current.clear();
    setRound((count) => count + 1);
  };
  return { figures, loading, failed, reload };
}
