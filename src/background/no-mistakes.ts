/**
 * What an endpoint's editors have said is no mistake: read after a report has been delivered to it, and before that
 * nothing is asked of it. All of a site's list is read, and words are looked up in it here, so that nobody learns which
 * words a reader has selected.
 */
import { parse } from '../model/annotation.ts';
import { ATTEMPT_TIMEOUT } from '../model/delivery.ts';
import {
  composeNoMistakesUrl,
  findNoMistake,
  type NoMistake,
  type NoMistakeList,
  noMistakesSchema,
  readReportedSite,
} from '../model/no-mistake.ts';
import type { OutboxEntry } from '../model/outbox-entry.ts';
import { readReport } from '../model/report.ts';
import type { NoMistakeStore } from '../platform/no-mistake-store.ts';
import { readJson } from './read-answer.ts';

export interface NoMistakesDeps {
  store: Pick<NoMistakeStore, 'find' | 'save'>;
  fetch: typeof fetch;
  now(): number;
}

/** Words of a report that is to be sent. */
export interface QuotedPlace {
  canonical: string;
  source: string;
  /** URL of the page around the frame, or '' */
  scope: string;
  exact: string;
}

/** What is known of a report before it is sent. */
export interface FoundNoMistake extends NoMistake {
  canonical: string;
}

export interface NoMistakes {
  /** Reads the list of the report's site, where it is not known or a day old. Never rejects. */
  refresh(delivered: OutboxEntry): Promise<void>;
  /** @param service IRI of the container that the reports would go to @returns those of which the list says something */
  find(service: string, quotes: readonly QuotedPlace[]): Promise<FoundNoMistake[]>;
}

const DAY = 86_400_000;
/** A list that has not been read for as long, in ms, may have changed. */
const LIFETIME = 30 * DAY;
const ETAG = /^(W\/)?"[\x21\x23-\x7e]{0,200}"$/;

export function createNoMistakes({ store, fetch: send, now }: NoMistakesDeps): NoMistakes {
  /** Of many reports that are delivered at once, one asks. */
  const asking = new Set<string>();

  async function refresh({ service, receiptUrl, annotation }: OutboxEntry): Promise<void> {
    const site = readReportedSite(readReport(annotation));
    // What gives no receipts is none of Sic's endpoints, and has no such list.
    if (service === null || receiptUrl === null || site === '') return;
    const key = JSON.stringify([service, site]);
    if (asking.has(key)) return;
    asking.add(key);
    try {
      const known = await store.find(service, site);
      if (known !== null && Math.abs(now() - known.checkedAt) < DAY) return;
      const list = await ask({ service, site, known });
      if (list !== null) await store.save(list);
    } finally {
      asking.delete(key);
    }
  }

  /** @returns the list as it is now; null where the endpoint cannot tell */
  async function ask({
    service,
    site,
    known,
  }: {
    service: string;
    site: string;
    known: NoMistakeList | null;
  }): Promise<NoMistakeList | null> {
    const etag = known?.etag ?? '';
    const response = await send(composeNoMistakesUrl(service, site), {
      headers: { Accept: 'application/json', ...(etag === '' ? {} : { 'If-None-Match': etag }) },
      signal: AbortSignal.timeout(ATTEMPT_TIMEOUT),
      // The reader agreed to ask one server: a redirect to another is not followed.
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    const { status, headers } = response;
    const checked = { service, site, checkedAt: now() };
    if (status === 304 && known !== null) return { ...known, ...checked };
    // An earlier endpoint has none: it is not asked again with each report.
    if (status === 404 || status === 405) return { ...checked, etag: '', items: [] };
    if (status !== 200) return null;
    const told = parse(noMistakesSchema, await readJson(response));
    if (!told.ok) return null;
    const given = headers.get('ETag') ?? '';
    return { ...checked, etag: ETAG.test(given) ? given : '', items: told.value.items };
  }

  return {
    refresh: (delivered) => refresh(delivered).catch(() => undefined),

    async find(service, quotes) {
      const lists = new Map<string, NoMistake[]>();
      for (const site of new Set(quotes.map(readReportedSite))) {
        const list = await store.find(service, site);
        const isGood = list !== null && Math.abs(now() - list.checkedAt) < LIFETIME;
        lists.set(site, isGood ? list.items : []);
      }
      return quotes.flatMap(({ canonical, exact, ...place }) => {
        const found = findNoMistake(lists.get(readReportedSite(place)) ?? [], exact);
        return found === null ? [] : [{ canonical, ...found }];
      });
    },
  };
}
