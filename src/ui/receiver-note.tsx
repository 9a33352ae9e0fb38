/** Who gets the report, said before it is sent; and another way where nobody receives it. */
import { NATIVE_NAMES } from '../model/native-form.ts';
import type { Receiver } from '../model/receiver.ts';
import type { Translate } from '../model/translate.ts';

export interface ReceiverNoteProps {
  /** null while it is being looked up */
  receiver: Receiver | null;
  /** host of the page */
  pageHost: string;
  /** a mailto: that holds the report, or null where the page gives no address */
  contactHref: string | null;
  contactAddress: string | null;
  t: Translate;
}

export function ReceiverNote({ receiver, pageHost, t, ...contact }: ReceiverNoteProps) {
  switch (receiver?.kind) {
    case undefined:
      return <p class="receiver">{t('dialogLookingUp')}</p>;
    case 'ready':
      return <p class="receiver">{t('dialogGoesTo', { host: receiver.host })}</p>;
    case 'native':
      return (
        <p class="receiver">
          {t('dialogGoesToNative', {
            host: receiver.host,
            reporter: NATIVE_NAMES[receiver.form.reporter],
          })}
        </p>
      );
    case 'ask':
      return (
        <label class="receiver agree">
          <input type="checkbox" name="agreed" required />
          <span>{t('dialogAgree', { host: receiver.host, page: pageHost })}</span>
        </label>
      );
    case 'none':
      return (
        <>
          <p class="receiver">{t('dialogKept')}</p>
          <Contact {...contact} t={t} />
        </>
      );
  }
}

function Contact({
  contactHref,
  contactAddress,
  t,
}: Pick<ReceiverNoteProps, 'contactHref' | 'contactAddress' | 't'>) {
  if (contactHref === null) return null;
  return (
    <p class="contact">
      {contactAddress !== null && <>{t('dialogMailTo', { address: contactAddress })} </>}
      <a href={contactHref}>{t('dialogWriteMail')}</a>
    </p>
  );
}
