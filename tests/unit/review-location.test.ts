// @vitest-environment jsdom
import fc from 'fast-check';
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeReviewUrl } from '../../src/endpoint/notices/notice.ts';
import { REPORT_KINDS, REPORT_STATES } from '../../src/model/report.ts';
import {
  DESK_PAGES,
  type DeskLocation,
  readLocation,
  startPage,
  writeLocation,
} from '../../src/pages/review/location.ts';
import { type Go, useLocation } from '../../src/pages/review/use-location.ts';
import { ANY_CLUSTER, CLUSTER_SORTS } from '../../src/platform/editors/clusters.ts';

const words = fc.string({ unit: 'grapheme' });
const locations: fc.Arbitrary<DeskLocation> = fc.record({
  page: fc.constantFrom(...DESK_PAGES),
  filter: fc.record({
    state: fc.constantFrom(null, ...REPORT_STATES),
    kind: fc.constantFrom('', ...REPORT_KINDS),
    ...{ site: words, page: words, language: words, search: words },
  }),
  sort: fc.constantFrom(...CLUSTER_SORTS),
  open: fc.option(fc.record({ canonical: words.filter((one) => one !== ''), site: words })),
});

describe('a place in the review', () => {
  it('is read back from its address as it was', () => {
    fc.assert(
      fc.property(locations, (location) => {
        const written = writeLocation(location);
        expect(readLocation(written)).toEqual(location);
        // As a browser keeps it.
        expect(readLocation(new URL(written, 'https://editors.example/').hash)).toEqual(location);
      }),
      { numRuns: 500 },
    );
  });

  it('has an address of its own', () => {
    fc.assert(
      fc.property(locations, locations, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(writeLocation(one) === writeLocation(other)).toBe(isSame);
      }),
    );
  });

  it('is some place whatever the address says', () => {
    fc.assert(
      fc.property(fc.string(), (hash) => {
        const location = readLocation(hash);
        expect(readLocation(writeLocation(location))).toEqual(location);
      }),
      { numRuns: 500 },
    );
  });

  it('is the queue of what is new without one', () => {
    for (const hash of ['', '#', '#page=', '#page=nowhere', '#main', '#page=__proto__']) {
      expect(readLocation(hash)).toEqual({
        page: 'queue',
        filter: { ...ANY_CLUSTER, state: 'new' },
        sort: 'newest',
        open: null,
      });
    }
  });

  it('is of any state on every page but the queue', () => {
    for (const page of DESK_PAGES.filter((one) => one !== 'queue')) {
      expect(readLocation(`#page=${page}`)).toEqual(startPage(page));
      expect(startPage(page).filter).toEqual(ANY_CLUSTER);
    }
  });

  it('leaves out what cannot be', () => {
    const read = readLocation('#page=queue&state=lost&kind=typo&sort=random&language=ky');
    expect(read).toEqual({
      ...startPage('queue'),
      filter: { ...startPage('queue').filter, language: 'ky' },
    });
  });

  it('is the report that a mail’s link names', () => {
    const canonical = 'urn:uuid:01890000-0000-7000-8000-000000000001';
    const url = composeReviewUrl('https://editors.example/sic/', 'news.example', canonical);
    expect(readLocation(new URL(url).hash)).toEqual({
      ...startPage('queue'),
      open: { canonical, site: 'news.example' },
    });
  });

  it('has a filter’s site apart from a report’s', () => {
    const location: DeskLocation = {
      ...startPage('queue'),
      filter: { ...ANY_CLUSTER, site: 'a.example' },
      open: { canonical: 'urn:x', site: 'b.example' },
    };
    expect(readLocation(writeLocation(location))).toEqual(location);
  });
});

describe('useLocation', () => {
  const seen: DeskLocation[] = [];
  let go: Go;
  function Probe() {
    const [location, goTo] = useLocation();
    go = goTo;
    if (seen.at(-1) !== location) seen.push(location);
    return null;
  }

  beforeEach(() => {
    seen.length = 0;
    history.replaceState(null, '', '#page=figures');
    act(() => render(h(Probe, null), document.body));
  });
  afterEach(() => render(null, document.body));

  const goBack = () =>
    act(async () => {
      const gone = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
      history.back();
      await gone;
    });

  it('begins where the address is, goes where it is told, and back', async () => {
    expect(seen).toEqual([startPage('figures')]);
    act(() => go(startPage('export')));
    expect(location.hash).toBe('#page=export');
    expect(seen.at(-1)).toEqual(startPage('export'));
    await goBack();
    expect(seen.at(-1)).toEqual(startPage('figures'));
  });

  it('can take the place of where it was', async () => {
    act(() => go(startPage('sites')));
    act(() => go(startPage('export'), { replace: true }));
    expect(seen.at(-1)).toEqual(startPage('export'));
    await goBack();
    expect(seen.map(({ page }) => page)).toEqual(['figures', 'sites', 'export', 'figures']);
  });

  it('is the same object while it is the same place', () => {
    const [first] = seen;
    const { length } = history;
    act(() => go({ ...startPage('figures') }));
    act(() => void dispatchEvent(new HashChangeEvent('hashchange')));
    expect(seen).toHaveLength(1);
    expect(seen[0]).toBe(first);
    expect(history).toHaveLength(length);
  });

  it('follows a link', async () => {
    await act(async () => {
      const changed = new Promise((resolve) =>
        addEventListener('hashchange', resolve, { once: true }),
      );
      location.hash = writeLocation(startPage('dismissals'));
      await changed;
    });
    expect(seen.at(-1)).toEqual(startPage('dismissals'));
  });
});
