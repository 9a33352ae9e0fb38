/**
 * The switch of notifications, which is on only where the browser allows them, too: what it allowed may have
 * been taken back there since.
 */
import { useEffect, useState } from 'preact/hooks';
import { Switch } from '../../ui/switch.tsx';
import { useWords } from '../../ui/words.ts';
import type { OptionsDeps } from './options-deps.ts';

type NotifySwitchProps = Pick<OptionsDeps, 'mayNotify' | 'askToNotify'> & {
  /** as the settings have it */
  wanted: boolean;
  onChange(wanted: boolean): Promise<void>;
};

export function NotifySwitch({ mayNotify, askToNotify, wanted, onChange }: NotifySwitchProps) {
  const { t } = useWords();
  // An object each time, so that the switch is drawn again, off, when it was refused again.
  const [leave, setLeave] = useState({ isGiven: false, isRefused: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page was mounted with stays
  useEffect(() => {
    const look = () =>
      void mayNotify().then((isGiven) =>
        setLeave(({ isRefused }) => ({ isGiven, isRefused: isRefused && !isGiven })),
      );
    look();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  const change = async (on: boolean) => {
    // Asked first, within the click: Firefox takes it from nothing else.
    const isGiven = on ? await askToNotify() : leave.isGiven;
    setLeave({ isGiven, isRefused: on && !isGiven });
    if (!on || isGiven) await onChange(on);
  };
  return (
    <div>
      <Switch checked={wanted && leave.isGiven} onChange={(on) => void change(on)}>
        {t('optionsNotify')}
        <br />
        <span class="quiet">{t('optionsNotifyHint')}</span>
      </Switch>
      <div role="status">{leave.isRefused && <p class="error">{t('optionsNotifyRefused')}</p>}</div>
    </div>
  );
}
