/** In every frame: words that are pasted or dropped into an editor are handed to the part that knows copies again. */
import { isInEditor } from '../page/editable.ts';
import { isConnected } from '../platform/content-runtime.ts';
import { loadPart } from './load-part.ts';
import { shareParts } from './parts.ts';
import { listenOnWindow } from './window-listeners.ts';

/** Characters of fewer words than are known again. */
const LEAST = 80;

export function watchPastes(): void {
  const take = (event: Event, data: DataTransfer | null): void => {
    // Only while the event is under way.
    const text = data?.getData('text/plain') ?? '';
    const target = event.composedPath()[0] as Node;
    if (event.isTrusted && text.length >= LEAST && isInEditor(target) && isConnected())
      void loadPart('reuse').then(() => shareParts().reuse?.takePaste({ text, target }));
  };
  listenOnWindow('paste', (event) => take(event, event.clipboardData));
  listenOnWindow('drop', (event) => take(event, event.dataTransfer));
}
