/** What of copies is remembered to know them again, for how long, and the person's own sites. */
import { Switch } from '../../ui/switch.tsx';
import { useWords } from '../../ui/words.ts';
import { ForgetCopies } from './forget-copies.tsx';
import { NumberSetting } from './number-setting.tsx';
import type { ForgetProps, ReuseProps, SectionProps } from './options-deps.ts';
import { OwnSites } from './own-sites.tsx';
import { SectionHeading } from './section-heading.tsx';

const DAYS = { min: 1, max: 3_650 };
const COPIES = { min: 100, max: 100_000 };

type ReuseSectionProps = SectionProps & Pick<ReuseProps, 'policy'> & ForgetProps;

export function ReuseSection({ settings: { reuse }, save, policy, ...forget }: ReuseSectionProps) {
  const { t } = useWords();
  const set: ReuseProps['set'] = (change, message) =>
    save((current) => ({ ...current, reuse: change(current.reuse) }), message);
  const part = { reuse, policy, set };
  return (
    <section aria-labelledby="reuse">
      <SectionHeading id="reuse">{t('optionsReuse')}</SectionHeading>
      <LedgerSwitch {...part} />
      <Limit {...part} name="days" limits={DAYS} />
      <Limit {...part} name="copies" limits={COPIES} />
      <ForgetCopies {...forget} />
      <h3>{t('optionsReuseSites')}</h3>
      <p class="quiet">{t('optionsReuseSitesHint')}</p>
      <OwnSites {...part} />
      <Switch
        checked={reuse.commercial}
        onChange={(commercial) => void set((current) => ({ ...current, commercial }))}
      >
        {t('optionsReuseCommercial')}
        <br />
        <span class="quiet">{t('optionsReuseCommercialHint')}</span>
      </Switch>
    </section>
  );
}

/** The administrator's word counts before the person's, and is shown in its place. */
function LedgerSwitch({ reuse, policy, set }: ReuseProps) {
  const { t } = useWords();
  const isSet = policy.reuse !== null;
  return (
    <Switch
      checked={isSet ? policy.reuse !== 'off' : reuse.ledger}
      disabled={isSet}
      onChange={(ledger) => void set((current) => ({ ...current, ledger }))}
    >
      {t('optionsReuseLedger')}
      <br />
      <span class="quiet">{t('optionsReuseLedgerHint')}</span>
      {isSet && (
        <>
          <br />
          <strong>
            {policy.reuse === 'required' ? t('optionsReuseRequired') : t('optionsReuseByPolicy')}
          </strong>
        </>
      )}
    </Switch>
  );
}

interface LimitProps extends Pick<ReuseProps, 'reuse' | 'set'> {
  name: 'days' | 'copies';
  limits: { min: number; max: number };
}

function Limit({ reuse, set, name, limits }: LimitProps) {
  const { t } = useWords();
  const { min: least, max: limit } = limits;
  return (
    <NumberSetting
      label={name === 'days' ? t('optionsReuseDays') : t('optionsReuseCopies')}
      hint={name === 'days' ? t('optionsReuseDaysHint') : t('optionsReuseCopiesHint')}
      error={t('optionsReuseLimitError', { least, limit })}
      limits={limits}
      value={reuse[name]}
      onChange={(value) => void set((current) => ({ ...current, [name]: value }))}
    />
  );
}
