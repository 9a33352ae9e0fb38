/** The options: every change is written at once, and said to be. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { NO_POLICY, type Policy, type Settings } from '../../model/settings.ts';
import { Announcer, useAnnouncer } from '../../ui/announcer.tsx';
import { useWords } from '../../ui/words.ts';
import { AttributionSection } from './attribution-section.tsx';
import { ConsentsSection } from './consents-section.tsx';
import { LanguageSection } from './language-section.tsx';
import type { OptionsDeps, SectionProps } from './options-deps.ts';
import { ReportingSection } from './reporting-section.tsx';
import { ReuseSection } from './reuse-section.tsx';
import { ServicesSection } from './services-section.tsx';
import { ShortcutsSection } from './shortcuts-section.tsx';
import { StorageSection } from './storage-section.tsx';

export function Options(deps: OptionsDeps) {
  const { t } = useWords();
  /** as they are now: a change may be of the language */
  const words = useRef(t);
  words.current = t;
  const { loadSettings, changeSettings, loadPolicy } = deps;
  const { message, announce } = useAnnouncer();
  const [settings, setSettings] = useState<Settings | null>(null);
  const [policy, setPolicy] = useState<Policy>(NO_POLICY);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page was mounted with stays
  useEffect(() => {
    const load = () => void loadSettings().then(setSettings);
    load();
    void loadPolicy().then(setPolicy);
    // The popup may have changed them while another tab was in front.
    addEventListener('focus', load);
    return () => removeEventListener('focus', load);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const save = useCallback<SectionProps['save']>(async (change, said) => {
    try {
      setSettings(await changeSettings(change));
      announce(said ?? words.current('optionsSaved'));
    } catch (error) {
      announce(words.current('optionsNotSaved', { detail: String(error) }));
    }
  }, []);

  if (settings === null) return null;
  const section = { settings, save };
  return (
    <>
      <header class="page-header">
        <h1>{t('optionsTitle')}</h1>
        <p class="quiet">{t('optionsLead')}</p>
      </header>
      <main>
        <LanguageSection {...section} />
        <AttributionSection {...section} />
        <ReuseSection
          {...section}
          policy={policy}
          watchCopies={deps.watchCopies}
          forgetCopies={deps.forgetCopies}
          announce={announce}
        />
        <ReportingSection {...section} mayNotify={deps.mayNotify} askToNotify={deps.askToNotify} />
        <ServicesSection {...section} policy={policy} />
        <ConsentsSection {...section} />
        <ShortcutsSection {...deps} />
        <StorageSection {...deps} announce={announce} />
      </main>
      <Announcer message={message} />
    </>
  );
}
