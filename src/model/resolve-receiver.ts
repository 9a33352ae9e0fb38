/**
 * Who receives the reports of a page: the endpoint that the page itself names, else the one that the
 * reader's table holds for its site, else the administrator's, else the reporter that the site runs itself. A
 * page may name any server, so one of another registrable domain is asked about once.
 */
import { getDomain } from 'tldts';
import { isLoopback } from './loopback.ts';
import type { NativeForm } from './native-form.ts';
import type { Receiver } from './receiver.ts';

export interface ServiceRow {
  /** host name; its subdomains are meant as well */
  site: string;
  service: string;
}

export interface ReceiverChoice {
  page: string;
  /** what the page's own link says, resolved against its base; null where it says nothing */
  declared: string | null;
  /** the form of the site's own reporter */
  native: NativeForm | null;
  table: readonly ServiceRow[];
  policy: readonly ServiceRow[];
  /** registrable domain of a page → services that the reader agreed to */
  consents: Readonly<Record<string, readonly string[]>>;
}

export function resolveReceiver(choice: ReceiverChoice): Receiver {
  const declared = choice.declared === null ? null : checkServiceUrl(choice.declared);
  if (declared !== null) {
    const agreed =
      isSameSite(choice.page, declared) ||
      findConsents(choice.consents, readSite(choice.page)).includes(declared);
    return receiver(agreed ? 'ready' : 'ask', declared, 'page');
  }
  for (const [rows, by] of [
    [choice.table, 'table'],
    [choice.policy, 'policy'],
  ] as const) {
    const service = findRow(rows, choice.page);
    if (service !== null) return receiver('ready', service, by);
  }
  const { native } = choice;
  return native !== null && isSameOrigin(choice.page, native.action)
    ? { kind: 'native', form: native, host: new URL(native.action).host }
    : { kind: 'none' };
}

/** The services that the reader agreed to on a site. A site may be named like a property of every object. */
export function findConsents(
  consents: ReceiverChoice['consents'],
  site: string,
): readonly string[] {
  return (Object.hasOwn(consents, site) ? consents[site] : undefined) ?? [];
}

function receiver(
  kind: 'ready' | 'ask',
  service: string,
  by: 'page' | 'table' | 'policy',
): Receiver {
  return { kind, service, host: new URL(service).host, by };
}

/** @returns the URL, normalised, when reports may be sent there (https, or loopback), else null */
export function checkServiceUrl(candidate: string): string | null {
  if (!URL.canParse(candidate)) return null;
  const url = new URL(candidate);
  if (url.username !== '' || url.password !== '') return null;
  url.hash = '';
  const secure = url.protocol === 'https:';
  return secure || (url.protocol === 'http:' && isLoopback(url.hostname)) ? url.href : null;
}

/** The registrable domain of a URL (public suffix list, private section included), or its host name. */
export function readSite(url: string): string {
  if (!URL.canParse(url)) return '';
  const { hostname } = new URL(url);
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
}

export function isSameSite(one: string, other: string): boolean {
  const site = readSite(one);
  return site !== '' && site === readSite(other);
}

export function isSameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}

/** The row of the most specific site that holds for a page. */
function findRow(rows: readonly ServiceRow[], page: string): string | null {
  const host = readHost(page);
  const fitting = rows
    .map(({ site, service }) => ({ site: readHost(`https://${site}`), service }))
    .filter(({ site }) => site !== '' && (host === site || host.endsWith(`.${site}`)))
    .sort((a, b) => b.site.length - a.site.length);
  const service = fitting[0]?.service;
  return service === undefined ? null : checkServiceUrl(service);
}

/** A host as rules compare it: in Punycode, as browsers write it, without the dot that may end it; '' where there is none. */
function readHost(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : '';
}
