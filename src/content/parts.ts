/**
 * The parts of the content script find each other here. They are files of their own, put into the same
 * isolated world one after the other, so that a page pays only for what it uses; the world's global
 * object is what they share, and the page cannot see it.
 */

import type { CopyWay } from '../messages/to-content.ts';
import type { Annotation } from '../model/annotation.ts';
import type { NativeForm, NativeOutcome } from '../model/native-form.ts';
import type { Permission } from '../model/permission-letter.ts';
import type { Result } from '../model/result.ts';
import type { AttributionRule } from '../model/settings.ts';
import type { Credit, Source } from '../model/source.ts';
import type { TermsReader } from '../page/find-terms.ts';
import type { ImageReading } from '../page/image-credit.ts';
import type { JsonObject } from '../page/json-ld.ts';
import type { KnownSource } from './known-source.ts';

export interface ArticlePart {
  /** Asks for what a start needs, so that nothing comes between the verdict and the start. */
  prepare(): Promise<void>;
  /** The page is an article, at each look at it: read its source, show the source line, be ready for copies. */
  start(): void;
  /** The page is an article no more, or none. */
  leave(): void;
  /** Answers a command from the popup or the background. */
  answer(message: unknown): Promise<unknown>;
  /** A copy is under way; called in the window's capture phase, before the page's own handlers. */
  noteCopy(event: ClipboardEvent): void;
  /** What copying has to know of the page. */
  readonly page: ArticlePage;
}

export interface ArticlePage {
  /** whether a document, the page's own or that of a frame, is an article now */
  isArticle(document: Document): boolean;
  /** the source of the text that stands there, and where that text is */
  recall(): KnownSource;
  /** null until the background has answered, and once the extension has gone */
  rule(): AttributionRule | null;
  /** @param readNodes gives the page's JSON-LD */
  findImageCredit(image: Element, readNodes: () => JsonObject[]): Credit | null;
  readImage(image: Element): ImageReading;
  /** The copy that was made last carries its source. */
  noteCarried(): void;
}

export interface CopyingPart {
  /** A copy is under way; called in the window's capture phase, before the page's own handlers. */
  handleCopy(event: ClipboardEvent): void;
  /** Whether a copy is under way whose words are not those that are selected: Sic gives them itself. */
  isGiving(): boolean;
  /** To be called when the page has turned out to be an article: frames may have come. */
  listenInFrames(): void;
  /** Copies what is selected as the person asks, whatever the rule says. */
  copySelection(how: CopyWay): Promise<Result<null>>;
  /** Copies an image of the page, with its credit and its source. @param src its address, as the browser tells it */
  copyImage(src: string): Promise<Result<null>>;
}

export interface CreditsPart {
  /** Checks the article that stands on this page of the person's own, once for each that an app shows. */
  look(): Promise<void>;
  /** Answers a command from the popup. */
  answer(message: unknown): Promise<unknown>;
}

export interface DialogPart {
  /** Opens the report dialog for what is selected; does nothing while one is open. */
  open(range: Range): Promise<void>;
  isOpen(): boolean;
  /** Sends what the open dialog holds, as its Send button does. */
  submit(): void;
  /** Shows the places that are marked on this page, with the bar that sends them. */
  showMarks(): Promise<void>;
  /** The same, if an app has gone on to another of its pages since they were shown. */
  followAddress(): Promise<void>;
  /** With nothing selected: opens the dialog for what is marked, or says that nothing is selected. */
  openForMarks(): void;
  /** Says that the site's own dialog stands already. */
  sayNativeOpen(): void;
  /** Answers a command from the background. */
  answer(message: unknown): Promise<unknown>;
}

export interface NativePart {
  /** Posts a report by the site's own form, as that would. */
  post(form: NativeForm, annotation: Annotation): Promise<NativeOutcome>;
  /** Answers a command from the background. */
  answer(message: unknown): Promise<unknown>;
}

export interface PlacedPart {
  /**
   * Shows the reported mistakes that stand on the page, once for each page that an app shows.
   * @param isAgain though the page is the same: the settings have changed, or something has been reported
   */
  look(isAgain?: boolean): Promise<void>;
  /** Takes out all that is shown. */
  leave(): void;
  /** A click is under way; called in the window's capture phase, before the page's own handlers. */
  handleClick(event: MouseEvent): void;
  /** Answers a command from the popup. */
  answer(message: unknown): Promise<unknown>;
}

export interface QuotingPart {
  /**
   * Has words of this frame reported by the page around it.
   * @param isMeant a person has asked for it, whether the page takes reports or not
   */
  relay(range: Range, isMeant: boolean): Promise<void>;
  /** Shows what of the marked places stands in this frame. @param message what the page around it says */
  showMarks(message: unknown): void;
}

/** Words that a person has put into an editor. */
export interface Paste {
  text: string;
  /** where they were pasted, or dropped */
  target: Node;
}

export interface ReusePart {
  /** Says what is to be said of pasted words, from now on until they are published. */
  takePaste(paste: Paste): Promise<void>;
}

export interface TouchPart {
  /** Shows the button beside what is selected from now on, or no more. */
  watch(isOn: boolean): void;
}

export interface CitePart {
  /**
   * Opens the citation of a source in its line, or closes it.
   * @param onChange told whether it is open
   */
  toggle(line: HTMLElement, source: Source, onChange: (isOpen: boolean) => void): void;
}

export interface TermsPart {
  /** Reads what a site's own sentence asks of those who reuse its text. */
  readTerms: TermsReader;
  /** How to ask for permission, where the terms let nothing be reused without it. */
  offerPermission(document: Document, source: Source): Permission | null;
}

export interface Parts {
  /** the address that the document was loaded from */
  loadedFrom?: string;
  article?: ArticlePart;
  cite?: CitePart;
  copying?: CopyingPart;
  credits?: CreditsPart;
  dialog?: DialogPart;
  native?: NativePart;
  placed?: PlacedPart;
  quoting?: QuotingPart;
  reuse?: ReusePart;
  terms?: TermsPart;
  touch?: TouchPart;
  /**
   * Our elements whose events are kept from the page, and so from what stands in them as well: each with what is to be
   * told of these events
   */
  shielded?: Map<EventTarget, (event: Event) => void>;
  /** fills a copy that Sic itself makes from one of its own elements, while that is under way */
  fillCopy?: ((event: ClipboardEvent) => void) | undefined;
  /** told when the report dialog has closed: something may have been reported */
  dialogClosed?: () => void;
}

const KEY = Symbol.for('sic.parts');

/** The parts that this frame has; the same object for every file. */
export function shareParts(): Parts {
  const world = globalThis as { [KEY]?: Parts };
  world[KEY] ??= {};
  return world[KEY];
}
