/** One source that a text does not name as it asks: whose text it is, what is amiss, and the site's own words on it. */

import { nameLicense } from '../model/license-name.ts';
import type { Permission } from '../model/permission-letter.ts';
import type { Matter } from '../model/reuse/list-matters.ts';
import type { Translate } from '../model/translate.ts';
import { AskPermission } from './ask-permission.tsx';
import { FAULT_WORDS } from './fault-words.ts';
import { WebLink } from './web-link.tsx';

export interface ShownMatter extends Matter {
  /** how to ask, where nothing may be reused without it */
  permission: Permission | null;
}

export function ReuseMatter({ matter, t }: { matter: ShownMatter; t: Translate }) {
  const { source, faults, evidence, from, permission } = matter;
  const isAbsent = faults.includes('link') || faults.includes('credit');
  return (
    <>
      <p class="whose">
        <WebLink href={source.url}>{source.title}</WebLink>
        {source.publisher !== null && <bdi class="publisher">{source.publisher}</bdi>}
      </p>
      <ul class="faults">
        {faults.map((fault) => (
          <li key={fault}>{t(FAULT_WORDS[fault])}</li>
        ))}
      </ul>
      {isAbsent && <p class="hint">{t(matter.carried ? 'reuseCarried' : 'reuseNotCarried')}</p>}
      {evidence !== null && (
        <details>
          <summary>{t('reuseRule')}</summary>
          <Evidence text={evidence} language={from.language} />
        </details>
      )}
      {permission !== null && <AskPermission {...{ permission, t }} isApart />}
    </>
  );
}

function Evidence({ text, language }: { text: string; language: string | null }) {
  const name = nameLicense(text);
  return name === null ? (
    <q dir="auto" lang={language ?? undefined}>
      {text}
    </q>
  ) : (
    <WebLink href={text} dir="ltr">
      {name}
    </WebLink>
  );
}
