/**
 * Whose dialog opens where a site has a reporter of its own, the button on touch screens, what is shown in articles and
 * what is told of.
 */
import { Switch } from '../../ui/switch.tsx';
import { useWords } from '../../ui/words.ts';
import { Choices } from './choices.tsx';
import { NotifySwitch } from './notify-switch.tsx';
import type { OptionsDeps, Reporting, SectionProps } from './options-deps.ts';
import { focusSection, SectionHeading } from './section-heading.tsx';

type ReportingSectionProps = SectionProps & Pick<OptionsDeps, 'mayNotify' | 'askToNotify'>;

export function ReportingSection(props: ReportingSectionProps) {
  const {
    settings: { reporting },
    save,
    ...notifying
  } = props;
  const { t } = useWords();
  const set = (change: (reporting: Reporting) => Reporting, message?: string) =>
    save((current) => ({ ...current, reporting: change(current.reporting) }), message);
  return (
    <section aria-labelledby="reporting">
      <SectionHeading id="reporting">{t('optionsReporting')}</SectionHeading>
      <Choices
        legend={t('optionsNative')}
        hint={t('optionsNativeHint')}
        options={[
          ['site', t('optionsNativeSite')],
          ['sic', t('optionsNativeSic')],
        ]}
        value={reporting.native}
        onChange={(native) => void set((current) => ({ ...current, native }))}
      />
      <NativeSites sites={reporting.nativeSites} set={set} />
      <Switch
        checked={reporting.touchButton}
        onChange={(touchButton) => void set((current) => ({ ...current, touchButton }))}
      >
        {t('optionsTouch')}
        <br />
        <span class="quiet">{t('optionsTouchHint')}</span>
      </Switch>
      <Switch
        checked={reporting.showPlaced}
        onChange={(showPlaced) => void set((current) => ({ ...current, showPlaced }))}
      >
        {t('optionsShowPlaced')}
        <br />
        <span class="quiet">{t('optionsShowPlacedHint')}</span>
      </Switch>
      <Switch
        checked={reporting.tellSeen}
        onChange={(tellSeen) => void set((current) => ({ ...current, tellSeen }))}
      >
        {t('optionsTellSeen')}
        <br />
        <span class="quiet">{t('optionsTellSeenHint')}</span>
      </Switch>
      <NotifySwitch
        {...notifying}
        wanted={reporting.notifyFixed}
        onChange={(notifyFixed) => set((current) => ({ ...current, notifyFixed }))}
      />
    </section>
  );
}

interface NativeSitesProps {
  sites: Reporting['nativeSites'];
  set(change: (reporting: Reporting) => Reporting, message?: string): Promise<void>;
}

/** Sites get here by the popup. */
function NativeSites({ sites, set }: NativeSitesProps) {
  const { t } = useWords();
  const rows = Object.entries(sites).sort(([a], [b]) => a.localeCompare(b));
  if (rows.length === 0) return null;
  const put = (site: string, choice: 'site' | 'sic') =>
    set((current) => ({ ...current, nativeSites: { ...current.nativeSites, [site]: choice } }));
  const remove = (site: string) =>
    set(
      (current) => {
        const { [site]: _, ...others } = current.nativeSites;
        return { ...current, nativeSites: others };
      },
      t('optionsRemoved', { site }),
    );
  return (
    <>
      <h3>{t('optionsNativeSites')}</h3>
      <ul class="rows">
        {rows.map(([site, choice]) => (
          <li key={site}>
            <Switch
              checked={choice === 'sic'}
              onChange={(on) => void put(site, on ? 'sic' : 'site')}
            >
              {t('popupNativeSwitch', { host: site })}
            </Switch>
            <button
              type="button"
              class="plain"
              aria-label={t('optionsRemoveSite', { site })}
              onClick={() => void remove(site).then(() => focusSection('reporting'))}
            >
              {t('optionsRemove')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
