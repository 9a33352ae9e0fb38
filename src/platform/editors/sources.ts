/** The list of sources that a site keeps at its endpoint. */
import * as v from 'valibot';
import { copySchema } from '../../model/reuse/copy.ts';
import type { Endpoint, Outcome } from './ask-endpoint.ts';

const foundSchema = v.object({ sources: v.array(copySchema) });

export interface SourcesApi {
  /**
   * The sources that a page may have passages of.
   * @param site host name of the page
   * @param fingerprints of the page's own text
   */
  find(
    site: string,
    fingerprints: readonly number[],
  ): Promise<Outcome<v.InferOutput<typeof foundSchema>>>;
}

export function createSourcesApi({ ask }: Endpoint): SourcesApi {
  return {
    find: (site, fingerprints) =>
      ask(foundSchema, 'sources/find', { method: 'POST', body: { site, fingerprints } }),
  };
}
