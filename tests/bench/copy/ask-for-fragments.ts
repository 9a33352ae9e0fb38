/** Has selections described by Sic and the peer, and opens each page by what they gave. */
import * as v from 'valibot';
import { bundleInPage } from '../bundle-in-page.ts';
import { createRandom } from '../corpus/random.ts';
import type { BenchPage } from '../corpus/read-pages.ts';
import { describeFault } from '../read-answer.ts';
import { KINDS } from './choose-selection.ts';
import { type FragmentPages, serveFragmentPages } from './fragment-pages.ts';

const describedSchema = v.object({ directive: v.nullable(v.string()), ms: v.number() });
const ownSchema = v.object({ cold: describedSchema, warm: describedSchema });
const chosenSchema = v.nullable(v.object({ place: v.unknown(), text: v.string() }));
const sightSchema = v.object({
  verdict: v.picklist(['right', 'nothing', 'wrong']),
  wanted: v.string(),
  found: v.string(),
  why: v.string(),
});

/** What came of one selection. */
export interface Trial {
  page: string;
  kind: string;
  text: string;
  directive: string | null;
  /** ms to make the directive; where the page's text was kept ready, in `ms_prepared` */
  ms: number;
  msPrepared: number | null;
  /** none: no directive was given · failed: the contender threw, or hung */
  verdict: 'right' | 'nothing' | 'wrong' | 'none' | 'failed';
  why: string;
}

export interface Trials {
  sic: Trial[];
  /** empty where Sic is alone */
  polyfill: Trial[];
}

export interface AskOptions {
  seed: number;
  /** selections on each page */
  each: number;
  alone: boolean;
  tell: (text: string) => void;
}

/** A place without words gives none; as often is another looked for. */
const ATTEMPTS = 8;

export async function askForFragments(
  pages: readonly BenchPage[],
  { seed, each, alone, tell }: AskOptions,
): Promise<Trials> {
  const script = await bundleInPage('copy/in-page.ts');
  const peerScript = await bundleInPage('copy/in-page-polyfill.ts');
  const random = createRandom(seed);
  const trials: Trials = { sic: [], polyfill: [] };
  const tab = await serveFragmentPages();
  try {
    for (const [index, page] of pages.entries()) {
      if (index % 25 === 0) tell(`fragments: ${index} of ${pages.length} pages`);
      for (let turn = 0; turn < each; turn += 1) {
        const kind = KINDS[(index * each + turn) % KINDS.length] ?? KINDS[0];
        const rolls = Array.from({ length: ATTEMPTS }, () => [
          random.next(),
          random.next(),
          random.next(),
        ]);
        const made = await makeTrials(
          tab,
          page,
          kind,
          rolls,
          script,
          alone ? null : peerScript,
        ).catch((fault: unknown) => tell(`${page.name}: ${describeFault(fault)}`));
        if (!made) continue;
        trials.sic.push(made.sic);
        if (made.polyfill !== null) trials.polyfill.push(made.polyfill);
      }
    }
  } finally {
    await tab.close();
  }
  return trials;
}

async function makeTrials(
  tab: FragmentPages,
  page: BenchPage,
  kind: string,
  rolls: number[][],
  script: string,
  peerScript: string | null,
) {
  await tab.open(page, null, script);
  const chosen = await choose(tab, kind, rolls);
  if (chosen === null) return null;
  const base = { page: page.name, kind, text: chosen.text, msPrepared: null };
  const { cold, warm } = v.parse(ownSchema, await tab.ask('bench.describe()'));
  const polyfill = peerScript === null ? null : await askPolyfill(tab, peerScript);
  const look = async (directive: string | null) => {
    if (directive === null) return { verdict: 'none' as const, why: 'no directive' };
    await tab.open(page, directive, script);
    const sight = await tab.ask(`bench.look(${JSON.stringify(chosen.place)})`);
    const { verdict, why, wanted, found } = v.parse(sightSchema, sight);
    return { verdict, why: verdict === 'right' ? '' : `${why}; “${wanted}” → “${found}”` };
  };
  return {
    sic: { ...base, ...cold, msPrepared: warm.ms, ...(await look(cold.directive)) },
    polyfill: polyfill && {
      ...base,
      ...polyfill,
      ...(polyfill.why ? polyfill : await look(polyfill.directive)),
    },
  } satisfies { sic: Trial; polyfill: Trial | null };
}

async function choose(tab: FragmentPages, kind: string, rolls: number[][]) {
  for (const roll of rolls) {
    const chosen = v.parse(
      chosenSchema,
      await tab.ask(`bench.choose(${JSON.stringify(kind)}, ${JSON.stringify(roll)})`),
    );
    if (chosen !== null) return chosen;
  }
  return null;
}

/** It may hang for longer than anybody waits: that is an answer too. */
async function askPolyfill(tab: FragmentPages, script: string) {
  const start = performance.now();
  try {
    await tab.ask(script);
    const described = v.parse(describedSchema, await tab.ask('peer.describe()'));
    return { ...described, verdict: 'none' as const, why: '' };
  } catch (fault) {
    const ms = performance.now() - start;
    return { directive: null, ms, verdict: 'failed' as const, why: describeFault(fault) };
  }
}
