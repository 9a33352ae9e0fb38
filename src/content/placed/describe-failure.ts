/** Why a decision was not taken, in an editor's words. */
import type { FailureCode } from '../../model/result.ts';
import type { Translate } from '../../model/translate.ts';

export function describeFailure(
  { code, detail }: { code: FailureCode; detail: string },
  t: Translate,
): string {
  switch (code) {
    case 'conflict':
      return t('reviewConflict');
    case 'network':
      return t('reviewNetwork');
    case 'unauthorised':
      return t('reviewUnauthorised');
    case 'no-answer':
      return t('dialogNoAnswer');
    default:
      return t('reviewRefused', { detail });
  }
}
