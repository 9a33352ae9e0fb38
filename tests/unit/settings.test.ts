import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/model/annotation.ts';
import {
  chooseNative,
  LONGEST_TEMPLATE,
  NO_POLICY,
  policySchema,
  readSettings,
  ruleForHost,
  settingsSchema,
  siteSchema,
} from '../../src/model/settings.ts';

const style = { quote: 'blockquote', language: 'article', deepLinks: false, templates: {} };
const defaults = {
  attribution: { when: 'asked', minWords: 8, sites: {}, ...style },
  services: [],
  consents: {},
  reporting: {
    native: 'site',
    nativeSites: {},
    touchButton: false,
    notifyFixed: false,
    showPlaced: true,
    tellSeen: true,
  },
  reuse: { ledger: true, days: 90, copies: 2_000, sites: [], commercial: false },
  language: '',
  citationFormat: 'plain',
};
const full = {
  attribution: {
    when: 'always',
    minWords: 20,
    sites: { 'news.example': false },
    quote: 'bare',
    language: 'reader',
    deepLinks: true,
    templates: { plain: '{url}' },
  },
  services: [{ site: 'news.example', service: 'https://editors.example/' }],
  consents: { 'news.example': ['https://service.example/'] },
  reporting: {
    native: 'sic',
    nativeSites: { 'news.example': 'site' },
    touchButton: true,
    notifyFixed: true,
    showPlaced: false,
    tellSeen: false,
  },
  reuse: { ledger: false, days: 7, copies: 500, sites: ['own.example'], commercial: true },
  language: 'tg',
  citationFormat: 'bibtex',
};

