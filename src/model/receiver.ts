/** Who receives a report, as the background answers a page that asks. */
import * as v from 'valibot';

export const receiverSchema = v.variant('kind', [
  v.object({
    kind: v.picklist(['ready', 'ask']),
    service: v.string(),
    host: v.string(),
    by: v.picklist(['page', 'table', 'policy']),
  }),
  v.object({ kind: v.literal('none') }),
]);
/** ready: may be sent to · ask: another site's server, the reader has not agreed yet · none: no endpoint known */
export type Receiver = v.InferOutput<typeof receiverSchema>;
