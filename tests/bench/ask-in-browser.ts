/** Asks Sic and the peers about each page in real Chromium; each side has a freshly loaded page. */

import { bundleInPage } from './bundle-in-page.ts';
import type { Answer, Contender } from './contender.ts';
import type { BenchPage } from './corpus/read-pages.ts';
import { describeFault, readAnswer } from './read-answer.ts';
import { type ServedPages, servePages } from './served-pages.ts';

/** Which peers run in the page, and what each of them answers. */
const PEERS = {
  isProbablyReaderable: { verdict: true, fields: false },
  'og:type=article': { verdict: true, fields: false },
  'og-or-JSON-LD': { verdict: true, fields: false },
  Readability: { verdict: false, fields: true },
  Defuddle: { verdict: false, fields: true },
};

export interface AskOptions {
  alone: boolean;
  tell: (text: string) => void;
}

/** @returns Sic first, then the peers unless it is alone */
export async function askInBrowser(
  pages: readonly BenchPage[],
  { alone, tell }: AskOptions,
): Promise<[Contender, ...Contender[]]> {
  const sicScript = await bundleInPage('in-page-sic.ts');
  const peerScript = alone ? '' : await bundleInPage('in-page-peers.ts');
  const sic: Contender = { name: 'Sic', abilities: { verdict: true, fields: true }, answers: [] };
  const peers: Contender[] = alone
    ? []
    : Object.entries(PEERS).map(([name, abilities]) => ({ name, abilities, answers: [] }));
  const served = await servePages();
  try {
    for (const [index, page] of pages.entries()) {
      if (index % 50 === 0) tell(`Chromium: ${index} of ${pages.length} pages`);
      sic.answers.push(await askSicOf(served, page, sicScript));
      if (alone) continue;
      const said = await askPeersOf(served, page, peerScript);
      for (const peer of peers) peer.answers.push(said(peer.name));
    }
  } finally {
    await served.close();
  }
  return [sic, ...peers];
}

async function askSicOf(served: ServedPages, page: BenchPage, script: string): Promise<Answer> {
  try {
    return readAnswer(await served.ask(page, script, 'askSic'));
  } catch (fault) {
    return { error: describeFault(fault) };
  }
}

async function askPeersOf(
  served: ServedPages,
  page: BenchPage,
  script: string,
): Promise<(name: string) => Answer> {
  try {
    const answers = new Map(Object.entries(Object(await served.ask(page, script, 'askPeers'))));
    return (name) => readAnswer(answers.get(name));
  } catch (fault) {
    return () => ({ error: describeFault(fault) });
  }
}
