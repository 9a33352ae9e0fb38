/** The keys: Sic's own, which is fixed, and those that the browser holds and lets people change. */
import { useEffect, useState } from 'preact/hooks';
import type { MessageKey } from '../../model/translate.ts';
import { useWords } from '../../ui/words.ts';
import type { OptionsDeps, Shortcut } from './options-deps.ts';
import { SectionHeading } from './section-heading.tsx';

/** What the browser's shortcuts do, in the language that Sic speaks. */
const DESCRIPTIONS: ReadonlyMap<string, MessageKey> = new Map([
  ['_execute_action', 'optionsShortcutOpen'],
  ['copy-with-source', 'copyWithSource'],
  ['copy-plain', 'copyPlain'],
]);
/** Does what Sic's own key does, and stands beside it. */
const REPORT = 'report';

export function ShortcutsSection(deps: Pick<OptionsDeps, 'listShortcuts' | 'readPlatform'>) {
  const { listShortcuts, readPlatform } = deps;
  const { t } = useWords();
  const [platform, setPlatform] = useState<'mac' | 'other'>('other');
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, as the page opens
  useEffect(() => {
    void readPlatform().then(setPlatform);
    void listShortcuts().then(setShortcuts);
  }, []);
  const describe = (name: string) => {
    const key = DESCRIPTIONS.get(name);
    return key === undefined ? null : t(key);
  };
  const own = [platform === 'mac' ? '⌘' : t('keyCtrl'), t('keyEnter')];
  const report = shortcuts.find(({ name }) => name === REPORT)?.keys ?? '';
  return (
    <section aria-labelledby="shortcuts">
      <SectionHeading id="shortcuts">{t('optionsShortcuts')}</SectionHeading>
      <dl class="rows keys">
        <div>
          <dt>{t('optionsShortcutReport')}</dt>
          <dd>
            <Keys keys={own} />
          </dd>
          {report !== '' && (
            <dd>
              <Keys keys={split(report)} />
            </dd>
          )}
        </div>
        {shortcuts
          .filter(({ name }) => name !== REPORT)
          .map(({ name, description, keys }) => (
            <div key={name}>
              <dt>{describe(name) ?? description}</dt>
              <dd>
                {keys === '' ? (
                  <span class="quiet">{t('optionsShortcutUnset')}</span>
                ) : (
                  <Keys keys={split(keys)} />
                )}
              </dd>
            </div>
          ))}
      </dl>
      <p class="quiet">{t('optionsShortcutsHint')}</p>
    </section>
  );
}

/** Firefox joins keys by a plus, as Chromium does but on a Mac, where signs stand side by side. */
function split(keys: string): string[] {
  return keys.split('+');
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
