/** Reads an answer that takes long, piece by piece, and gives it up where nothing comes any more. */

/** How long nothing may come, in ms: an endpoint looks through many reports for those that are wanted. */
const PATIENCE = 60_000;

/**
 * @param take is given each piece; what it throws ends the reading
 * @returns resolves when all has come
 * @throws where the connection breaks, or falls silent, or the signal comes
 */
export async function readStream(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  take: (bytes: Uint8Array<ArrayBuffer>) => void,
  signal: AbortSignal,
): Promise<void> {
  const reader = body.getReader();
  let reason: unknown = null;
  const leave = (why: unknown) => {
    reason ??= why;
    void reader.cancel(why).catch(() => undefined);
  };
  const onAbort = () => leave(signal.reason);
  signal.addEventListener('abort', onAbort);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    if (signal.aborted) onAbort();
    for (;;) {
      timer = setTimeout(() => leave(new Error('nothing came any more')), PATIENCE);
      const { done, value } = await reader.read();
      clearTimeout(timer);
      // What is cancelled looks as if it had ended.
      if (reason !== null) throw reason;
      if (done) return;
      take(value);
    }
  } catch (error) {
    leave(error);
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
