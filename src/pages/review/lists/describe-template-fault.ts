/** What is wrong with a template of edit links, in words beside its field. */
import {
  EDIT_LINK_PLACEHOLDERS,
  type EditLinkFault,
  LONGEST_EDIT_LINK,
} from '../../../model/edit-link.ts';
import type { MessageKey, Translate } from '../../../model/translate.ts';

const WORDS: Record<EditLinkFault, MessageKey> = {
  'too-long': 'reviewListsTooLong',
  'not-a-url': 'reviewSitesNotUrl',
  'not-https': 'reviewSitesNotHttps',
  credentials: 'reviewSitesCredentials',
  'unknown-placeholder': 'reviewSitesPlaceholder',
  brace: 'reviewSitesBrace',
  'placeholder-in-host': 'reviewSitesHost',
};

export function describeTemplateFault(fault: EditLinkFault, t: Translate): string {
  return t(WORDS[fault], { most: LONGEST_EDIT_LINK, placeholders: listPlaceholders() });
}

/** @returns `{url} {host} …`: a template writes them so in every language */
export function listPlaceholders(): string {
  return EDIT_LINK_PLACEHOLDERS.map((name) => `{${name}}`).join(' ');
}
