/**
 * Search for words in reports. The words are told apart here, in one way for both databases; each keeps them in the
 * index that it has for this.
 */
import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { foldText } from '../../model/fold-text.ts';
import type { DialectName } from './dialect.ts';
import type { Tables } from './schema.ts';

/** Words of a report that it can be found by, and of a search: more would not be read. */
const MOST_WORDS = 400;
const MOST_SOUGHT = 16;
/** Characters of a word: PostgreSQL refuses words of more than two thousand bytes. */
const LONGEST_WORD = 64;
/** Scripts that are written without spaces: their words have to be found. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Accents and vowel signs that people leave out when they search: Latin, Greek, Cyrillic; Hebrew; Arabic. */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

/**
 * Small letters that are another form of one, which toLowerCase leaves as they are, such as the micro sign
 * (https://www.unicode.org/Public/UCD/latest/ucd/CaseFolding.txt). SQLite's index would know some of them as the same,
 * PostgreSQL's none. ς stands at the end of words, where who seeks a beginning does not have it.
 */
export const OTHER_FORMS = [...'\u00b5ſςϐϑϕϖϰϱϵẛᲀᲁᲂᲃᲄᲅᲆᲇᲈ'];
const ANY_OTHER_FORM = new RegExp(`[${OTHER_FORMS.join('')}]`, 'g');

/** Letters, digits and their marks. */
const RUNS = /[\p{L}\p{N}\p{M}]+/gu;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The words of some texts, each once, in small letters and without marks that a search leaves out. */
export function listWords(...texts: readonly string[]): string[] {
  // A sign that belongs to no word keeps the texts apart: all at once takes half the time.
  const folded = foldText(texts.join('|')).text.toLowerCase().replace(ANY_OTHER_FORM, foldForm);
  const plain = folded.normalize('NFD').replace(OPTIONAL_MARKS, '').normalize('NFC');
  const runs: readonly string[] = plain.match(RUNS) ?? [];
  const isSpaced = !UNSPACED.test(plain);
  const words = new Set<string>();
  for (const run of runs) {
    for (const word of isSpaced ? [run] : splitRun(run)) {
      words.add(word.length <= LONGEST_WORD ? word : [...word].slice(0, LONGEST_WORD).join(''));
      if (words.size === MOST_WORDS) return [...words];
    }
  }
  return [...words];
}

/** The usual form of a letter. */
export function foldForm(letter: string): string {
  return letter.toUpperCase().toLowerCase();
}

function splitRun(run: string): string[] {
  if (!UNSPACED.test(run)) return [run];
  return [...segmenter.segment(run)].map(({ segment }) => segment);
}

/** What a person searches for: each word, or the beginning of one, has to be there. Empty where it names no word. */
export function readSearch(text: string): string[] {
  return listWords(text).slice(0, MOST_SOUGHT);
}

/** Makes the index of `reports.words`. */
export async function createSearchIndex(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  if (dialect === 'postgres') {
    await sql`create index reports_by_words on reports using gin (array_to_tsvector(string_to_array(words, ' ')))`.execute(
      db,
    );
    return;
  }
  // https://www.sqlite.org/fts5.html#external_content_tables
  await sql`create virtual table report_words using fts5 (words, content = 'reports', content_rowid = 'number',
    detail = 'none', columnsize = 0, tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'")`.execute(
    db,
  );
  // Words of reports that are taken out go at once: https://www.sqlite.org/fts5.html#the_secure_delete_configuration_option
  await sql`insert into report_words (report_words, rank) values ('secure-delete', 1)`.execute(db);
  await sql`insert into report_words (report_words) values ('rebuild')`.execute(db);
  await sql`create trigger report_words_added after insert on reports begin
    insert into report_words (rowid, words) values (new.number, new.words);
  end`.execute(db);
  await sql`create trigger report_words_deleted after delete on reports begin
    insert into report_words (report_words, rowid, words) values ('delete', old.number, old.words);
  end`.execute(db);
  await sql`create trigger report_words_changed after update of words on reports begin
    insert into report_words (report_words, rowid, words) values ('delete', old.number, old.words);
    insert into report_words (rowid, words) values (new.number, new.words);
  end`.execute(db);
}

/**
 * Whether a row of `reports` has all the words, or words that begin so.
 * @param words as `readSearch` gives them; at least one
 */
export function matchWords(dialect: DialectName, words: readonly string[]): Expression<SqlBool> {
  if (dialect === 'postgres') {
    const query = words.map((word) => `'${word}':*`).join(' & ');
    return sql<SqlBool>`array_to_tsvector(string_to_array(reports.words, ' ')) @@ ${query}::tsquery`;
  }
  return sql<SqlBool>`reports.number in ${selectFound(words)}`;
}

/**
 * The same as `matchWords`, asked of the row alone: for where few rows are left to look at.
 * @param column the words of a report, see `reports.words`
 */
export function holdsWords(
  column: Expression<string>,
  words: readonly string[],
): Expression<SqlBool> {
  const tests = words.map((word) => sql<SqlBool>`instr(' ' || ${column}, ${` ${word}`}) > 0`);
  return sql<SqlBool>`(${sql.join(tests, sql` and `)})`;
}

/** Numbers of the rows of `reports` that have all the words, on SQLite. */
export function selectFound(words: readonly string[]): RawBuilder<{ number: number }> {
  const query = words.map((word) => `"${word}" *`).join(' ');
  return sql`(select rowid as number from report_words where report_words match ${query})`;
}

/** Rows that a search may go through one by one before it asks the index. */
export const MOST_SCANNED = 2_000;
/** As many found rows can be looked at, each where it lies. */
export const MOST_FOUND = 5_000;

/**
 * Whether so few rows have all the words that they can all be looked at, on SQLite. Those of other sites count as well:
 * to leave them out each would have to be read, and where the words are frequent elsewhere that has no end. So an editor
 * could at most tell by the time of an answer that the words stand in more than `MOST_FOUND` reports of all sites.
 */
export async function isRare(db: Kysely<Tables>, words: readonly string[]): Promise<boolean> {
  const { count } = await db
    .selectFrom(({ selectFrom }) =>
      selectFrom(selectFound(words).as('found'))
        .select('found.number')
        .limit(MOST_FOUND + 1)
        .as('counted'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count <= MOST_FOUND;
}
