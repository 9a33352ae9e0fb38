/** The endpoints of other sites that the reader agreed to send reports to: shown, and taken back. */
import { useWords } from '../../ui/words.ts';
import type { SectionProps } from './options-deps.ts';
import { focusSection, SectionHeading } from './section-heading.tsx';

export function ConsentsSection({ settings, save }: SectionProps) {
  const { t } = useWords();
  const agreed = Object.entries(settings.consents).flatMap(([site, services]) =>
    services.map((service) => ({ site, service })),
  );
  const withdraw = (site: string, service: string) =>
    save(
      (current) => {
        const { [site]: services = [], ...others } = current.consents;
        const left = services.filter((one) => one !== service);
        return {
          ...current,
          consents: left.length === 0 ? others : { ...others, [site]: left },
        };
      },
      t('optionsWithdrawn', { site }),
    );
  return (
    <section aria-labelledby="consents">
      <SectionHeading id="consents">{t('optionsConsents')}</SectionHeading>
      <p class="quiet">{t(agreed.length === 0 ? 'optionsNoConsents' : 'optionsConsentsHint')}</p>
      {agreed.length > 0 && (
        <ul class="rows">
          {agreed.map(({ site, service }) => (
            <li key={`${site} ${service}`}>
              <span>
                <span dir="ltr">{site}</span>
                <br />
                <span class="quiet" dir="ltr">
                  {service}
                </span>
              </span>
              <button
                type="button"
                class="plain"
                aria-label={t('optionsWithdrawFrom', { site, service })}
                onClick={() => void withdraw(site, service).then(() => focusSection('consents'))}
              >
                {t('optionsWithdraw')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
