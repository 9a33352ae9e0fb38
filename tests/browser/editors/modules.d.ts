// What the pages of editors take from packages that bring no types of their own.
declare module 'react' {
  export type ReactNode = object | string | null;
  export function createElement(type: unknown, props: object, ...children: unknown[]): ReactNode;
}
declare module 'react-dom/client' {
  export function createRoot(place: Element): { render(node: unknown): void };
}
declare module 'trix' {
  export interface TrixElement extends HTMLElement {
    editor: { loadHTML(html: string): void };
  }
}
declare module '@wordpress/element' {
  export function createElement(type: unknown, props: object, ...children: unknown[]): object;
  export function createRoot(place: Element): { render(node: unknown): void };
  export function useState<T>(value: T): [T, (value: T) => void];
}
declare module '@wordpress/block-editor' {
  export const BlockEditorProvider: unknown;
  export const BlockList: unknown;
  export const ObserveTyping: unknown;
  export const WritingFlow: unknown;
}
declare module '@wordpress/block-library/build-module/*' {
  export function init(): void;
}
