/** Has selections described by Sic and the peer, and opens each page by what they gave. */
import * as v from 'valibot';
import { bundleInPage } from '../bundle-in-page.ts';
import { createRandom, type Random } from '../corpus/random.ts';
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
  /** ms to make the directive */
  ms: number;
  /** ms where the page's text was kept ready; null for who keeps nothing */
  msPrepared: number | null;
  /** none: no directive was given · failed: the contender threw, or hung, or its link could not be opened */
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
  alone: boolean;
  tell: (text: string) => void;
}

/** A place without words gives none; as often is another looked for. */
const ATTEMPTS = 8;

type Chosen = NonNullable<v.InferOutput<typeof chosenSchema>> & { page: BenchPage; kind: string };
type Described = Pick<Trial, 'directive' | 'ms' | 'msPrepared'> & { fault?: string };

/** One selection on each page, of the kinds in turn. Pages that cannot be loaded are told and left out. */
export async function askForFragments(
  pages: readonly BenchPage[],
  { seed, alone, tell }: AskOptions,
): Promise<Trials> {
  const script = await bundleInPage('copy/in-page.ts');
  const peerScript = alone ? null : await bundleInPage('copy/in-page-polyfill.ts');
  const trials: Trials = { sic: [], polyfill: [] };
  const tab = await serveFragmentPages();
  try {
    for (const [index, page] of pages.entries()) {
      if (index % 25 === 0) tell(`fragments: ${index} of ${pages.length} pages`);
      const kind = KINDS[index % KINDS.length] ?? KINDS[0];
      const random = createRandom(seed * 10_000 + index);
      const chosen = await choose(tab, page, kind, script, random).catch((fault: unknown) =>
        tell(`${page.name} is left out: ${describeFault(fault)}`),
      );
      if (!chosen) continue;
      const own = await describeBySic(tab);
      const other =
        peerScript === null ? null : await describeByPolyfill(tab, chosen, script, peerScript);
      trials.sic.push(await follow(tab, script, chosen, own));
      if (other !== null) trials.polyfill.push(await follow(tab, script, chosen, other));
    }
  } finally {
    await tab.close();
  }
  return trials;
}

async function choose(
  tab: FragmentPages,
  page: BenchPage,
  kind: string,
  script: string,
  random: Random,
): Promise<Chosen | null> {
  await tab.open(page, null, script);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const rolls = [random.next(), random.next(), random.next()];
    const answer = await tab.ask(`bench.choose(${JSON.stringify(kind)}, ${JSON.stringify(rolls)})`);
    const chosen = v.parse(chosenSchema, answer);
    if (chosen !== null) return { ...chosen, page, kind };
  }
  return null;
}

async function describeBySic(tab: FragmentPages): Promise<Described> {
  return timeFaults(async () => {
    const { cold, warm } = v.parse(ownSchema, await tab.ask('bench.describe()'));
    return { ...cold, msPrepared: warm.ms };
  });
}

/** In a page of its own, which Sic has not warmed up. It may hang for longer than anybody waits: that is an answer too. */
async function describeByPolyfill(
  tab: FragmentPages,
  { page, place }: Chosen,
  ...scripts: [own: string, peer: string]
): Promise<Described> {
  return timeFaults(async () => {
    await tab.open(page, null, ...scripts);
    await tab.ask(`bench.choosePlace(${JSON.stringify(place)})`);
    return { ...v.parse(describedSchema, await tab.ask('peer.describe()')), msPrepared: null };
  });
}

async function timeFaults(ask: () => Promise<Described>): Promise<Described> {
  const start = performance.now();
  try {
    return await ask();
  } catch (fault) {
    const ms = performance.now() - start;
    return { directive: null, ms, msPrepared: null, fault: describeFault(fault) };
  }
}

/** Opens the page by the directive and looks where it stands. */
async function follow(
  tab: FragmentPages,
  script: string,
  { page, kind, text, place }: Chosen,
  { fault, ...described }: Described,
): Promise<Trial> {
  const trial = { page: page.name, kind, text, ...described };
  if (fault !== undefined) return { ...trial, verdict: 'failed', why: fault };
  const { directive } = described;
  if (directive === null) return { ...trial, verdict: 'none', why: 'no directive' };
  try {
    await tab.open(page, directive, script);
    const sight = await tab.ask(`bench.look(${JSON.stringify(place)})`);
    const { verdict, why, wanted, found } = v.parse(sightSchema, sight);
    return { ...trial, verdict, why: why && `${why}; wanted “${wanted}”, found “${found}”` };
  } catch (failure) {
    return { ...trial, verdict: 'failed', why: describeFault(failure) };
  }
}
