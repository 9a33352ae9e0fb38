/** A citation as Markdown (https://spec.commonmark.org/), which GitHub's and others' dialects read alike. */
import { formatName } from './cited-name.ts';
import type { CitedWork } from './cited-work.ts';
import { listDetails } from './plain-text.ts';
import { type Composed, composeCode } from './rich-text.ts';

/** `[The harbour wall is raised](https://…), Ada Lovelace, The Bay Post, 2026-03-01` */
export function composeMarkdown(work: CitedWork): Composed {
  const title = escapeMarkdown(work.title);
  const link = work.url === null ? escapeStart(title) : `[${title}](${escapeUrl(work.url)})`;
  const rest = [...work.names.map(formatName), ...listDetails(work)].map(escapeMarkdown);
  return composeCode([link, ...rest].join(', '));
}

/** What could begin markup, a table's cell, a formula or an address anywhere in a line. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&~|$^=]/g, '\\$&')
    .replace(/(?<=https?):(?=\/\/)/gi, '\\:')
    .replace(/(?<=\bwww)\.|@/gi, '\\$&');
}

/** What makes a heading, a list, a rule or a quotation only where a line begins. */
function escapeStart(text: string): string {
  return text.replace(/^(?:[#+-]|(?<=^\d{1,9})[.)])/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Brackets would end the address early, and what looks like an entity would be read as one. */
function escapeUrl(url: string): string {
  return url
    .replace(/[()<>[\]\\|`*_~$^{}]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#?\w{1,40};)/g, '&amp;');
}
