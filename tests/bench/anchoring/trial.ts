/** What comes back from the page, checked: it is data from outside. */
import * as v from 'valibot';

const askedSchema = v.object({
  place: v.picklist(['right', 'wrong', 'none']),
  verdict: v.picklist(['found', 'fixed', 'none']),
  exact: v.boolean(),
  replaced: v.boolean(),
  said: v.string(),
  describeMs: v.number(),
  findMs: v.number(),
  fault: v.nullable(v.string()),
});

export const trialsSchema = v.array(
  v.object({
    kind: v.string(),
    truth: v.picklist(['standing', 'corrected', 'deleted']),
    script: v.string(),
    length: v.string(),
    shape: v.string(),
    quote: v.string(),
    text: v.string(),
    answers: v.record(v.string(), askedSchema),
  }),
);

export const timesSchema = v.record(
  v.string(),
  v.object({ rounds: v.array(v.number()), asked: v.number() }),
);

export type Asked = v.InferOutput<typeof askedSchema>;
/** With where it was asked. */
export type Trial = v.InferOutput<typeof trialsSchema>[number] & { browser: string; page: string };
export type LongTimes = v.InferOutput<typeof timesSchema>;
