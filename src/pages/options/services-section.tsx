/** Where the reports of a site go when its pages do not say so themselves. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { checkServiceUrl, type ServiceRow } from '../../model/resolve-receiver.ts';
import type { Policy } from '../../model/settings.ts';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../ui/words.ts';
import type { SectionProps } from './options-deps.ts';
import { readSiteInput } from './read-site-input.ts';
import { focusSection, SectionHeading } from './section-heading.tsx';

export function ServicesSection({ settings, save, policy }: SectionProps & { policy: Policy }) {
  const { t } = useWords();
  const { services } = settings;
  const remove = (site: string) =>
    save(
      (current) => ({
        ...current,
        services: current.services.filter((row) => row.site !== site),
      }),
      t('optionsRemoved', { site }),
    );
  const add = (row: ServiceRow) =>
    save((current) => ({
      ...current,
      services: [...current.services.filter(({ site }) => site !== row.site), row],
    }));
  return (
    <section aria-labelledby="services">
      <SectionHeading id="services">{t('optionsServices')}</SectionHeading>
      <p class="quiet">{t('optionsServicesHint')}</p>
      {services.length + policy.services.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('optionsSite')}</th>
              <th scope="col">{t('optionsEndpoint')}</th>
              <th scope="col">
                <span class="unseen">{t('optionsRemove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {services.map((row) => (
              <Row key={`own ${row.site}`} row={row}>
                <button
                  type="button"
                  class="plain"
                  aria-label={t('optionsRemoveSite', { site: row.site })}
                  onClick={() => void remove(row.site).then(() => focusSection('services'))}
                >
                  {t('optionsRemove')}
                </button>
              </Row>
            ))}
            {policy.services.map((row) => (
              <Row key={`policy ${row.site}`} row={row}>
                <span class="quiet">{t('optionsByPolicy')}</span>
              </Row>
            ))}
          </tbody>
        </table>
      )}
      <AddService taken={services.map(({ site }) => site)} onAdd={(row) => void add(row)} />
    </section>
  );
}

function Row({ row, children }: { row: ServiceRow; children: ComponentChildren }) {
  return (
    <tr>
      <th scope="row">
        <bdi dir="ltr">{row.site}</bdi>
      </th>
      <td>
        <bdi dir="ltr">{row.service}</bdi>
      </td>
      <td class="end">{children}</td>
    </tr>
  );
}

interface AddServiceProps {
  taken: string[];
  onAdd(row: ServiceRow): void;
}

function AddService({ taken, onAdd }: AddServiceProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState({ site: '', service: '' });
  const [errors, setErrors] = useState({ site: '', service: '' });
  const form = useRef<HTMLFormElement>(null);
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const site = readSiteInput(typed.site);
    const service = checkServiceUrl(typed.service.trim());
    const siteError =
      site === null ? t('optionsSiteError') : taken.includes(site) ? t('optionsSiteTwice') : '';
    setErrors({ site: siteError, service: service === null ? t('optionsEndpointError') : '' });
    if (site === null || service === null || siteError !== '') {
      const [siteInput, serviceInput] = form.current?.querySelectorAll('input') ?? [];
      (siteError === '' ? serviceInput : siteInput)?.focus();
      return;
    }
    setTyped({ site: '', service: '' });
    onAdd({ site, service });
  };
  return (
    <form class="add" noValidate ref={form} onSubmit={add}>
      <Field
        label={t('optionsSite')}
        hint={t('optionsSiteHint')}
        type="url"
        value={typed.site}
        error={errors.site}
        onInput={(site) => setTyped((current) => ({ ...current, site }))}
      />
      <Field
        label={t('optionsEndpoint')}
        hint={t('optionsEndpointHint')}
        type="url"
        value={typed.service}
        error={errors.service}
        onInput={(service) => setTyped((current) => ({ ...current, service }))}
      />
      <button type="submit">{t('optionsAddEndpoint')}</button>
    </form>
  );
}
