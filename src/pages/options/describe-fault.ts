/** What is wrong with a wording, for the one who wrote it. */
import type { TemplateFault, TemplateName } from '../../model/attribution/template.ts';
import type { Translate } from '../../model/translate.ts';

export function describeFault(fault: TemplateFault, name: TemplateName, t: Translate): string {
  switch (fault.kind) {
    case 'unknown-field':
      return t('optionsFaultField', { field: `{${fault.field}}` });
    case 'brace':
      return t('optionsFaultBrace', { at: fault.at + 1 });
    case 'bracket':
      return t('optionsFaultBracket', { at: fault.at + 1 });
    case 'no-link':
      return name === 'html' || name === 'ccHtml'
        ? t('optionsFaultLinkHtml', { title: '{title}', url: '{url}' })
        : t('optionsFaultLinkPlain', { url: '{url}' });
    case 'no-license':
      return t('optionsFaultLicense', { license: '{license}' });
    case 'too-long':
      return t('optionsFaultLong', { limit: fault.limit });
  }
}
