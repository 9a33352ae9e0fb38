// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { REPORT_KINDS, REPORT_STATES } from '../../src/model/report.ts';
import { describeFilter } from '../../src/pages/review/lists/describe-filter.ts';
import { ExportPage } from '../../src/pages/review/lists/export-page.tsx';
import { formatBytes } from '../../src/pages/review/lists/format-bytes.ts';
import { ANY_CLUSTER } from '../../src/platform/editors/clusters.ts';
import type { ExportsApi } from '../../src/platform/editors/exports.ts';
import {
  closePage,
  fail,
  find,
  findField,
  findNamed,
  list,
  openPage,
  pass,
  press,
  readAlerts,
  run,
  SITE,
  t,
  type,
} from './review-lists-fake.ts';

type Question = Parameters<ExportsApi['download']>[0];
type Watch = Parameters<ExportsApi['download']>[1];
type Answer = Awaited<ReturnType<ExportsApi['download']>>;

/** Files that the page has given the person, by their names. */
const saved: { name: string; text: Promise<string> }[] = [];
/** addresses of files that are still held */
const held = new Map<string, Blob>();

beforeEach(() => {
  saved.length = 0;
  held.clear();
  vi.useFakeTimers();
  // What the stand-in for a browser lacks.
  URL.createObjectURL = (blob) => {
    const url = `blob:sic/${held.size}`;
    if (blob instanceof Blob) held.set(url, blob);
    return url;
  };
  URL.revokeObjectURL = (url) => void held.delete(url);
  document.addEventListener('click', take);
});
afterEach(async () => {
  await closePage();
  document.removeEventListener('click', take);
  vi.useRealTimers();
});

function take(event: Event): void {
  if (!(event.target instanceof HTMLAnchorElement) || event.target.download === '') return;
  event.preventDefault();
  const blob = held.get(event.target.href);
  if (blob !== undefined) saved.push({ name: event.target.download, text: blob.text() });
}

/** An endpoint whose file comes when the test says so. */
function createDownload() {
  const asked: { question: Question; watch: Watch; answer(value: Answer): Promise<void> }[] = [];
  const download: ExportsApi['download'] = (question, watch) =>
    new Promise((resolve) => {
      asked.push({ question, watch, answer: (value) => run(() => resolve(value)) });
    });
  const last = () => {
    const found = asked.at(-1);
    if (found === undefined) throw new Error('nothing was asked for');
    return found;
  };
  return { asked, last, given: { exports: { download } } };
}
const makeFile = (text = 'a,b\n') => pass({ blob: new Blob([text]), name: 'sic-news.csv' });

describe('a filter in words', () => {
  const filters = fc.record({
    state: fc.option(fc.constantFrom(...REPORT_STATES), { nil: null }),
    kind: fc.constantFrom('', ...REPORT_KINDS, 'own-kind'),
    site: fc.constantFrom('', SITE),
    page: fc.constantFrom('', 'https://news.example/a?b', 'no address'),
    language: fc.constantFrom('', 'en', 'und', 'tg', '"><b>'),
    search: fc.constantFrom('', ' ', 'flood  water'),
  });

  it('has a part for each that narrows, and is without it what it is without it', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const parts = describeFilter(filter, t, 'en');
        const narrowing = Object.entries(filter).filter(
          ([, value]) => value !== null && value.trim() !== '',
        );
        expect(parts.map(({ name }) => name)).toEqual(narrowing.map(([name]) => name));
        for (const { name, value, rest } of parts) {
          expect(value.trim()).not.toBe('');
          expect(rest).toEqual({ ...filter, [name]: ANY_CLUSTER[name] });
        }
      }),
    );
  });

  it('names languages, also those that no browser knows and those that are none', () => {
    const name = (language: string, locale = 'en') =>
      describeFilter({ ...ANY_CLUSTER, language }, t, locale)[0]?.value;
    expect(name('ru')).toBe('Russian');
    expect(name('ru', 'de')).toBe('Russisch');
    expect(name('und')).toBe(english.reviewExportNoLanguage);
    expect(name('tg', 'xx')).toBe('Тоҷикӣ');
    expect(name('"><b>')).toBe('"><b>');
  });
});

