/** How long texts may be that the endpoint takes, in characters (UTF-16 units). */
export const LONGEST_WORDS = 1_000;
export const LONGEST_REASON = 2_000;
export const LONGEST_NOTE = 2_000;
/** Of words to search for. */
export const LONGEST_SEARCH = 300;
