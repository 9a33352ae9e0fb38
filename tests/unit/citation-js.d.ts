// The parsers of BibTeX and RIS carry no types of their own; what they give is parsed.
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string, options: { forceType: string });
    readonly data: unknown;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
