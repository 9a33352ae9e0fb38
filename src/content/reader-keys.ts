/** The reader's own key for reporting, as it stands on the keyboard. */
import type { Translate } from '../model/translate.ts';

export function nameReportKeys(t: Translate): string {
  const isMac = /mac|iphone|ipad/i.test(navigator.platform);
  return isMac ? '⌘ ↩' : `${t('keyCtrl')}+${t('keyEnter')}`;
}
