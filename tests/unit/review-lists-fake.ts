/** A page of the review alone in a document, over an endpoint that answers what a test says and nothing else. */
import { type ComponentType, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { createTranslate } from '../../src/model/translate.ts';
import { readLocation, writeLocation } from '../../src/pages/review/location.ts';
import type { PageProps } from '../../src/pages/review/page-props.ts';
import { findSettings } from '../../src/pages/review/use-sites.ts';
import type { Failed, ReviewFailure } from '../../src/platform/editors/ask-endpoint.ts';
import { createReviewApi, type ReviewApi } from '../../src/platform/editors/review-api.ts';
import type { SiteSettings } from '../../src/platform/editors/sites.ts';
import { WordsContext } from '../../src/ui/words.ts';

const messages: Record<string, string> = english;
export const t = createTranslate((key) => messages[key] ?? '', 'en');
export const BASE = 'https://editors.example/sic';
export const SITE = 'news.example';

export type Given = { [Part in keyof ReviewApi]?: Partial<ReviewApi[Part]> };

export function fail(failure: ReviewFailure, detail = ''): Failed {
  return { ok: false, failure, detail };
}

export function pass<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Whatever a test does not give cannot be reached. */
export function createApi(given: Given = {}): ReviewApi {
  const send = async () => {
    throw new TypeError('unreachable');
  };
  const none = createReviewApi({ endpoint: BASE, token: 'x' }, { send });
  return {
    whoAmI: none.whoAmI,
    reports: { ...none.reports, ...given.reports },
    clusters: { ...none.clusters, ...given.clusters },
    dismissals: { ...none.dismissals, ...given.dismissals },
    sites: { ...none.sites, ...given.sites },
    notes: { ...none.notes, ...given.notes },
    figures: { ...none.figures, ...given.figures },
    exports: { ...none.exports, ...given.exports },
    events: { ...none.events, ...given.events },
  };
}

interface Opening {
  given?: Given;
  hash?: string;
  scopes?: string[];
  sites?: readonly SiteSettings[];
}

/** Draws a page as the desk does; places that it goes to are followed. */
export async function openPage(
  Page: ComponentType<PageProps>,
  { given = {}, hash = '', scopes = ['read', 'decide', 'edit'], sites = [] }: Opening = {},
) {
  const api = createApi(given);
  const editor = { name: 'Ann', site: SITE, scopes };
  const words = { t, locale: 'en' };
  let items = sites;
  let location = readLocation(hash);
  let isShown = true;
  const replace = vi.fn((item: SiteSettings) => {
    items = items.map((one) => (one.site === item.site ? item : one));
    void redraw();
  });
  const go = vi.fn<PageProps['go']>((next) => {
    location = next;
    void redraw();
  });
  const redraw = () =>
    run(() => {
      const held = { items, find: (site: string) => findSettings(items, site), replace };
      const props = { api, base: BASE, editor, sites: held, location, go, isShown };
      const page = h(Page, { ...props, showKeys: () => undefined });
      render(h(WordsContext.Provider, { value: words, children: page }), document.body);
    });
  /** leaves it for another page, or comes back */
  const show = (next: boolean) => {
    isShown = next;
    return redraw();
  };
  await redraw();
  return { go, replace, show, readHash: () => writeLocation(location) };
}

export async function closePage(): Promise<void> {
  await act(async () => render(null, document.body));
}

/** Does something to the page, and waits for what follows from it: effects first ask, then answers come in. */
export async function run(does: () => unknown): Promise<void> {
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  await act(async () => void (await does()));
  await act(settle);
  await act(settle);
}

export function find<T extends HTMLElement = HTMLElement>(css: string, within?: Element): T {
  const found = (within ?? document).querySelector<T>(css);
  if (found === null) throw new Error(`no ${css}`);
  return found;
}

export const list = (css: string, within?: Element): HTMLElement[] => [
  ...(within ?? document).querySelectorAll<HTMLElement>(css),
];

/** A button or link by what it is called, as a screen reader would say it. */
export function findNamed(name: string, within?: Element): HTMLElement {
  const found = list('button, a, summary', within).filter(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
  );
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} named ${name}`);
  return only;
}

/** The control that a label belongs to: an input of some type, a text area or a select. */
export function findField(
  label: string,
): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  for (const one of document.querySelectorAll('label')) {
    if (one.textContent?.trim() !== label) continue;
    const control = one.control;
    if (control instanceof HTMLInputElement) return control;
    if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) {
      return control;
    }
  }
  throw new Error(`no field ${label}`);
}

/** What a field is described by. */
export const readDescriptions = (field: Element): HTMLElement[] =>
  (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => find(`[id="${id}"]`));

export async function press(target: string | HTMLElement, within?: Element): Promise<void> {
  const button = typeof target === 'string' ? findNamed(target, within) : target;
  await run(() => {
    // As a mouse does it.
    button.focus();
    button.click();
  });
}

export async function type(
  field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  value: string,
): Promise<void> {
  await run(() => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** What is said to everybody, alerts first. */
export const readAlerts = () => list('[role="alert"]').map((one) => one.textContent ?? '');
