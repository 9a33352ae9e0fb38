/** Who receives a report, as the background answers a page that asks. */
import * as v from 'valibot';
import { nativeFormSchema } from './native-form.ts';

export const receiverSchema = v.variant('kind', [
  v.object({
    kind: v.picklist(['ready', 'ask']),
    service: v.string(),
    host: v.string(),
    by: v.picklist(['page', 'table', 'policy']),
  }),
  v.object({ kind: v.literal('native'), form: nativeFormSchema, host: v.string() }),
  v.object({ kind: v.literal('none') }),
]);
/**
 * ready: may be sent to · ask: another site's server, the reader has not agreed yet · native: no endpoint known, but
 * the site's own reporter takes it · none: nobody known
 */
export type Receiver = v.InferOutput<typeof receiverSchema>;
