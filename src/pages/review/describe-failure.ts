/** What went wrong between the review and its endpoint, in an editor's words. */
import type { Translate } from '../../model/translate.ts';
import type { Failed } from '../../platform/editors/ask-endpoint.ts';

export function describeFailure({ failure, detail }: Failed, t: Translate): string {
  switch (failure) {
    case 'unauthorised':
      return t('reviewUnauthorised');
    case 'forbidden':
      return t('reviewDeskForbidden');
    case 'conflict':
      return t('reviewConflict');
    case 'gone':
      return t('reviewGone');
    case 'limited':
      return t('reviewDeskLimited');
    case 'refused':
      return t('reviewRefused', { detail });
    case 'malformed':
      return t('reviewMalformed', { detail });
    case 'network':
      return t('reviewNetwork');
  }
}
