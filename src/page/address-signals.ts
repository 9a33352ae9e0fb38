/** What the address of a page says about its kind: its words, its depth, its digits. */
import type { SignalName } from './signal-weights.ts';

const NEWS =
  /(?:^|[./_-])(?:actualites?|articles?|artikel|blogs?|columns?|editorials?|features?|interviews?|magazine|news|nieuws|noticias?|novosti|nyheter|opinion|politics|politik|posts?|press|recipes?|reviews?|sports?|stor(?:y|ies)|world)(?:[./_-]|$)/;
const LISTING =
  /\/(?:archives?|authors?|browse|catalog(?:ue)?|categor(?:ia|ie|ies|y)|collections?|directory|feed|index|kategorie|labels?|list|page|rubrik|search|sections?|tags?|topics?)(?:\/|$|\.)/;
const SHOP =
  /\/(?:buy|cart|catalog(?:ue)?|checkout|collections?|dp|items?|pd?|plans|prices?|pricing|products?|produ[ck]to?\w*|shop|store|tienda)(?:\/|$|\.|-)/;
const FORUM =
  /forum|(?:^|[./])(?:answers|boards?|comments|communit(?:y|ies)|discussions?|questions?|r|showthread|showtopic|t|talk|threads?|viewtopic)(?:[./]|$)/;
const DOCS =
  /(?:^|[./])(?:api|developers?|docs?|documentation|faqs?|getting-started|guides?|handbook|hc|help|kb|knowledge-?base|learn|man|manual|readthedocs|reference|specs?|support|tutorials?)(?:[./]|$)/;
const SERVICE =
  /\/(?:about(?:-us)?|careers?|company|contact(?:-us)?|enterprise|features?|industries|jobs?|leistungen|locations?|platform|pricing|servicios?|services?|solutions?|team|what-we-do)(?:\/|$|\.|-)/;
const LEGAL =
  /\/(?:agb|cookies?(?:-policy)?|datenschutz|disclaimer|impressum|imprint|legal|privacy(?:-policy)?|terms(?:-of-\w+)?)(?:\/|$|\.)/;
const ACCOUNT = /\/(?:\w+-)?(?:account|log-?in|register|sign-?(?:in|on|up))(?:\/|$|\.|-)/;
const TOOL_HOST =
  /^(?:answers|api|communit(?:y|ies)|developers?|discuss|docs?|forums?|help|shop|store|support)\./;
const SEARCH = /[?&](?:keywords?|q|query|s|search)=/;

/** @returns the signals of a page's address; none for one that is no http(s) address */
export function listAddressSignals(address: string): SignalName[] {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return [];
  // A hash that is a route is part of the address.
  const route = /^#!?\//.test(url.hash) ? url.hash.replace(/^#!?|\?.*$/g, '') : '';
  const path = (url.pathname.replace(/\/(?:index\.\w+)?$/, '') + route)
    .slice(0, 1_000)
    .toLowerCase()
    .replace(/\/$/, '');
  const segments = path.split('/').slice(1);
  if (segments.length === 0) return url.search === '' ? ['home'] : listQuerySignals(url.search);
  const last = segments.at(-1) ?? '';
  const host = url.hostname.replace(/^www\./, '');
  const whole = `${host}${path}/`;
  const words = countWords(last);
  const isDated = /\/(?:19|20)\d\d(?:[/-]?\d\d?|\/|$)/.test(path);
  const isNumbered = /\d{5,}/.test(last);
  const signals = listQuerySignals(url.search);
  const add = (name: SignalName, holds: boolean) => holds && signals.push(name);
  add('homeOfLanguage', segments.length === 1 && /^[a-z]{2}(?:[-_][a-z]{2})?$/.test(last));
  add('slug', words === 4 || words === 5);
  add('longSlug', words >= 6);
  add('plainWord', words <= 1 && !/\d{3}|%/.test(last) && url.search === '');
  add('dated', isDated);
  add('numbered', isNumbered);
  add('encyclopaedia', /(?:^|\.)wiki|\/wiki\//.test(whole) && !/:|%3a/.test(path));
  add('listingWord', LISTING.test(whole));
  add('shopWord', SHOP.test(whole));
  const isForum = FORUM.test(whole);
  const isDocs = DOCS.test(whole);
  const isTool = TOOL_HOST.test(host);
  add('forumWord', isForum);
  add('docsWord', isDocs);
  // A forum's posts and a manual's articles are what they are in spite of the word.
  add('newsWord', !isForum && !isDocs && !isTool && NEWS.test(whole));
  add('serviceWord', SERVICE.test(whole));
  add('legalWord', LEGAL.test(whole));
  add('accountWord', ACCOUNT.test(whole));
  add('toolHost', isTool);
  return signals;
}

function listQuerySignals(query: string): SignalName[] {
  return SEARCH.test(query) ? ['searchQuery'] : [];
}

/** Words of a slug: what hyphens separate and letters are in. */
function countWords(slug: string): number {
  return slug
    .replace(/\.\w+$/, '')
    .split(/[-_+]/)
    .filter((word) => /[^\W\d]|[^\0-\x7f]|%[c-f]/.test(word)).length;
}
