/**
 * What is copied from an article carries its source. The plain text is what the browser would have copied,
 * then the source; the HTML is the selection, cleaned, then the source as a link.
 */
import { carriesSource } from '../../model/attribution/carries-source.ts';
import type { AttributionRule } from '../../model/settings.ts';
import type { Terms } from '../../model/source.ts';
import { isOffLimits } from '../../page/editable.ts';
import { readSelected, type Selected } from '../../page/selected/read-selected.ts';
import { OWN_ELEMENT_PREFIX } from '../../page/text-index.ts';
import { answerOwnCopy, type Clip, copyClip, fillClipboard } from './copy-now.ts';
import { haveLastWord } from './have-last-word.ts';

/** A copy that carries its source. */
export interface Copied {
  document: Document;
  ranges: Range[];
  clip: Clip;
  /** what the browser would have copied */
  text: string;
}

export interface CopyDeps {
  /** whether a document is an article now */
  isArticle(document: Document): boolean;
  /** null until the background has answered: until then copies are the browser's own */
  rule(): AttributionRule | null;
  /** what the site of the text that stands there asks */
  terms(): Terms | null;
  compose(selected: Selected, text: string, rule: AttributionRule): Clip;
  /** called as a person copies, before anything is known of what it becomes */
  onOther(): void;
  /** called as the clipboard is filled */
  onFilled(): void;
  /** called once the clipboard is filled, in a task of its own */
  onCopied(copied: Copied): void;
  /** a copy was left without its source, because its text could not be told for certain */
  onLeft(left: Pick<Copied, 'document' | 'ranges'>): void;
}

/** How long a page that has put nothing on the clipboard gets, in ms, to put it there by itself. */
const LATE_WRITING = 150;

/** @returns the handler for a copy event in the window's capture phase */
export function createCopyHandler(deps: CopyDeps): {
  handle(event: ClipboardEvent): void;
  /** Copies what is selected, with its source whatever the rule says. */
  copyWithSource(document: Document): boolean;
} {
  /** the person's own command is being carried out */
  let isAsked = false;

  /** Whether a copy is to carry its source; from cheap to dear, and the length of its text not yet. */
  function isWanted(selected: Selected, rule: AttributionRule): boolean {
    if (isAsked) return true;
    if (rule.when === 'never' || isOffLimits(selected)) return false;
    const inner = selected.root.ownerDocument ?? selected.root;
    // A frame with an article of its own is not the text of the one around it.
    if (inner !== document && isDocument(inner) && isPage(inner) && deps.isArticle(inner))
      return false;
    return deps.isArticle(document) && carriesSource(rule, deps.terms());
  }

  /** The text of a copy that is to carry its source, null where the copy is left as it is. */
  function readText(selected: Selected, rule: AttributionRule, document: Document): string | null {
    const shown = () => String(document.getSelection() ?? '');
    const text = selected.readText();
    // Who asks for the source gets it, behind the text as near as it can be told.
    if (isAsked) return text ?? shown();
    if (text === null) {
      const { ranges } = selected;
      if (hasWords(shown(), rule.minWords)) setTimeout(() => deps.onLeft({ document, ranges }), 0);
      return null;
    }
    return hasWords(text, rule.minWords) || selected.images.length > 0 ? text : null;
  }

  function handle(event: ClipboardEvent): void {
    const target = event.composedPath()[0];
    if (!event.isTrusted || answerOwnCopy(event)) return;
    if (!isNode(target) || isOwnElement(event.target)) return;
    // What an earlier note says is no longer of what lies on the clipboard.
    deps.onOther();
    const document = target.ownerDocument ?? (isDocument(target) ? target : null);
    const rule = deps.rule();
    if (document === null || rule === null) return;
    const selected = readSelected(event, document);
    if (selected === null || !isWanted(selected, rule)) return;
    const text = readText(selected, rule, document);
    if (text === null) return;
    // All that could fail comes first, until here the copy is the browser's and would stay so; and before the
    // page's handlers, which may put something into what is selected.
    const clip = deps.compose(selected, text, rule);
    const finish = (fill: () => void) => {
      fill();
      deps.onFilled();
      const copied = { document, ranges: selected.ranges, clip, text };
      setTimeout(() => deps.onCopied(copied), 0);
    };
    haveLastWord(
      event,
      () => {
        const { clipboardData, defaultPrevented } = event;
        if (clipboardData === null) return;
        const isBlocked = defaultPrevented && clipboardData.types.length === 0;
        if (defaultPrevented && !isBlocked && !isQuote(clipboardData, text)) return;
        finish(() => {
          fillClipboard(event, clip);
          // It may write by itself in a moment, with a tail of its own.
          if (isBlocked) unlessActed(LATE_WRITING, () => copyClip(document, clip));
        });
      },
      () => finish(() => copyClip(document, clip)),
    );
  }

  return {
    handle,
    copyWithSource(document) {
      isAsked = true;
      try {
        return document.execCommand('copy');
      } finally {
        isAsked = false;
      }
    },
  };
}

/** Also of a same-origin frame, whose nodes are of another world's classes. */
function isNode(target: EventTarget | undefined): target is Node {
  return target !== undefined && 'nodeType' in target;
}

function isDocument(node: Node): node is Document {
  return node.nodeType === Node.DOCUMENT_NODE;
}

/** Whether a document has an address of its own: what srcdoc and about:blank hold is the page's around them. */
function isPage({ URL: address }: Document): boolean {
  return /^https?:/.test(address);
}

/** Acts later, unless the person has copied something else or turned to something else by then. */
function unlessActed(delay: number, act: () => void): void {
  const types = ['copy', 'cut', 'pointerdown'];
  const timer = setTimeout(() => {
    stop();
    act();
  }, delay);
  const stop = () => {
    clearTimeout(timer);
    for (const type of types) removeEventListener(type, stop, true);
  };
  for (const type of types) addEventListener(type, stop, true);
}

function isOwnElement(target: EventTarget | null): boolean {
  return target instanceof Element && target.localName.startsWith(OWN_ELEMENT_PREFIX);
}

/**
 * Whether what the page put on the clipboard is the selection with something around it, not a thing of its own.
 * Its lines are looked for one by one: pages write what is shown, in other letters and with other line breaks.
 */
function isQuote(data: DataTransfer, selected: string): boolean {
  const squeeze = (text: string) => text.replace(/\s+/g, '').toLowerCase();
  const theirs = squeeze(data.getData('text/plain'));
  const lines = selected.split('\n').map(squeeze).filter(Boolean);
  return lines.length > 0 && lines.every((line) => theirs.includes(line));
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Counts words in any script, and stops as soon as there are enough. */
export function hasWords(text: string, least: number): boolean {
  let count = 0;
  for (const { isWordLike } of words.segment(text)) {
    if (isWordLike === true) count += 1;
    if (count >= least) return true;
  }
  return false;
}
