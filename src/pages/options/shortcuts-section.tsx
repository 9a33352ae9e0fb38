/** The keys: Sic's own, which is fixed, and those that the browser holds and lets people change. */
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../ui/words.ts';
import type { OptionsDeps } from './options-deps.ts';
import { SectionHeading } from './section-heading.tsx';

export function ShortcutsSection(deps: Pick<OptionsDeps, 'listShortcuts' | 'readPlatform'>) {
  const { listShortcuts, readPlatform } = deps;
  const { t } = useWords();
  const [platform, setPlatform] = useState<'mac' | 'other'>('other');
  const [shortcuts, setShortcuts] = useState<{ description: string; keys: string }[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, as the page opens
  useEffect(() => {
    void readPlatform().then(setPlatform);
    void listShortcuts().then(setShortcuts);
  }, []);
  const reportKeys = [platform === 'mac' ? '⌘' : t('keyCtrl'), t('keyEnter')];
  return (
    <section aria-labelledby="shortcuts">
      <SectionHeading id="shortcuts">{t('optionsShortcuts')}</SectionHeading>
      <dl class="rows">
        <div>
          <dt>{t('optionsShortcutReport')}</dt>
          <dd>
            <Keys keys={reportKeys} />
          </dd>
        </div>
        {shortcuts.map(({ description, keys }) => (
          <div key={description}>
            <dt>{description || t('optionsShortcutOpen')}</dt>
            <dd>
              {keys === '' ? (
                <span class="quiet">{t('optionsShortcutUnset')}</span>
              ) : (
                // Firefox joins keys by a plus, as Chromium does but on a Mac, where signs stand side by side.
                <Keys keys={keys.split('+')} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{t('optionsShortcutsHint')}</p>
    </section>
  );
}

function Keys({ keys }: { keys: string[] }) {
  return (
    <span dir="ltr">
      {keys.map((key, index) => (
        <span key={key}>
          {index > 0 && ' + '}
          <kbd>{key}</kbd>
        </span>
      ))}
    </span>
  );
}
