/** A source that an article names without linking to it: a photo's credit, or whom its text has something from. */
import * as v from 'valibot';

export const namedSourceSchema = v.object({
  /** as the page writes it */
  name: v.string(),
  /** the front page of its site, https */
  url: v.pipe(v.string(), v.startsWith('https://')),
  kinds: v.array(v.picklist(['photo', 'text'])),
});
export type NamedSource = v.InferOutput<typeof namedSourceSchema>;