describe('which reports are exported', () => {
  it('are those of the queue, part by part, and each part can go', async () => {
    const { last, given } = createDownload();
    const { readHash } = await openPage(ExportPage, {
      given,
      hash: '#page=export&state=new&kind=spelling&search=flood',
    });
    expect(list('.part').map((one) => one.textContent?.replace('×', ''))).toEqual([
      ...['State: New', 'Kind: Spelling', 'Search: flood'],
    ]);
    const without = { part: english.reviewExportKind, value: 'Spelling' };
    await press(t('reviewExportWithout', without));
    expect(list('.part')).toHaveLength(2);
    expect(document.activeElement?.textContent).toBe(english.reviewExportWhich);
    expect(readHash()).toBe('#page=export&state=new&search=flood');
    await press(english.reviewExportDownload);
    expect(last().question.filter).toEqual({ ...ANY_CLUSTER, state: 'new', search: 'flood' });
  });

  it('are in the language of the queue, until that part goes', async () => {
    const { last, given } = createDownload();
    await openPage(ExportPage, { given, hash: '#page=export&language=ru' });
    await press(english.reviewExportDownload);
    expect(last().question.filter.language).toBe('ru');
    await last().answer(makeFile());
    await press(t('reviewExportWithout', { part: english.fieldLanguage, value: 'Russian' }));
    await press(english.reviewExportDownload);
    expect(last().question.filter.language).toBe('');
  });

  it('are all there are where nothing narrows', async () => {
    await openPage(ExportPage, { hash: '#page=export' });
    expect(document.body.textContent).toContain(t('reviewExportAll', { site: SITE }));
  });

  it('are of days where the editor is, and of none that run backwards', async () => {
    const { asked, last, given } = createDownload();
    await openPage(ExportPage, { given });
    await type(findField(english.reviewExportFrom), '2026-03-02');
    await type(findField(english.reviewExportTo), '2026-03-01');
    expect(readAlerts()).toEqual([english.reviewExportPeriodError]);
    await press(english.reviewExportDownload);
    expect(asked).toEqual([]);
    await type(findField(english.reviewExportTo), '2026-03-02');
    expect(readAlerts()).toEqual([]);
    await press(english.reviewExportDownload);
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    expect(last().question).toMatchObject({
      ...{ from: '2026-03-02', to: '2026-03-02', zone: timeZone },
    });
  });
});

describe('a file', () => {
  it('comes in the form that is chosen, is given under its name, and is let go of later', async () => {
    const { last, given } = createDownload();
    await openPage(ExportPage, { given });
    await press(findField(english.reviewExportJsonld));
    await press(english.reviewExportDownload);
    expect(last().question.format).toBe('jsonld');
    await run(() => last().watch.onProgress(1_234_567, 4_321));
    expect(find('.progress').textContent).toContain('4,321 reports so far, 1.2 MB');
    await last().answer(makeFile('{"a":1}'));
    expect(saved.map(({ name }) => name)).toEqual(['sic-news.csv']);
    expect(await saved[0]?.text).toBe('{"a":1}');
    expect(document.querySelector('a[download]')).toBeNull();
    expect(held.size).toBe(1);
    await run(() => vi.advanceTimersByTimeAsync(120_000));
    expect(held.size).toBe(0);
    expect(find('.good').textContent).toContain('sic-news.csv');
    expect(document.activeElement).toBe(findNamed(english.reviewExportDownload));
  });

  it('is asked for once at a time', async () => {
    const { asked, given } = createDownload();
    await openPage(ExportPage, { given });
    for (let times = 0; times < 3; times += 1) await press(english.reviewExportDownload);
    expect(asked).toHaveLength(1);
  });

  it('can be stopped, and nothing of it is saved even if it comes all the same', async () => {
    const { asked, last, given } = createDownload();
    await openPage(ExportPage, { given });
    await press(english.reviewExportDownload);
    await press(english.dialogCancel);
    expect(last().watch.signal.aborted).toBe(true);
    await run(() => last().watch.onProgress(9, 9));
    await last().answer(makeFile());
    expect(saved).toEqual([]);
    expect(document.body.textContent).toContain(english.reviewExportStopped);
    expect(document.activeElement).toBe(findNamed(english.reviewExportDownload));
    await press(english.reviewExportDownload);
    expect(asked).toHaveLength(2);
    await last().answer(makeFile());
    expect(saved).toHaveLength(1);
  });

  it('that failed is not saved in part, and can be asked for again as it was', async () => {
    const { asked, last, given } = createDownload();
    await openPage(ExportPage, { given, hash: '#page=export&state=fixed' });
    await type(findField(english.reviewExportFrom), '2026-03-02');
    await press(findField(english.reviewExportJson));
    await press(english.reviewExportDownload);
    await last().answer(fail('network'));
    expect(saved).toEqual([]);
    expect(readAlerts().join()).toContain(english.reviewNetwork);
    expect(readAlerts().join()).toContain(english.reviewExportNothingSaved);
    await press(english.reviewAgain);
    expect(asked).toHaveLength(2);
    expect(asked[1]?.question).toEqual(asked[0]?.question);
    expect(asked[1]?.question.format).toBe('json');
    expect(readAlerts()).toEqual([]);
  });

  it('is not waited for on a page that was left', async () => {
    const { last, given } = createDownload();
    await openPage(ExportPage, { given });
    await press(english.reviewExportDownload);
    const { watch, answer } = last();
    await closePage();
    expect(watch.signal.aborted).toBe(true);
    await answer(makeFile());
    expect(saved).toEqual([]);
  });

  it('has a size that people read', () => {
    expect([0, 999, 1_000, 12_345, 5_600_000, 7e12].map((size) => formatBytes(size, 'en'))).toEqual(
      ['0 byte', '999 byte', '1 kB', '12 kB', '5.6 MB', '7,000 GB'],
    );
  });
});
