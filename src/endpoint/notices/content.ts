/**
 * What lies in the outbox: which reports a message is about. Their words are read when it is sent, so that nothing
 * outlives a report that has been taken out meanwhile.
 */
import * as v from 'valibot';

const keySchema = v.object({ site: v.string(), canonical: v.string() });

const contentSchema = v.variant('type', [
  v.object({ type: v.literal('report'), ...keySchema.entries }),
  v.object({
    type: v.literal('digest'),
    reports: v.number(),
    places: v.number(),
    newest: v.array(keySchema),
    /** up to which of the group's changes the channel had been told before; none says so that is of an earlier version */
    after: v.optional(v.number(), 0),
  }),
  v.object({ type: v.literal('test') }),
]);

export type Content = v.InferOutput<typeof contentSchema>;

export function writeContent(content: Content): string {
  return JSON.stringify(content);
}

/** @throws where it is not what `writeContent` wrote */
export function readContent(text: string): Content {
  return v.parse(contentSchema, JSON.parse(text));
}
