/**
 * A report as the fields of a site's own reporter (Mistape, Mixtape): what its front end would have filled in for
 * the same words. It has no field for a correction or a kind, so they go into its comment, in plain words.
 *
 * Its limits: the front end shows some 140 characters of context and lets 1,000 be typed as a comment; the
 * server's table holds 255 characters of the selection and of the word. The server (WordPress,
 * `sanitize_text_field`) drops tags and percent-encoded octets, and makes one line of everything; nothing that
 * it would drop is sent as such.
 */
import type { Annotation } from './annotation.ts';
import { escapeHtml } from './escape-html.ts';
import type { NativeForm } from './native-form.ts';
import { readReport } from './report.ts';

/** What goes along besides the report. */
export interface NativeExtras {
  /** as the page has it, or null */
  postId: string | null;
  /** what Mixtape asks for, or null */
  nonce: string | null;
  /** the kind of mistake in words, or '' */
  kind: string;
}

/** In UTF-16 units, as the table's and the text field's. */
const LONGEST_SELECTION = 255;
const LONGEST_COMMENT = 1_000;
const LONGEST_CONTEXT = 140;
const LONGEST_CORRECTION = 600;
/** Of the quoted words before the arrow, which are the selection too. */
const LONGEST_OLD = 120;
/** A word grows by so much at most to its ends, and by so many signs until it stands once in its context. */
const LONGEST_WORD_END = 32;
const MOST_STEPS = 40;
/** An annotation's own context may be long; nothing further out is looked at. */
const MOST_AROUND = 1_000;

/** Scripts with no spaces between words have no ends to grow to. */
const LETTER = String.raw`(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{M}\p{N}_]`;
const ENDS_AS_WORD = new RegExp(`(?:${LETTER}){1,${LONGEST_WORD_END}}$`, 'u');
const FIRST = /^./su;
const LAST = /.$/su;
const BEGINS_AS_WORD = new RegExp(`^(?:${LETTER}){1,${LONGEST_WORD_END}}`, 'u');

/**
 * @param annotation the report; without a quote the selection is '', which the server refuses
 * @returns the fields by name, in their order, to be sent form-encoded
 */
export function composeNativeFields(
  form: NativeForm,
  annotation: Annotation,
  { postId, nonce, kind }: NativeExtras,
): Record<string, string> {
  const { exact, prefix, suffix, correction, comment } = readReport(annotation);
  const place = placeInContext(prefix, exact, suffix, form.reporter === 'mistape' ? ' ' : '');
  const fields: Record<string, string> = {
    selection: place.selection,
    word: place.word,
    replace_context: place.word,
    context: place.context,
    preview_text: composePreview(form.reporter, place),
  };
  const words = composeComment(exact, correction, kind, comment);
  if (words !== '') fields['comment'] = words;
  if (postId !== null) fields['post_id'] = postId;
  if (nonce !== null) fields['nonce'] = nonce;
  fields['action'] = `${form.reporter}_report_error`;
  return fields;
}

interface Place {
  selection: string;
  /** the selection and as much around it as makes it whole words, and the only such words of the context */
  word: string;
  context: string;
  /** offsets of the word in the context, and of the selection in the word */
  wordAt: number;
  selectionAt: number;
}

function placeInContext(prefix: string, exact: string, suffix: string, gap: string): Place {
  const whole = tidy(exact);
  const { length } = cut(whole, LONGEST_SELECTION).trimEnd();
  // A sign on the other side keeps the space between the words and what is around them.
  const lead = tidy(`${prefix.slice(-MOST_AROUND)}${/^\s/.test(exact) ? ' ' : ''}|`).slice(0, -1);
  const rest = whole.slice(length) + (/\s$/.test(exact) ? ' ' : '');
  const tail = tidy(`|${rest}${suffix.slice(0, MOST_AROUND)}`).slice(1);
  const { before, after } = cutAround(lead, tail, length);
  const around = protect(before + whole.slice(0, length) + after);
  const word = findWord(around, before.length, before.length + length);
  const opening = before.length < lead.length ? `...${gap}` : '';
  const closing = after.length < tail.length ? `${gap}...` : '';
  return {
    selection: around.slice(before.length, before.length + length),
    word: around.slice(word.start, word.end),
    context: `${opening}${around}${closing}`.trim(),
    wordAt: opening.length + word.start,
    selectionAt: before.length - word.start,
  };
}

