/** The way to report what is selected on the page in front; and, on a site with a reporter of its own, whose dialog. */
import { useEffect, useState } from 'preact/hooks';
import { NATIVE_NAMES } from '../../model/native-form.ts';
import { chooseNative, type Settings } from '../../model/settings.ts';
import type { Announce } from '../../ui/announcer.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useWords } from '../../ui/words.ts';
import type { PageReading, PopupDeps } from './popup-deps.ts';

type ReportSectionProps = Pick<PopupDeps, 'startReport' | 'loadSettings' | 'changeSettings'> & {
  page: PageReading | 'reading' | 'unreadable';
  announce: Announce;
};

export function ReportSection({ page, startReport, ...rest }: ReportSectionProps) {
  const { t } = useWords();
  const [said, setSaid] = useState('');
  const start = async () => {
    // Emptied first, so that the same words are spoken again.
    setSaid('');
    const answer = await startReport();
    // Where it was true, the popup closes.
    if (!answer.ok || !answer.value) {
      setSaid(t(page === 'unreadable' ? 'popupUnreadable' : 'popupNothingSelected'));
    }
  };
  return (
    <section aria-label={t('reportMistake')} class="report-now">
      <button type="button" class="primary" onClick={() => void start()}>
        {t('reportMistake')}
      </button>
      <p role="status" class="said">
        {said}
      </p>
      {typeof page === 'object' && page.native !== null && (
        <NativeSwitch {...rest} host={page.host} reporter={page.native} />
      )}
    </section>
  );
}

type NativeSwitchProps = Pick<PopupDeps, 'loadSettings' | 'changeSettings'> & {
  host: string;
  reporter: string;
  announce: Announce;
};

function NativeSwitch(props: NativeSwitchProps) {
  const { host, reporter, loadSettings, changeSettings, announce } = props;
  const { t } = useWords();
  const [settings, setSettings] = useState<Settings | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the settings are read once, as the popup opens
  useEffect(() => {
    void loadSettings().then(setSettings);
  }, []);
  if (settings === null) return null;
  const change = async (on: boolean) => {
    const choice: 'sic' | 'site' = on ? 'sic' : 'site';
    const changed = await changeSettings(({ reporting, ...others }): Settings => {
      const { [host]: _, ...sites } = reporting.nativeSites;
      // What holds for every site leaves no choice behind.
      const nativeSites = reporting.native === choice ? sites : { ...sites, [host]: choice };
      return { ...others, reporting: { ...reporting, nativeSites } };
    });
    setSettings(changed);
    announce(t('optionsSaved'));
  };
  return (
    <>
      <p class="quiet">{t('popupNative', { reporter: nameReporter(reporter) })}</p>
      <Switch checked={chooseNative(settings, host) === 'sic'} onChange={(on) => void change(on)}>
        {t('popupNativeSwitch', { host })}
      </Switch>
    </>
  );
}

function nameReporter(reporter: string): string {
  return new Map(Object.entries(NATIVE_NAMES)).get(reporter) ?? reporter;
}
