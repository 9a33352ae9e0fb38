/**
 * The months' names as they begin in the languages that the extension knows, without accents. A table, since
 * asking the runtime for each language's names costs more than the whole reading of a page.
 */

/** One line a month; where two languages disagree (Croatian and Czech, Polish), the stem is long enough to tell. */
const STEMS = [
  'jan jaan ene gen sty oca yan янв ян січ қаң led sij tammi ian sau ιαν јан يناير ژانو जन ינו იან հունվ հնվ',
  'feb fev lut sub velj veebr helmi uno vas φεβ фев феб лют ақп fevr فبراير شباط فوری फ़र פבר თებ փետ փտվ',
  'mar maa maer mrt bre ozu kov μαρ мар бер нау مارس آذار मार्च מרץ მარ մարտ մրտ',
  'apr avr abr kwi nis dub tra huhti bal απρ апр квіт сәу أبريل ابريل نيسان آور अप्र אפר აპრ ապր',
  'may mai maj mag mei kve svi touko geg μαι май мая мај трав мам مايو أيار مه मई מאי მაი մայ մյս',
  'jun juin juun giu cze cerven cervn haz lipnj lipanj kesa iyn iyun iun bir ιουν июн юни юн јун черв мау يونيو حزيران ژوئن जून יוני ივნ հունի հնս',
  'jul juil juul lug tem lip cervenec cervence srpnj srpanj heina iyl iyul iul lie ιουλ июл юли јул лип шіл يوليو تموز ژوئی जुल יולי ივლ հուլ հլս',
  'aug aou ago sie agu srp kol elo avg avq rugp αυγ авг серп там أغسطس اوت अग אוג აგვ օգ',
  'sep set szep sze wrz eyl zar ruj syys sen rugs σεπ сеп сен вер қыр سبتمبر أيلول سپت सित ספט სექ սեպ',
  'oct okt ott out paz eki rij loka oqt spa οκτ окт жовт қаз أكتوبر اکتبر अक्टू אוק ოქტ հոկ',
  'nov noi noy lis kas stu marras lap νοε ноя ное нов лист қар نوفمبر نوامبر नव נוב ნოე նոյ',
  'dec dic dek det dez des gru ara pros pro joulu δεκ дек дец груд жел ديسمبر دسامبر दिस דצמ დეკ դեկ',
];
const LONGEST_STEM = 10;
const LONGEST_WORD = 14;
let months: Map<string, number> | null = null;

/** @returns 1 for a name or abbreviation of January in any of the languages, …, 0 for any other word */
export function findMonth(word: string): number {
  if (word.length < 2 || word.length > LONGEST_WORD) return 0;
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
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i');
}
