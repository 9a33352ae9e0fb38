/**
 * What one sentence makes a condition of reuse, in its order. Not the words decide but what they stand in:
 * "prohibited without a link" asks for a link, "no permission is needed" asks for none.
 */
import type { Terms } from '../source.ts';
import { statesCommons } from './commons.ts';
import type { Sentence, Span } from './find-words.ts';
import { readAim } from './read-aim.ts';
import { readShare } from './read-limits.ts';

type Kind = Terms['kind'];

export interface Conditions {
  /** the first that the sentence states, then the others */
  kinds: Kind[];
  link: Terms['link'];
  target: string | null;
  /** the sentence speaks of commercial reuse alone */
  isPartial: boolean;
}

const NEAR = 80;
const LINK_KINDS = ['hyperlink', 'link'] as const;

/** Whether a sentence speaks of reuse at all: copying, or using a text. */
export function speaksOfReuse(sentence: Sentence): boolean {
  if (sentence.has('strong')) return true;
  // "Commercial use is prohibited": of the texts, though they are not named.
  const commercial = sentence.has('forbidden') ? sentence.find('commercial') : [];
  const objects = [...sentence.find('material'), ...commercial];
  return sentence
    .find('weak')
    .some((use) =>
      objects.some(
        (one) =>
          one.start !== use.start && one.start - use.end < NEAR && use.start - one.end < NEAR,
      ),
    );
}

/** Whether a sentence speaks of something else that uses the same words: cookies, comments, the news. */
export function speaksOfOther(sentence: Sentence): boolean {
  if (sentence.has('veto')) return true;
  const [news] = sentence.find('news');
  if (news === undefined) return false;
  if (news.start < 4) return !/©|copyright/.test(sentence.words);
  return !sentence.has('self') && !statesCommons(sentence.words);
}

/**
 * @param speaks whether this sentence, or one beside it, speaks of reuse
 * @returns what the sentence asks for, or null
 */
export function readConditions(
  sentence: Sentence,
  hosts: string[],
  speaks: boolean,
): Conditions | null {
  const forbidden = sentence.find('forbidden');
  const unneeded = sentence.find('unneeded');
  const allowed = outside(sentence.find('allowed'), [...forbidden, ...unneeded]);
  const obliged = outside(sentence.find('obliged'), [...forbidden, ...unneeded]);
  const isModal = forbidden.length + allowed.length + obliged.length > 0;
  const isExempt = sentence.has('without') || sentence.has('unless');
  const isStrict = forbidden.length + obliged.length > 0 || isExempt || sentence.has('only');
  // "Quoting with a link", "may be quoted with a link"; a mere "you can use the link" asks for nothing.
  const isGiven = sentence.has('with') && (allowed.length > 0 || sentence.has('strong'));
  const isAccompanied = isStrict || isGiven || (allowed.length > 0 && sentence.has('strong'));

  const asked = readLinks(sentence, hosts);
  const links = asked === null || !isAccompanied ? [] : asked.spans;
  const permissions =
    isStrict || (sentence.has('with') && allowed.length > 0)
      ? outside(
          [...sentence.find('permission'), ...readContact(sentence, speaks)],
          [...forbidden, ...unneeded, ...wordsOf(allowed)],
        )
      : [];
  const credits =
    isAccompanied || allowed.length > 0
      ? outside(sentence.find('credit'), unneeded).concat(asked?.references ?? [])
      : [];
  if (!speaks && !(links.length > 0 && asked?.isActive === true && isModal && asked.isAimed)) {
    return null;
  }
  const isFree = allowed.length > 0 && forbidden.length === 0;
  const isUnpermitted = sentence.has('unpermitted') && forbidden.length > 0;
  const permission =
    isUnpermitted ||
    (permissions.length > 0 &&
      !(isFree && lacks(sentence, permissions)) &&
      !sentence.has('unneeded'));
  const link = links.length > 0 && !(permission && isListed(sentence, links));
  const credit = credits.length > 0 && !link;

  const kinds: Kind[] = [];
  const firstCondition = Math.min(...starts(links), ...starts(credits));
  const firstForbidden = Math.min(...starts(forbidden));
  if (forbidden.length > 0 && !isExempt && !isUnpermitted) {
    if (!permission && !link && !credit) {
      // "No more than a quarter" prohibits the rest alone.
      if (isOfReuse(sentence, forbidden) && readShare(sentence) === null) kinds.push('no-reuse');
    } else if (
      (link || credit) &&
      firstForbidden < firstCondition &&
      isGranted(sentence, allowed, obliged, firstForbidden)
    )
      kinds.push('no-reuse');
  }
  const second: Kind | null = link ? 'active-link-required' : credit ? 'free-with-credit' : null;
  const conditions: (Kind | null)[] = permission ? ['permission-required', second] : [second];
  if (permission && second !== null && isEither(sentence, permissions, link ? links : credits)) {
    conditions.reverse();
  }
  for (const kind of conditions) if (kind !== null) kinds.push(kind);
  if (kinds.length === 0 && isFree && unneeded.length > 0) kinds.push('none');
  if (kinds.length === 0) return null;
  return {
    kinds,
    link: link ? (asked?.isActive ? 'active' : 'plain') : credit ? 'reference' : null,
    target: link ? (asked?.target ?? 'page') : null,
    isPartial: sentence.has('commercial') && !sentence.has('noncommercial'),
  };
}

