/**
 * The words of the surfaces. Messages live in src/locales, one file a language; `{name}` stands for a
 * value, and a key with `_one`, `_few`, … has a form for each plural category of its language (CLDR).
 * Where the words come from (the browser's i18n, or a file that the endpoint serves) is handed in.
 */
import type en from '../locales/en.json';

type Key = keyof typeof en;
/** `reports_other` and its sisters are asked for as `reports`, with a count. */
export type MessageKey = Key extends infer K
  ? K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
    ? Base
    : K
  : never;

export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

/**
 * @param lookup gives the raw message of a key, '' where there is none
 * @param locale BCP 47, for plural rules and numbers
 */
export function createTranslate(lookup: (key: string) => string, locale: string): Translate {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (key, values = {}) => {
    const { count } = values;
    const message =
      typeof count === 'number'
        ? lookup(`${key}_${plurals.select(count)}`) || lookup(`${key}_other`)
        : lookup(key);
    return (message || key).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) return whole;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}
