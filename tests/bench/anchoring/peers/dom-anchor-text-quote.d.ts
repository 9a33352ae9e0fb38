// What is used of dom-anchor-text-quote, which carries no types.
declare module 'dom-anchor-text-quote' {
  export interface TextQuote {
    exact: string;
    prefix: string;
    suffix: string;
  }
  export function fromRange(root: Node, range: Range): TextQuote;
  export function toRange(root: Node, quote: TextQuote, options: { hint: number }): Range | null;
}
