/**
 * The months' names as they begin in the languages that the extension knows, without accents. A table, since
 * asking the runtime for each language's names costs more than the whole reading of a page.
 */

/** One line a month; where two languages disagree (Croatian and Czech, Polish), the stem is long enough to tell. */
const STEMS = [
  'jan ene gen sty oca янв січ қаң кан led sijec tammi ian ιαν yanv qan يناير ژانویه जनवरी ינואר',
  'feb fev lut sub şub φεβ фев лют ақп uno velj helmi fevr فبراير شباط فوریه फरवरी פברואר',
  'mar maa bre ozuj мар бер нау maalis maer mrt μαρ mart مارس آذار मार्च מרץ',
  'apr avr abr kwi nis dub travn huhti апр квіт сәу απρ ebr أبريل ابريل نيسان آوریل अप्रैल אפריל',
  'may mai maj mag mei kve svib touko май мая трав мам μαι مايو أيار مه मई מאי',
  'jun juin giu cze cervn cerven haz lipnj lipanj kesa июн июнь черв мау ιουν iun يونيو حزيران ژوئن जून יוני',
  'jul juil lug tem lip cervenec cervence srpnj srpanj heina июл лип шіл ιουλ iul يوليو تموز ژوئیه जुलाई יולי',
  'aug aou ago sie agu srp kolov elo авг серп там αυγ avg أغسطس اوت अगस्त אוגוסט',
  'sep set wrz eyl zar rujn syys сен вер қыр σεπ سبتمبر أيلول سپتامبر सितंबर ספטמבר',
  'oct okt ott out paz eki rij loka окт жовт қаз οκτ oqt أكتوبر اکتبر अक्टूबर אוקטובר',
  'nov lis kas studen marras ноя лист қар νοε نوفمبر نوامبر नवंबर נובמבר',
  'dec dic dez des gru ara pros joulu дек груд жел δεκ ديسمبر دسامبر दिसंबर דצמבר',
];
const LONGEST_STEM = 10;
const LONGEST_WORD = 14;
let months: Map<string, number> | null = null;

/** @returns 1 for a name or abbreviation of January in any of the languages, …, 0 for any other word */
export function findMonth(word: string): number {
  if (word.length < 3 || word.length > LONGEST_WORD) return 0;
  months ??= new Map(
    STEMS.flatMap((line, i) => line.split(' ').map((stem) => [fold(stem), i + 1])),
  );
  // Hebrew writes "in" as a letter before the name.
  const folded = fold(word.replace(/^ב(?=.{3})/u, ''));
  for (let length = Math.min(folded.length, LONGEST_STEM); length > 1; length -= 1) {
    const month = months.get(folded.slice(0, length));
    if (month !== undefined) return month;
  }
  return 0;
}

/** Lower case without accents; ı and ł have none that can be taken away. */
function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i');
}
