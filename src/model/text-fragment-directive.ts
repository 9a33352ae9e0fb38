/**
 * The text directive of a URL's fragment, as it is written: its parts between the signs that have a meaning
 * there, everything else encoded. https://wicg.github.io/scroll-to-text-fragment/#syntax
 */

/** What a browser is to find: the words themselves, or the first and the last of them, and their neighbours. */
export interface TextDirective {
  /** the words right before; '' for none */
  prefix: string;
  /** never empty: the whole passage, or its first words where there is an `end` */
  start: string;
  /** the passage's last words; '' where `start` is all of it */
  end: string;
  /** the words right behind; '' for none */
  suffix: string;
}

/** @returns `[prefix-,]start[,end][,-suffix]`, percent-encoded: what stands behind `:~:text=` */
export function writeTextDirective({ prefix, start, end, suffix }: TextDirective): string {
  const terms = [
    ...(prefix === '' ? [] : [`${encode(prefix)}-`]),
    encode(start),
    ...(end === '' ? [] : [encode(end)]),
    ...(suffix === '' ? [] : [`-${encode(suffix)}`]),
  ];
  // A program that finds links in plain text takes a dot at the end for the sentence's.
  return terms.join(',').replace(/\.$/, '%2E');
}

/**
 * `-` would mark a prefix or suffix; brackets, quotes and asterisks end or decorate a link in what people paste it
 * into. Half a surrogate pair becomes U+FFFD.
 */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
