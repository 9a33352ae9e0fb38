/**
 * One spelling for what sites spell in many ways: case, accents left out, Turkish ı and İ, Cyrillic letters of
 * Central Asia typed as their Russian neighbours, Latin look-alikes inside Cyrillic words, Arabic variants.
 * Text and vocabulary are folded alike, so that a stem is written once, as its language writes it.
 */
const MARKS =
  /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060\ufeff]/g;
const LOOKALIKE = /(?<=[\u0400-\u04ff])[aceopxyi]|[aceopxyi](?=[\u0400-\u04ff])/g;

const SAME = new Map(
  Object.entries({
    ...{ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ə: 'e', ß: 'ss', æ: 'ae', œ: 'oe', ς: 'σ' },
    ...{ і: 'и', ї: 'и', є: 'е', ґ: 'г', қ: 'к', ғ: 'г', ң: 'н', ө: 'о', ү: 'у', ұ: 'у' },
    ...{ ҳ: 'х', ҷ: 'ч', ҡ: 'к', ә: 'а', һ: 'х', љ: 'л', њ: 'н', џ: 'ц', ј: 'и' },
    ...{ ی: 'ي', ى: 'ي', ې: 'ي', ک: 'ك', ة: 'ه', ۀ: 'ه', ۂ: 'ه' },
    ...{ '’': "'", '‘': "'", ʻ: "'", ʼ: "'", '`': "'", '´': "'", ʹ: "'", '′': "'" },
    ...{ '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-' },
  }),
);
const VARIANT = new RegExp(`[${[...SAME.keys()].join('')}]`, 'g');
const RUSSIAN = new Map(
  Object.entries({ a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у', i: 'и' }),
);

/** Folds what a vocabulary writes: lower case already, the signs of a pattern left alone. */
export function foldStems(stems: string): string {
  return stems
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(LOOKALIKE, (letter) => RUSSIAN.get(letter) ?? letter)
    .replace(VARIANT, (letter) => SAME.get(letter) ?? letter);
}

/** Folds a text; its length may change. */
export function foldWords(text: string): string {
  return foldStems(text.toLowerCase());
}
