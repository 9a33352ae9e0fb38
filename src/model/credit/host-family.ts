/**
 * Whether two hosts are of one site, told without the list of public suffixes, which weighs more than all that
 * asks for it here. Where it errs it takes two sites for one, and then says nothing of them.
 */

/** Second levels under which a country's registry gives out names: "bay.co.uk", "bay.com.tr". */
const SHARED = /^(?:ac|co|com|edu|gen|go|gob|gov|gouv|gv|info|k12|mil|ne|net|or|org|web)$/;
/** Where people and papers have pages of their own: the host says nothing of whose page is meant. */
const SOCIAL =
  /(?:^|\.)(?:facebook\.com|fb\.com|instagram\.com|twitter\.com|x\.com|t\.co|t\.me|telegram\.(?:me|org)|youtube\.com|youtu\.be|vk\.com|ok\.ru|tiktok\.com|linkedin\.com|threads\.net|threads\.com|bsky\.app|whatsapp\.com|wa\.me|pinterest\.com|reddit\.com|weibo\.com|gmail\.com|bit\.ly)$/;

/** @returns whether they are the same, or subdomains of the same registered name */
export function isOneSite(one: string, other: string): boolean {
  return one !== '' && other !== '' && readFamily(one) === readFamily(other);
}

export function isSocial(host: string): boolean {
  return SOCIAL.test(host.toLowerCase());
}

/** @returns the host of an http(s) address as browsers write it, '' where there is none */
export function readHost(address: string, base?: string): string {
  if (!URL.canParse(address, base)) return '';
  const { protocol, hostname } = new URL(address, base);
  return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/\.$/, '') : '';
}

function readFamily(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  if (labels.every((label) => /^\d+$/.test(label))) return host;
  const isShared = labels.length > 2 && SHARED.test(labels.at(-2) ?? '');
  return labels.slice(isShared ? -3 : -2).join('.');
}
