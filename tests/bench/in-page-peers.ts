/** What is put into a page to ask the peers: apart from Sic, so that neither warms up the other. */
import type { Answer } from './contender.ts';
import { IN_PAGE_PEERS } from './peers/ask-in-page.ts';

/** Asks every peer about the document; one that throws does not keep the next from its turn. */
function askPeers(document: Document): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(IN_PAGE_PEERS).map(([name, ask]) => {
      try {
        return [name, ask(document)];
      } catch (fault) {
        return [name, { error: String(fault) }];
      }
    }),
  );
}

Object.assign(globalThis, { bench: { askPeers } });
