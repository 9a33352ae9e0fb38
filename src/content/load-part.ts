/** Loads parts of the content script into this frame, when they are wanted. */
import type { Part } from '../messages/content-to-background.ts';
import { carryToBackground } from '../platform/content-runtime.ts';
import { type Parts, shareParts } from './parts.ts';

/**
 * Resolves when the part is there, or when it cannot be had (the extension was updated, say). A background
 * that is just starting may not listen yet, so it is asked again.
 */
export async function loadPart(part: Part & keyof Parts): Promise<void> {
  const parts = shareParts();
  for (let attempt = 0; attempt < 3 && parts[part] === undefined; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 300));
    await carryToBackground({ type: 'part/load', part }).catch(() => undefined);
  }
}
