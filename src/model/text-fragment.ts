/**
 * A link that opens an article at the very words: a URL with a text fragment. Browsers match its parts at
 * word boundaries and never across a block of text, so context that a selector cut in mid-word is dropped,
 * and a quote that begins or ends inside a word is widened to the word.
 * https://wicg.github.io/scroll-to-text-fragment/
 */
import { writeTextDirective } from './text-fragment-directive.ts';
import { findWords, type Word } from './text-fragment-words.ts';

export interface FragmentQuote {
  exact: string;
  prefix: string;
  suffix: string;
  /** how much of both stands in the quote's own block of text, in UTF-16 units; absent or null where nobody knows */
  inBlock?: { prefix: number; suffix: number } | null | undefined;
}

/** Quotes longer than this, in UTF-16 units, are named by their first and last words. */
const EXACT_LIMIT = 60;
const CONTEXT_WORDS = 4;
const RANGE_WORDS = 4;
/** As much of a selector's context as is looked at, in UTF-16 units: more cannot matter for a few words. */
const CONTEXT_LIMIT = 200;
/** An empty line parts blocks of text. */
const BLOCK_BREAK = /\s*\n\s*\n\s*/;

/**
 * @param url address of the article
 * @returns the link, without a fragment where the quote is empty; null unless `url` is http(s)
 */
export function composeFragmentUrl(url: string, quote: FragmentQuote): string | null {
  return linkToDirective(url, composeDirective(quote));
}

/**
 * Puts a text directive behind an address. A hash that is a route stays, since it says what is shown there; any other
 * is a place in the page, and goes.
 * @param url address of the article
 * @param directive as `writeTextDirective` gives it; null for a link to the page alone
 * @returns null unless `url` is http(s)
 */
export function linkToDirective(url: string, directive: string | null): string | null {
  if (!URL.canParse(url)) return null;
  const page = new URL(url);
  if (page.protocol !== 'http:' && page.protocol !== 'https:') return null;
  page.hash = /^#[!/]/.test(page.hash) ? page.hash.replace(/:~:.*$/s, '') : '';
  if (directive === null) return page.href;
  return `${page.href}${page.hash === '' ? '#' : ''}:~:text=${directive}`;
}

/** @returns `[prefix-,]start[,end][,-suffix]`, percent-encoded; null where there are no words to find */
function composeDirective(quote: FragmentQuote): string | null {
  const { exact } = quote;
  const { prefix, suffix } = markBlock(quote);
  const blocks = exact.trim().split(BLOCK_BREAK).map(collapse);
  const first = blocks[0] ?? '';
  const last = blocks.at(-1) ?? '';
  if (first === '') return null;
  const before = readBefore(/^\s/.test(exact) ? `${prefix} ` : prefix, first);
  const after = readAfter(/\s$/.test(exact) ? ` ${suffix}` : suffix, last);
  const [start = '', end = ''] =
    blocks.length === 1
      ? nameQuote(before.widening + first + after.widening)
      : [pickFirst(before.widening + first), pickLast(last + after.widening)];
  return writeTextDirective({ prefix: before.context, start, end, suffix: after.context });
}

/** The context with an empty line where the quote's block begins and ends. */
function markBlock({ prefix, suffix, inBlock }: FragmentQuote): { prefix: string; suffix: string } {
  const before = Math.max(0, prefix.length - (inBlock?.prefix ?? prefix.length));
  const after = inBlock?.suffix ?? suffix.length;
  return {
    prefix: before > 0 ? `\n\n${prefix.slice(before)}` : prefix,
    suffix: after < suffix.length ? `${suffix.slice(0, after)}\n\n` : suffix,
  };
}

/** The whole quote where it is short or a single word, else its first and its last words. */
function nameQuote(quote: string): string[] {
  const single = findWords(quote).length < 2;
  return single || quote.length <= EXACT_LIMIT ? [quote] : [pickFirst(quote), pickLast(quote)];
}

/** A few words from the start of a text, at most half of them so that they cannot overlap the last. */
function pickFirst(text: string): string {
  const words = findWords(text);
  return text.slice(0, words[countRangeWords(words) - 1]?.end);
}

function pickLast(text: string): string {
  const words = findWords(text);
  return text.slice(words.at(-countRangeWords(words))?.start ?? 0);
}

function countRangeWords(words: readonly Word[]): number {
  return Math.max(1, Math.min(RANGE_WORDS, Math.floor(words.length / 2)));
}

interface Side {
  /** the few whole words next to the quote, '' where there are none */
  context: string;
  /** what belongs to the quote's own first or last word */
  widening: string;
}

function readBefore(prefix: string, first: string): Side {
  // A space stands for the break, so that the word behind it is not taken for one that was cut.
  const near = prefix.slice(-CONTEXT_LIMIT).split(BLOCK_BREAK);
  const lead = (near.length > 1 ? ` ${near.at(-1)}` : prefix.slice(-CONTEXT_LIMIT)).replace(
    /\s+/g,
    ' ',
  );
  const words = findWords(lead + first);
  const start = words.find((one) => one.start < lead.length && one.end > lead.length)?.start;
  const edge = start ?? lead.length;
  const whole = words.filter((one) => one.end <= edge && one.start > 0);
  const from = whole.slice(-CONTEXT_WORDS)[0]?.start ?? edge;
  return { context: lead.slice(from, edge).trim(), widening: lead.slice(edge) };
}

function readAfter(suffix: string, last: string): Side {
  const near = suffix.slice(0, CONTEXT_LIMIT).split(BLOCK_BREAK);
  const tail = (near.length > 1 ? `${near[0]} ` : suffix.slice(0, CONTEXT_LIMIT)).replace(
    /\s+/g,
    ' ',
  );
  const text = last + tail;
  const words = findWords(text);
  const end = words.find((one) => one.start < last.length && one.end > last.length)?.end;
  const edge = end ?? last.length;
  const whole = words.filter((one) => one.start >= edge && one.end < text.length);
  const until = whole.slice(0, CONTEXT_WORDS).at(-1)?.end ?? edge;
  return { context: text.slice(edge, until).trim(), widening: text.slice(last.length, edge) };
}

function collapse(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
