/**
 * The way in for touch screens, where there is no key to press. It stands away from the words, in the corner,
 * where the browser's own handles and menu of the selection are not.
 */
import type { Translate } from '../model/translate.ts';
import { readDirection } from './document-locale.ts';

export interface TouchButtonProps {
  t: Translate;
  locale: string;
  onPress(): void;
}

export function TouchButton({ t, locale, onPress }: TouchButtonProps) {
  return (
    <form
      dir={readDirection(locale)}
      lang={locale}
      onSubmit={(event) => {
        event.preventDefault();
        if (event.isTrusted) onPress();
      }}
    >
      <button type="submit">{t('reportMistake')}</button>
    </form>
  );
}