/**
 * Where the words begin and end that a selection stands in. Where the context has them twice they grow; the
 * front end lets only `replace_context` grow then, of which the server's mail loses what the word has not.
 */
function findWord(text: string, from: number, to: number): Span {
  let span = growToEnds(text, { start: from, end: to });
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const word = text.slice(span.start, span.end).trim();
    if (word === '' || text.indexOf(word) === text.lastIndexOf(word)) break;
    const { start, end } = span;
    const isLeft = end === text.length || (step % 2 === 0 && start > 0);
    const next = isLeft
      ? { start: start - sizeOf(LAST, text.slice(0, start)), end }
      : { start, end: end + sizeOf(FIRST, text.slice(end)) };
    if (next.end - next.start > LONGEST_SELECTION) break;
    span = next;
  }
  const raw = text.slice(span.start, span.end);
  const start = span.start + raw.length - raw.trimStart().length;
  return growToEnds(text, { start, end: start + raw.trim().length });
}

interface Span {
  start: number;
  end: number;
}

/** To the ends of the words that a stretch begins and ends in, where that is not too long. */
function growToEnds(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const left = BEGINS_AS_WORD.test(words) ? sizeOf(ENDS_AS_WORD, text.slice(0, start)) : 0;
  const right = ENDS_AS_WORD.test(words) ? sizeOf(BEGINS_AS_WORD, text.slice(end)) : 0;
  const grown = { start: start - left, end: end + right };
  return grown.end - grown.start > LONGEST_SELECTION ? { start, end } : grown;
}

/** As much on each side as the context holds, ending where a word ends. */
function cutAround(lead: string, tail: string, length: number) {
  const room = Math.max(0, LONGEST_CONTEXT - length);
  const least = Math.floor(room / 2);
  const toLead = Math.min(lead.length, Math.max(least, room - tail.length));
  const toTail = Math.min(tail.length, room - toLead);
  let before = cutStart(lead, toLead);
  let after = cut(tail, toTail);
  if (before.length < lead.length) before = before.replace(/^\S{0,30}\s/, '');
  if (after.length < tail.length) after = after.replace(/\s\S{0,30}$/, '');
  return { before, after };
}

function sizeOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

/** The context as its dialog shows it: markup, in which the page's words are text. */
function composePreview(reporter: NativeForm['reporter'], place: Place): string {
  const { selection, word, context, wordAt, selectionAt } = place;
  const mark = (part: string, inner: string) =>
    `<span class="${reporter}_mistake_${part}">${inner}</span>`;
  const inner =
    escapeHtml(word.slice(0, selectionAt)) +
    mark('inner', escapeHtml(selection)) +
    escapeHtml(word.slice(selectionAt + selection.length));
  return (
    escapeHtml(context.slice(0, wordAt)) +
    mark('outer', inner) +
    escapeHtml(context.slice(wordAt + word.length))
  );
}

/** Its one line: old → new · kind · what the reader remarked. */
function composeComment(exact: string, correction: string, kind: string, remark: string): string {
  const [before, after] = [tidy(exact), tidy(correction)];
  const change =
    after === '' || after === before
      ? ''
      : `${shorten(before, LONGEST_OLD)} → ${shorten(after, LONGEST_CORRECTION - LONGEST_OLD)}`;
  const said = [change, shorten(tidy(kind), 60)].filter((one) => one !== '').join(' · ');
  const room = LONGEST_COMMENT - said.length - 3;
  return protect([said, shorten(tidy(remark), room)].filter((one) => one !== '').join(' · '));
}

/** One line. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Signs that look alike in place of those by which the server takes words away: tags, percent-encoded octets. */
function protect(text: string): string {
  return text.replace(/</g, '‹').replace(/%(?=[\da-f]{2})/gi, '％');
}

function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : `${cut(text, longest - 1).trimEnd()}…`;
}

/** The start of a text, no pair of surrogates broken. */
function cut(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}

/** The end of a text likewise. */
function cutStart(text: string, longest: number): string {
  return longest === 0 ? '' : text.slice(-longest).replace(/^[\udc00-\udfff]/, '');
}
