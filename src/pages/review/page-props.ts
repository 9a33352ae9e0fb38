/**
 * What every page of the review is handed by the desk. A page brings its own `<h2>`, which gets the focus when the page
 * is opened by a link; the desk brings the header, the `<main>` around it and the document's title.
 */
import type { Editor, ReviewApi } from '../../platform/editors/review-api.ts';
import type { SiteSettings } from '../../platform/editors/sites.ts';
import type { DeskLocation } from './location.ts';
import type { Go } from './use-location.ts';

/** The sites that the editor's token covers; none while they are being loaded. */
export interface Sites {
  items: readonly SiteSettings[];
  /** @returns what holds for a site: its own settings, and where it has none, those of the nearest site above it */
  find(site: string): SiteSettings | undefined;
  /** puts saved settings in the place of those that were held */
  replace(item: SiteSettings): void;
}

export interface PageProps {
  api: ReviewApi;
  /** URL of the endpoint, without a slash at its end */
  base: string;
  editor: Editor;
  sites: Sites;
  /** the page's own: while another page is shown, it has its last one */
  location: DeskLocation;
  go: Go;
  /** false while another page is shown: it is hidden and inert then, must not listen to keys, and asks for nothing */
  isShown: boolean;
  /** shows the list of the keys */
  showKeys(): void;
}
