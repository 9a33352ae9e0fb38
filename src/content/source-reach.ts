/** What is told of an article beside its source: whom it names without a link, and how to ask for permission. */
import type { NamedSource } from '../model/named-source.ts';
import type { Permission } from '../model/permission-letter.ts';
import type { Source } from '../model/source.ts';
import { findNamedSources } from '../page/find-named-sources.ts';
import { shareParts } from './parts.ts';

export interface SourceReach {
  named: NamedSource[];
  permission: Permission | null;
}

/** @param root the element that holds the article's text, or null */
export function readSourceReach(source: Source, root: Element | null): SourceReach {
  const { url, language } = source;
  return {
    named: findNamedSources(document, { root, url, language }),
    // Terms that ask for permission were read by the part that knows how to ask.
    permission: shareParts().terms?.offerPermission(document, source) ?? null,
  };
}
