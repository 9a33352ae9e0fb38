/** The addresses at which everybody can read what a site has published: the endpoint's routes of corrections. */
import type { MessageKey } from '../../../model/translate.ts';

const FORMS = [
  { name: 'reviewListsAddressPage', ending: '' },
  { name: 'reviewListsAddressFeed', ending: '.atom' },
  { name: 'reviewListsAddressData', ending: '.json' },
] as const satisfies { name: MessageKey; ending: string }[];

/** @param base of the endpoint, without a slash at its end */
export function listPublicAddresses(
  base: string,
  site: string,
): { name: MessageKey; address: string }[] {
  return FORMS.map(({ name, ending }) => ({
    name,
    address: `${base}/corrections/${encodeURIComponent(site)}${ending}`,
  }));
}
