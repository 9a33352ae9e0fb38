/** Waits for the page to be there, and to have nothing else to do. */

/** The page is never idle for longer than this, in ms, before the check is made all the same. */
const LONGEST_WAIT = 5_000;

export async function waitUntilIdle(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  }
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: LONGEST_WAIT }));
}