describe('readSettings', () => {
  it('gives the defaults for nothing, and gives back what it wrote', () => {
    for (const nothing of [undefined, null, {}, [], 'x', 7])
      expect(readSettings(nothing)).toEqual(defaults);
    expect(readSettings(full)).toEqual(full);
  });

  it('makes valid settings of anything, and the same again of those', () => {
    const part = fc.oneof(fc.anything(), fc.jsonValue());
    const rubbish = fc.oneof(
      part,
      fc.record({ attribution: part, services: part, consents: part }, { requiredKeys: [] }),
      fc.record({
        attribution: fc.record(
          {
            when: part,
            minWords: part,
            sites: part,
            quote: part,
            language: part,
            deepLinks: part,
            templates: fc.oneof(part, fc.dictionary(fc.string(), part)),
          },
          { requiredKeys: [] },
        ),
        services: fc.array(fc.record({ site: part, service: part }, { requiredKeys: [] })),
        consents: fc.dictionary(fc.string(), part),
      }),
    );
    fc.assert(
      fc.property(rubbish, (stored) => {
        const settings = readSettings(stored);
        expect(v.is(settingsSchema, settings)).toBe(true);
        expect(readSettings(settings)).toEqual(settings);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps every part that is valid when another is broken', () => {
    const keys = ['attribution', 'services', 'consents', 'reuse'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.anything(), (broken, rubbish) => {
        const settings = readSettings({ ...full, [broken]: rubbish });
        for (const key of keys) if (key !== broken) expect(settings[key]).toEqual(full[key]);
      }),
    );
    const { sites: _, ...withDefaults } = defaults.attribution;
    for (const [key, value] of Object.entries(withDefaults)) {
      const attribution = { ...full.attribution, [key]: 'rubbish' };
      expect(readSettings({ attribution }).attribution).toEqual({ ...attribution, [key]: value });
    }
  });

  it('keeps the good rows beside a broken one', () => {
    const good = { site: 'a.example', service: 'https://a.example/' };
    const settings = readSettings({
      attribution: {
        sites: { 'a.example': true, 'b.example': 'yes' },
        templates: { html: '{title}', plain: 7, ccHtml: 'x'.repeat(LONGEST_TEMPLATE + 1) },
      },
      services: [null, good, { site: 'not a host', service: 'x' }, { site: 'b.example' }],
      consents: { 'a.example': ['https://s.example/', 7], 'b.example': 'all' },
    });
    expect(settings.services).toEqual([good]);
    expect(settings.attribution.sites).toEqual({ 'a.example': true });
    expect(settings.attribution.templates).toEqual({ html: '{title}' });
    expect(settings.consents).toEqual({ 'a.example': ['https://s.example/'] });
    const policy = parse(policySchema, { services: [good, { site: '' }] });
    expect(policy).toEqual({ ok: true, value: { ...NO_POLICY, services: [good] } });
  });

  it.each([0, -1, 501, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '8', null])(
    'takes no minimum of %j words',
    (minWords) => {
      expect(readSettings({ attribution: { minWords } }).attribution.minWords).toBe(8);
    },
  );
});

it.each([
  ['news.example', 'news.example'],
  ['  News.Example ', 'news.example'],
  ['новости.рф', 'новости.рф'],
  ['xn--b1amnebsh.xn--p1ai', 'xn--b1amnebsh.xn--p1ai'],
  ['localhost', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['https://news.example', null],
  ['news.example/path', null],
  ['news.example:80', null],
  ['news..example', null],
  ['.example', null],
  ['*.example', null],
  ['a b', null],
  ['', null],
  [`${'a'.repeat(254)}`, null],
])('a site is a host name: %j', (typed, expected) => {
  const parsed = parse(siteSchema, typed);
  expect(parsed.ok ? parsed.value : null).toBe(expected);
});

it('ruleForHost: a site’s own switch counts more than the rule for all', () => {
  const settings = readSettings({
    attribution: {
      when: 'asked',
      minWords: 3,
      sites: { 'on.example': true, 'off.example': false },
    },
  });
  expect(ruleForHost(settings, 'on.example')).toEqual({ when: 'always', minWords: 3, ...style });
  expect(ruleForHost(settings, 'off.example')).toEqual({ when: 'never', minWords: 3, ...style });
  for (const host of ['other.example', 'constructor', '__proto__', '']) {
    expect(ruleForHost(settings, host)).toEqual({ when: 'asked', minWords: 3, ...style });
  }
});

describe('chooseNative', () => {
  it('gives a site’s own choice before the general one, whatever the site is called', () => {
    const settings = readSettings({
      reporting: { native: 'sic', nativeSites: { 'news.example': 'site', 'bad.example': 'none' } },
    });
    expect(chooseNative(settings, 'news.example')).toBe('site');
    for (const host of ['other.example', 'bad.example', 'constructor', '__proto__']) {
      expect(chooseNative(settings, host)).toBe('sic');
    }
  });
});

describe('what of copies is remembered', () => {
  it.each([
    ['days', 0, 90],
    ['days', 3_651, 90],
    ['days', 1.5, 90],
    ['days', 3_650, 3_650],
    ['copies', 99, 2_000],
    ['copies', 100_001, 2_000],
    ['copies', 100_000, 100_000],
    ['ledger', 'no', true],
    ['commercial', 1, false],
    ['sites', ['a.example', 'not a host', 7, 'B.example'], ['a.example', 'b.example']],
    ['sites', 'a.example', []],
  ] as const)('%s of %j is %j', (key, stored, expected) => {
    expect(readSettings({ reuse: { [key]: stored } }).reuse[key]).toEqual(expected);
  });

  it('an administrator’s policy that cannot be read is none, and what can be read of it counts', () => {
    for (const broken of [undefined, 'always', true, {}]) {
      const parsed = parse(policySchema, { reuse: broken, reuseSites: ['a.example', '*'] });
      expect(parsed).toEqual({ ok: true, value: { ...NO_POLICY, reuseSites: ['a.example'] } });
    }
    for (const reuse of ['on', 'off', 'required']) {
      expect(parse(policySchema, { reuse, reuseSites: 7 })).toEqual({
        ok: true,
        value: { ...NO_POLICY, reuse },
      });
    }
  });
});
