/** The scripts that synthetic articles are written in: what words are built of, and how sentences are set. */

export const SCRIPTS = ['latin', 'cyrillic', 'arabic', 'devanagari', 'cjk'] as const;
export type Script = (typeof SCRIPTS)[number];

export interface Writing {
  language: string;
  /** what a syllable begins with, has in it, and may end with */
  onsets: readonly string[];
  vowels: readonly string[];
  codas: readonly string[];
  /** what may be put for another letter when a word is misspelt */
  letters: readonly string[];
  /** between words */
  space: string;
  comma: string;
  ends: readonly string[];
  hasCase: boolean;
}

const split = (text: string) => text.split(' ');
const range = (from: number, count: number, step: number) =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(from + index * step));
const NONE = ['', '', '', '', ''];

const LATIN: Writing = {
  language: 'fr',
  onsets: split(
    'b c d f g h j k l m n p r s t v w z br ch cl dr fl gr kr pl pr sk sl st th tr ç ñ',
  ),
  vowels: split('a e i o u a e i o a e ai ea ou é ö ä ü í ó ě å'),
  codas: [...NONE, ...split('n r s t l m nd nt st rk ns ř')],
  letters: split('a b c d e f g h i k l m n o p r s t u v'),
  space: ' ',
  comma: ', ',
  ends: split('. . . . . . ? ! ...'),
  hasCase: true,
};

const CYRILLIC: Writing = {
  ...LATIN,
  language: 'ru',
  onsets: split('б в г д ж з к л м н п р с т ф х ц ч ш щ бр вл гр др кр пр ст тр сл'),
  vowels: split('а е и о у а е и о ы я ю ё э і ї'),
  codas: [...NONE, ...split('й н р с т л м нь сть ль к в')],
  letters: split('а б в г д е ж з и к л м н о п р с т у х'),
};

const ARABIC: Writing = {
  ...LATIN,
  language: 'ar',
  onsets: split('ب ت ج ح خ د ذ ر ز س ش ص ط ع غ ف ق ك ل م ن ه و ي أ إ آ ئ ؤ'),
  vowels: ['', '', ...split('ا و ي ا ي َ ُ')],
  codas: [...NONE, ...NONE, ...split('ن ر ت ل م ة ات ين ون')],
  letters: split('ب ت ج ح د ر س ع ف ق ك ل م ن ه'),
  comma: '، ',
  ends: split('. . . . . ؟ ! ...'),
  hasCase: false,
};

const DEVANAGARI: Writing = {
  ...LATIN,
  language: 'hi',
  onsets: split('क ख ग घ च छ ज ट ड त थ द ध न प फ ब भ म य र ल व श स ह क्ष प्र त्र ऩ ऱ अ इ उ'),
  vowels: ['', '', '', ...split('ा ि ी ु ू े ै ो ौ ा')],
  codas: [...NONE, ...NONE, ...split('ं ः न र ल')],
  letters: split('क ग च ज ट त द न प ब म र ल व स ह'),
  ends: split('। । । । । ? ! ...'),
  hasCase: false,
};

const HAN: Writing = {
  language: 'zh',
  onsets: range(0x4e0e, 420, 31),
  vowels: [''],
  codas: [''],
  letters: range(0x4e11, 60, 197),
  space: '',
  comma: '，',
  ends: split('。 。 。 。 ？ ！ ...'),
  hasCase: false,
};

const KANA: Writing = {
  ...HAN,
  language: 'ja',
  onsets: [...range(0x3042, 34, 2), ...range(0x30ab, 40, 1), ...range(0x5143, 120, 67)],
  letters: [...range(0x304b, 24, 1), ...range(0x30ab, 20, 1)],
  comma: '、',
};

const HANGUL: Writing = {
  ...HAN,
  language: 'ko',
  onsets: range(0xac00, 380, 29),
  letters: range(0xac1c, 60, 181),
  space: ' ',
  comma: ', ',
  ends: split('. . . . ? ! ...'),
};

const WRITINGS: Record<Script, readonly [Writing, ...Writing[]]> = {
  latin: [LATIN],
  cyrillic: [CYRILLIC],
  arabic: [ARABIC],
  devanagari: [DEVANAGARI],
  cjk: [HAN, KANA, HANGUL],
};

/** @param variant which of a script's ways of writing; they come round */
export function chooseWriting(script: Script, variant: number): Writing {
  const list = WRITINGS[script];
  return list[variant % list.length] ?? list[0];
}
