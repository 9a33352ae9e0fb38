/** Asks Sic on a Node DOM, and the peers that read HTML in Node. No request is made. */
import { parseHTML } from 'linkedom';
import type { AskOptions } from './ask-in-browser.ts';
import { askSic } from './ask-sic.ts';
import type { Answer, Contender } from './contender.ts';
import type { BenchPage } from './corpus/read-pages.ts';
import { describeFault } from './read-answer.ts';

/** @returns Sic first, then the peers unless it is alone */
export async function askInNode(
  pages: readonly BenchPage[],
  { alone, tell }: AskOptions,
): Promise<[Contender, ...Contender[]]> {
  const peersByName = alone ? {} : (await import('./peers/ask-in-node.ts')).NODE_PEERS;
  const sic: Contender = { name: 'Sic', abilities: { verdict: true, fields: true }, answers: [] };
  const peers = Object.entries(peersByName).map(([name, ask]) => {
    const contender: Contender = {
      name,
      abilities: { verdict: false, fields: true },
      answers: [],
    };
    return { ask, contender };
  });
  for (const [index, page] of pages.entries()) {
    if (index % 50 === 0) tell(`Node: ${index} of ${pages.length} pages`);
    const html = page.readHtml();
    sic.answers.push(await settle(() => askSic(parseDocument(html, page.url))));
    for (const { ask, contender } of peers) {
      contender.answers.push(await settle(() => ask(html, page.url)));
    }
  }
  return [sic, ...peers.map(({ contender }) => contender)];
}

async function settle(ask: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (fault) {
    return { error: describeFault(fault) };
  }
}

/** A document that knows its address, which linkedom leaves out. */
function parseDocument(html: string, url: string): Document {
  const { document } = parseHTML(html, { location: new URL(url) });
  Object.defineProperties(document, {
    URL: { value: url },
    documentURI: { value: url },
  });
  return document;
}
