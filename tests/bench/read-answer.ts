/** What comes back from a page is data from outside: it is checked before it is scored. */
import * as v from 'valibot';
import type { Answer } from './contender.ts';

const said = v.nullable(v.string());
const answerSchema = v.object({
  isArticle: v.optional(v.boolean()),
  fields: v.optional(
    v.object({ title: said, authors: v.array(v.string()), site: said, published: said }),
  ),
  cold: v.optional(v.number()),
  warm: v.optional(v.number()),
  error: v.optional(v.string()),
});

/** @returns the answer, or one with the error that it is none */
export function readAnswer(value: unknown): Answer {
  const result = v.safeParse(answerSchema, value);
  if (result.success) return result.output;
  const faults = result.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
  return { error: `an answer of the wrong form: ${faults.join('; ')}` };
}

export function describeFault(fault: unknown): string {
  return fault instanceof Error
    ? (`${fault.name}: ${fault.message}`.split('\n')[0] ?? '')
    : String(fault);
}
