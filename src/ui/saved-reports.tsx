/**
 * What has become of the reports that were just saved: of one in full, of several in a line for all that
 * stand alike, with the words and the reason of each that was not taken.
 */
import type { OutboxEntry } from '../model/outbox-entry.ts';
import { readReport } from '../model/report.ts';
import { type DeliveryWords, readReceivingHost } from './describe-delivery.ts';
import type { Words } from './words.ts';

export interface SavedReport {
  entry: OutboxEntry;
  words: DeliveryWords;
}

export function SavedReports({ reports, ...words }: { reports: SavedReport[] } & Words) {
  const [first, ...others] = reports;
  if (first === undefined) return null;
  if (others.length === 0) return <OneReport {...first} />;
  const alike = Map.groupBy(reports, ({ entry, words: { state } }) =>
    // On its way or on it: for several it is one sentence.
    isOnItsWay(entry) ? `queued ${readReceivingHost(entry)}` : state,
  );
  return (
    <>
      {[...alike].map(([key, group]) => (
        <Alike key={key} reports={group} {...words} />
      ))}
    </>
  );
}

function OneReport({ words: { tone, state, known, reason } }: SavedReport) {
  return (
    <>
      <p class={`state ${tone}`}>{state}</p>
      {known !== '' && <p>{known}</p>}
      {reason !== '' && <p class="reason">{reason}</p>}
    </>
  );
}

function Alike({ reports, t, locale }: { reports: SavedReport[] } & Words) {
  const [first] = reports;
  if (first === undefined) return null;
  const { tone, state } = first.words;
  const count = reports.length;
  const sentence = describeTogether(first.entry, count, t);
  const named = tone === 'bad' ? reports : [];
  return (
    <>
      <p class={`state ${tone}`}>
        {sentence ?? (
          <>
            {new Intl.NumberFormat(locale).format(count)} × {state}
          </>
        )}
      </p>
      {named.length > 0 && (
        <ul class="untaken">
          {named.map(({ entry, words: { reason } }) => (
            <li key={entry.canonical}>
              <q dir="auto">{readReport(entry.annotation).exact}</q> {reason}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The sentence with a count in it, or null where the state has none. */
function describeTogether(entry: OutboxEntry, count: number, t: Words['t']): string | null {
  if (entry.delivery === 'kept') return t('dialogSavedManyKept', { count });
  if (isOnItsWay(entry)) return t('dialogSavedMany', { count, host: readReceivingHost(entry) });
  return null;
}

function isOnItsWay({ delivery, native }: OutboxEntry): boolean {
  return delivery === 'sending' || (delivery === 'queued' && native === null);
}
