/**
 * The address by which an article is quoted. Pages state it in several places and often wrongly (a bare
 * home page, a relative path, another site), so each candidate is checked before it is believed.
 */

/** Parameters that say how a reader came, not what is read: a deny-list, because others are content. */
const TRACKING = new Set(
  (
    '_ga _gl _hsenc _hsmi _openstat at_campaign at_medium cmpid dclid ef_id epik fb_action_ids fb_action_types ' +
    'fb_ref fb_source fbclid gbraid gclid gclsrc gs_l hsctatracking icid igsh igshid li_fat_id mc_cid mc_eid ' +
    'mkt_tok ml_subscriber ml_subscriber_hash msclkid ncid oly_anon_id oly_enc_id rb_clickid s_cid s_kwcid ' +
    'ref_src ref_url sr_share ttclid twclid vero_conv vero_id wbraid wickedid xtor yclid ymclid ysclid'
  ).split(' '),
);
const TRACKING_PREFIX = /^(utm|hsa|mtm|pk|piwik|matomo|itm)_/;

/** @returns the URL without fragment and known tracking parameters; null when it is no http(s) URL */
export function cleanUrl(candidate: string, base?: string): string | null {
  if (!URL.canParse(candidate, base)) return null;
  const url = new URL(candidate, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  // A hash that is a route is part of the address.
  if (!url.hash.startsWith('#!') && !url.hash.startsWith('#/')) url.hash = '';
  // Piece by piece: searchParams would write what stays in another way, and its iterators do not pass
  // Firefox's Xray vision.
  const pieces = url.search.slice(1).split('&');
  const kept = pieces.filter((piece) => !isTracking(piece)).join('&');
  // The setter takes off one leading "?", which may be the query's own.
  url.search = kept === '' ? '' : `?${kept}`;
  return url.href;
}

/** @param piece one `name=value` of a query, as written */
function isTracking(piece: string): boolean {
  const name = piece.replace(/=.*$/s, '').replace(/%5f/gi, '_').toLowerCase();
  return TRACKING.has(name) || TRACKING_PREFIX.test(name);
}

/**
 * @param candidates what the page states, most trusted first, as written
 * @param page the address the page was loaded from
 * @returns the first candidate that can be the article's, else the page's own address, cleaned
 */
export function chooseCanonical(candidates: (string | null)[], page: string, base = page): string {
  for (const candidate of candidates) {
    const checked = candidate === null ? null : checkCanonical(candidate, page, base);
    if (checked !== null) return checked;
  }
  return cleanUrl(page) ?? page;
}

function checkCanonical(written: string, page: string, base: string): string | null {
  const candidate = written.trim();
  // "example.org/story" without a scheme would resolve to a path below the page.
  if (!/^(https?:)?\/\//i.test(candidate) && !candidate.startsWith('/')) return null;
  const cleaned = cleanUrl(candidate, base);
  if (cleaned === null || !URL.canParse(page)) return cleaned;
  const [stated, own] = [new URL(cleaned), new URL(page)];
  if (!isSameHost(stated.hostname, own.hostname)) return null;
  if (isHomePage(stated) && !isHomePage(own)) return null;
  return cleaned;
}

function isHomePage(url: URL): boolean {
  return /^\/(index\.\w+)?$/.test(url.pathname) && url.search === '' && url.hash === '';
}

/** The same host but for www, mobile and AMP names, or one a subdomain of the other. */
function isSameHost(one: string, other: string): boolean {
  const [a, b] = [one, other].map((host) => host.replace(/^(www|m|mobile|amp)\./, '')) as [
    string,
    string,
  ];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