/** "To reprint, contact us": not in a sentence that merely speaks of using. */
function readContact(sentence: Sentence, speaks: boolean): Span[] {
  return sentence.has('strong') || (speaks && sentence.has('permission'))
    ? sentence.find('contact')
    : [];
}

interface AskedLinks {
  spans: Span[];
  /** references to a body: its name suffices */
  references: Span[];
  isActive: boolean;
  isAimed: boolean;
  target: string | null;
}

function readLinks(sentence: Sentence, hosts: string[]): AskedLinks | null {
  const sure = LINK_KINDS.flatMap((notion) => sentence.find(notion));
  const open = outside(sentence.find('reference'), sure);
  const all = [...sure, ...open]
    .filter(({ end }) => !TO_A_LICENCE.test(sentence.words.slice(end, end + 45)))
    .sort((a, b) => a.start - b.start);
  if (all.length === 0) return null;
  const isActive =
    sentence.has('hyperlink') ||
    sentence.find('active').some((word) => all.some((link) => isBeside(word, link)));
  const aims = all.map((link) => readAim(sentence, link, hosts));
  const aim = aims.find((one) => one.target !== null);
  const isReference =
    sure.length === 0 && !isActive && aim === undefined && aims.some((one) => one.isBody);
  return {
    spans: isReference ? [] : all,
    references: isReference ? open : [],
    isActive,
    isAimed: aim !== undefined,
    target: aim?.target ?? null,
  };
}

/** Licences ask for a link to themselves; that is none to the page. */
const TO_A_LICENCE = /^.{0,30}(?:li[csz]en[cszt]|лиценз)/;

function isBeside(word: Span, link: Span): boolean {
  return word.start <= link.end + 40 && link.start <= word.end + 60;
}

/** What is prohibited is the copying, not something else in a long sentence that speaks of copying as well. */
function isOfReuse(sentence: Sentence, forbidden: Span[]): boolean {
  const uses = [...sentence.find('strong'), ...sentence.find('weak')];
  return forbidden.some((one) =>
    uses.some((use) => use.start < one.end + NEAR && one.start < use.end + NEAR),
  );
}

/** "Without permission" stands where permission is lacking, not granted. */
function lacks(sentence: Sentence, permissions: Span[]): boolean {
  const distance = (a: Span, b: Span) => (a.start < b.start ? b.start - a.end : a.start - b.end);
  return sentence
    .find('without')
    .some((without) => permissions.some((one) => distance(without, one) < 30));
}

/** "Copying, sharing or linking only by permission": the link is what is regulated, not what is asked for. */
function isListed(sentence: Sentence, links: Span[]): boolean {
  if (sentence.vocabulary.post) return false;
  const first = Math.min(...starts(links));
  const before = (
    ['with', 'without', 'only', 'unless', 'obliged', 'credit', 'active', 'permission'] as const
  ).some((notion) => sentence.find(notion).some((one) => one.start < first));
  return !before && !sentence.find('obliged').some((one) => one.start - first < 60);
}

/** What is prohibited as a whole is granted in part: another modal word follows. */
function isGranted(sentence: Sentence, allowed: Span[], obliged: Span[], after: number): boolean {
  return [...allowed, ...obliged, ...sentence.find('only')].some((one) => one.start > after);
}

function isEither(sentence: Sentence, some: Span[], others: Span[]): boolean {
  const between = starts([...some, ...others]);
  if (some.length === 0 || others.length === 0) return false;
  const [first, last] = [Math.min(...between), Math.max(...between)];
  return sentence.find('either').some((one) => one.start > first && one.end <= last);
}

function starts(spans: Span[]): number[] {
  return spans.map((span) => span.start);
}

/** Only what is longer than a word hides others: "permission is granted" does, "allowed" does not. */
function wordsOf(spans: Span[]): Span[] {
  return spans.filter((span) => span.end - span.start > 3);
}

/** The spans that do not lie within others. */
function outside(spans: Span[], others: Span[]): Span[] {
  return spans.filter(
    (span) => !others.some((other) => span.start < other.end && other.start < span.end),
  );
}
