/** Fetches one page, and nothing that it names: within limits of time, size and redirections. */
const MOST_REDIRECTIONS = 5;
const PATIENCE = 30_000;
/** bytes */
const LARGEST = 20_000_000;
const HTML = /^(?:text\/html|application\/xhtml\+xml)\b/i;

export interface FetchedPage {
  body: Uint8Array;
  contentType: string;
  /** where it was found in the end */
  url: string;
}

/** @throws Error that says why there is no page */
export async function fetchPage(named: string): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(PATIENCE);
  let url = new URL(named);
  for (let hop = 0; hop <= MOST_REDIRECTIONS; hop += 1) {
    const response = await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { accept: 'text/html' },
    });
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next !== null) {
      await response.body?.cancel();
      if (!URL.canParse(next, url)) throw new Error('it redirects to what is no address');
      url = new URL(next, url);
      if (!/^https?:$/.test(url.protocol)) throw new Error(`it redirects to ${url.protocol}`);
      continue;
    }
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const contentType = response.headers.get('content-type') ?? 'text/html';
    if (!HTML.test(contentType)) throw new Error(`it is no page but ${contentType}`);
    return { body: await readBody(response), contentType, url: url.href };
  }
  throw new Error(`it redirects more than ${MOST_REDIRECTIONS} times`);
}

async function readBody(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST) throw new Error(`it is larger than ${LARGEST / 1_000_000} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
