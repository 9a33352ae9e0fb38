/** A citation as Markdown (https://spec.commonmark.org/), which GitHub's and others' dialects read alike. */
import { escapeMarkdown, escapeMarkdownStart, escapeMarkdownUrl } from '../escape-markdown.ts';
import { formatName } from './cited-name.ts';
import type { CitedWork } from './cited-work.ts';
import { listDetails } from './plain-text.ts';
import { type Composed, composeCode } from './rich-text.ts';

/** `[The harbour wall is raised](https://…), Ada Lovelace, The Bay Post, 2026-03-01` */
export function composeMarkdown(work: CitedWork): Composed {
  const title = escapeMarkdown(work.title);
  const link =
    work.url === null ? escapeMarkdownStart(title) : `[${title}](${escapeMarkdownUrl(work.url)})`;
  const rest = [...work.names.map(formatName), ...listDetails(work)].map(escapeMarkdown);
  return composeCode([link, ...rest].join(', '));
}
