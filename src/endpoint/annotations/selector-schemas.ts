/**
 * Which part of a page is meant, and which state of it: the selectors and states of the Web Annotation Data Model. Kinds
 * that the model does not know are let through, as it asks.
 * https://www.w3.org/TR/2017/REC-annotation-model-20170223/#selectors
 */
import * as v from 'valibot';
import { textPositionSelectorSchema, textQuoteSelectorSchema } from '../../model/annotation.ts';
import { iri, iris, isObject, oneOrMany, time, times } from './annotation-terms.ts';

const refinedBy = v.optional(oneOrMany(v.lazy((input) => chooseRefinement(input))));
const selector = v.lazy((input) => chooseSelector(input));

const valued = v.looseObject({ value: v.string(), refinedBy });
const positioned = v.looseObject({
  start: textPositionSelectorSchema.entries.start,
  end: textPositionSelectorSchema.entries.end,
  refinedBy,
});
const other = v.looseObject({ type: v.string(), refinedBy });
const referenced = v.looseObject({ id: iri });

/** Section 4.2 */
const SELECTORS = new Map<unknown, v.GenericSchema>([
  ['FragmentSelector', v.looseObject({ ...valued.entries, conformsTo: v.optional(iri) })],
  ['CssSelector', valued],
  ['XPathSelector', valued],
  ['TextQuoteSelector', v.looseObject({ ...textQuoteSelectorSchema.entries, refinedBy })],
  ['TextPositionSelector', positioned],
  ['DataPositionSelector', positioned],
  ['SvgSelector', v.lazy((input) => (has(input, 'id') ? referenced : valued))],
  ['RangeSelector', v.looseObject({ startSelector: selector, endSelector: selector, refinedBy })],
]);

/** Section 4.3 */
const STATES = new Map<unknown, v.GenericSchema>([
  [
    'TimeState',
    v.lazy((input) => {
      const isSpan = has(input, 'sourceDateStart') || has(input, 'sourceDateEnd');
      return isSpan ? timeSpan : timePoints;
    }),
  ],
  ['HttpRequestState', valued],
]);
const timePoints = v.looseObject({
  ...{ sourceDate: v.optional(times), cached: v.optional(iris), refinedBy },
});
const timeSpan = v.looseObject({
  ...{ sourceDateStart: time, sourceDateEnd: time, cached: v.optional(iris), refinedBy },
  sourceDate: v.optional(v.never('has no place beside a span of time')),
});

export const selectors = oneOrMany(selector);
export const states = oneOrMany(v.lazy((input) => choose(input, STATES)));

function chooseSelector(input: unknown): v.GenericSchema {
  return choose(input, SELECTORS);
}

/** Selectors are refined by selectors, states by both. */
function chooseRefinement(input: unknown): v.GenericSchema {
  const type = readType(input);
  return STATES.get(type) ?? choose(input, SELECTORS);
}

function choose(input: unknown, known: Map<unknown, v.GenericSchema>): v.GenericSchema {
  if (!isObject(input)) return iri;
  const type = readType(input);
  return known.get(type) ?? (type === undefined && has(input, 'id') ? referenced : other);
}

function readType(input: unknown): unknown {
  return isObject(input) && 'type' in input ? input.type : undefined;
}

function has(input: unknown, key: string): boolean {
  return isObject(input) && key in input;
}
