/** Reads an input as a document, whose scripts do not run and whose parts are not fetched. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { JSDOM, VirtualConsole } from 'jsdom';
import { fetchPage } from './fetch-page.ts';
import type { Input } from './find-inputs.ts';

/** @throws Error that says why it cannot be read */
export async function readPage(input: Input): Promise<Document> {
  const virtualConsole = new VirtualConsole();
  if (input.kind === 'address') {
    const { body, contentType, url } = await fetchPage(input.url);
    return new JSDOM(body, { url, contentType, virtualConsole }).window.document;
  }
  const body = await (input.kind === 'stdin' ? buffer(process.stdin) : readFile(input.path));
  // Its encoding is told by its own marks, as browsers tell it.
  const { document } = new JSDOM(body, { virtualConsole }).window;
  const url = readStatedAddress(document);
  return url === null ? document : new JSDOM(body, { url, virtualConsole }).window.document;
}

/** A saved page has lost its address, against which its links are meant, but for what it says of itself. */
function readStatedAddress(document: Document): string | null {
  const stated = [
    document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'),
    document.querySelector('meta[property="og:url" i]')?.getAttribute('content'),
  ];
  return stated.find((url) => /^https?:/i.test(url ?? '') && URL.canParse(url ?? '')) ?? null;
}
