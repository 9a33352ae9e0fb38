/** Who reads terms and credits, in one form; what a contender gives is checked before it is scored. */
import * as v from 'valibot';
import { readCredit, readTerms } from '../../src/page/sic-page.ts';

const termsAnswer = v.nullable(
  v.object({
    kind: v.string(),
    link: v.optional(v.nullable(v.string()), null),
    target: v.optional(v.nullable(v.string()), null),
    position: v.optional(v.nullable(v.number()), null),
    indexable: v.optional(v.boolean(), false),
    maxShare: v.optional(v.nullable(v.number()), null),
    nonCommercial: v.optional(v.boolean(), false),
  }),
);
export type TermsAnswer = v.InferOutput<typeof termsAnswer>;

const creditAnswer = v.nullable(
  v.object({
    names: v.array(v.string()),
    domain: v.nullable(v.string()),
    links: v.optional(v.array(v.object({ name: v.string(), url: v.string() })), []),
  }),
);
export type CreditAnswer = v.InferOutput<typeof creditAnswer>;

export interface ReuseReader {
  readTerms(text: string, lang: string): unknown;
  readCredit(text: string, lang: string): unknown;
}

export const SIC: ReuseReader = { readTerms, readCredit };

/** What a reader made of one row, or why it made nothing of it. */
export type Reading<T> = { ok: true; value: T } | { ok: false; error: string };

export function askTerms(reader: ReuseReader, text: string, lang: string): Reading<TermsAnswer> {
  return ask(termsAnswer, () => reader.readTerms(text, lang));
}

export function askCredit(reader: ReuseReader, text: string, lang: string): Reading<CreditAnswer> {
  return ask(creditAnswer, () => reader.readCredit(text, lang));
}

function ask<S extends v.GenericSchema>(schema: S, read: () => unknown): Reading<v.InferOutput<S>> {
  try {
    return { ok: true, value: v.parse(schema, read()) };
  } catch (fault) {
    return { ok: false, error: String(fault) };
  }
}
