/** What a source asks that is not done, as people read it. */
import type { ReuseFault } from '../model/reuse/finding.ts';
import type { MessageKey } from '../model/translate.ts';

export const FAULT_WORDS: Record<ReuseFault, MessageKey> = {
  link: 'reuseFaultLink',
  credit: 'reuseFaultCredit',
  home: 'reuseFaultHome',
  page: 'reuseFaultPage',
  nofollow: 'reuseFaultNofollow',
  position: 'reuseFaultPosition',
  share: 'reuseFaultShare',
  'non-commercial': 'reuseFaultNonCommercial',
  permission: 'reuseFaultPermission',
  'no-reuse': 'reuseFaultNoReuse',
};
