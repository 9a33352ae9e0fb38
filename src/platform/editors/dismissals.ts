/** The list of words that are no mistake on a site. */
import * as v from 'valibot';
import { composePath, type Endpoint, type Outcome } from './ask-endpoint.ts';

const dismissalSchema = v.object({
  /** of the words, for their address */
  key: v.string(),
  /** host name: it holds for its subdomains, too */
  site: v.string(),
  words: v.string(),
  /** is given to the readers who report the words */
  reason: v.string(),
  /** who put it there */
  editor: v.string(),
  /** epoch ms */
  at: v.number(),
});
export type Dismissal = v.InferOutput<typeof dismissalSchema>;

const dismissalPageSchema = v.object({
  items: v.array(dismissalSchema),
  next: v.nullable(v.string()),
});
export type DismissalPage = v.InferOutput<typeof dismissalPageSchema>;

const dismissedSchema = v.object({
  dismissal: dismissalSchema,
  /** how many reports have been rejected */
  rejected: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** false where the words are so frequent that not all reports were looked at */
  isComplete: v.boolean(),
});
export type Dismissed = v.InferOutput<typeof dismissedSchema>;

export interface DismissalsApi {
  /** newest first */
  list(site: string, after: string | null): Promise<Outcome<DismissalPage>>;
  /** @param said `apply`: the new reports that quote the words are rejected as well */
  add(said: {
    words: string;
    site: string;
    reason: string;
    apply: boolean;
  }): Promise<Outcome<Dismissed>>;
  remove(dismissal: { site: string; key: string }): Promise<Outcome<null>>;
}

export function createDismissalsApi({ ask, remove }: Endpoint): DismissalsApi {
  return {
    list: (site, after) => ask(dismissalPageSchema, composePath('dismissals', { site, after })),
    add: ({ words, site, reason, apply }) =>
      ask(dismissedSchema, 'dismissals', { method: 'POST', body: { words, site, reason, apply } }),
    remove: ({ site, key }) =>
      remove(composePath(`dismissals/${encodeURIComponent(key)}`, { site })),
  };
}
