/** Whose token an access is. */
import * as v from 'valibot';
import type { Endpoint, Outcome } from './ask-endpoint.ts';

const editorSchema = v.object({
  name: v.string(),
  /** host name; its subdomains are covered as well */
  site: v.string(),
  /** what the token is good for; those of earlier endpoints are good for all that editors do */
  scopes: v.fallback(v.array(v.string()), ['read', 'decide', 'edit']),
});
export type Editor = v.InferOutput<typeof editorSchema>;

export function askEditor(endpoint: Endpoint): Promise<Outcome<Editor>> {
  return endpoint.ask(editorSchema, 'me');
}
