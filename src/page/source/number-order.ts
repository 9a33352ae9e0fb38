/**
 * Whether a page writes 3 April as 03/04 or 04/03. Only the language's region or the country in the address can tell;
 * English without either is left undecided.
 */
import type { DateHints } from '../../model/parse-date.ts';
import { type Metadata, readMeta } from '../metadata.ts';

export function readNumberOrder(metadata: Metadata, document: Document): DateHints['order'] {
  const tag = document.documentElement?.lang || readMeta(metadata, 'og:locale') || '';
  const [language = '', ...rest] = tag.toLowerCase().split(/[-_]/);
  if (language !== '' && language !== 'en') return 'dmy';
  const region = rest.at(-1) ?? '';
  const locale = readMeta(metadata, 'og:locale')?.slice(-2).toLowerCase() ?? '';
  const host = URL.canParse(metadata.url) ? new URL(metadata.url).hostname : '';
  const end = host.slice(host.lastIndexOf('.') + 1);
  if (/^(?:gov|edu|mil|us)$/.test(end)) return 'mdy';
  if (/^[a-z]{2}$/.test(end) && !/^(?:ca|io|co|tv|me|ai|fm|ly|to|cc|ws|gg|am|vc)$/.test(end))
    return language === '' && region === '' ? null : 'dmy';
  const named = region === '' || region === 'us' ? locale || region : region;
  if (named === 'us') return 'mdy';
  return /^(?:gb|uk|au|nz|ie|in|za|ng|ke|pk|sg|my|hk)$/.test(named) ? 'dmy' : null;
}
