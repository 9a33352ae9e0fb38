/** Text and addresses as Markdown (https://spec.commonmark.org/) reads them as nothing else. */

/** What could begin markup, a table's cell, a formula or an address anywhere in a line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&~|$^=]/g, '\\$&')
    .replace(/(?<=https?):(?=\/\/)/gi, '\\:')
    .replace(/(?<=\bwww)\.|@/gi, '\\$&');
}

/** What makes a heading, a list, a rule or a quotation only where a line begins. */
export function escapeMarkdownStart(text: string): string {
  return text.replace(/^(?:[#+-]|(?<=^\d{1,9})[.)])/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Brackets would end the address early, and what looks like an entity would be read as one. */
export function escapeMarkdownUrl(url: string): string {
  return url
    .replace(/[()<>[\]\\|`*_~$^{}]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#?\w{1,40};)/g, '&amp;');
}
