/** Where readers find the corrections of a site: as a page, for programs, and as a feed. */
import type { Announce } from '../../../ui/announcer.tsx';
import { WebLink } from '../../../ui/web-link.tsx';
import { useWords } from '../../../ui/words.ts';
import { writeClipboard } from '../../write-clipboard.ts';
import { listPublicAddresses } from './list-public-addresses.ts';

interface PublicAddressesProps {
  /** of the endpoint, without a slash at its end */
  base: string;
  site: string;
  announce: Announce;
}

export function PublicAddresses({ base, site, announce }: PublicAddressesProps) {
  const { t } = useWords();
  const copy = async (plain: string) => {
    const isCopied = await writeClipboard({ plain, html: null });
    announce(t(isCopied ? 'reviewListsCopied' : 'reviewListsNotCopied'));
  };
  return (
    <dl class="addresses">
      {listPublicAddresses(base, site).map(({ name, address }) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>
            <WebLink href={address} dir="ltr">
              {address}
            </WebLink>
            <button
              type="button"
              class="plain"
              aria-label={t('reviewListsActionOf', { action: t('citeCopy'), about: address })}
              onClick={() => void copy(address)}
            >
              {t('citeCopy')}
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}
