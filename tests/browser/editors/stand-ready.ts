/** What the page of every editor offers to the tests: where to click, what stands in it, and a fresh start. */
export interface StandingEditor {
  /** what a person clicks to write in it, as a selector in the page */
  spot: string;
  /** what it would save: HTML, or plain text */
  read(): string;
  clear(): void;
  /** a button that does again what was undone, where the keys for it differ between browsers */
  redo?: string;
}

declare global {
  /** set once the editor stands */
  var standing: StandingEditor | undefined;
}

export function standReady(editor: StandingEditor): void {
  globalThis.standing = editor;
}

/** The element that the page holds for its editor. */
export function findPlace<E extends HTMLElement>(type: new () => E): E {
  const place = document.querySelector('#place');
  if (!(place instanceof type)) throw new Error(`no ${type.name} for the editor`);
  return place;
}
