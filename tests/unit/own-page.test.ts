import { describe, expect, it } from 'vitest';
import { createIsOwnPage } from '../../src/background/own-page.ts';
import { NO_POLICY, type Policy, readSettings } from '../../src/model/settings.ts';

const settings = readSettings({ reuse: { sites: ['own.example'] } });

function ask(
  url: string,
  changes: { frameId?: number; isPrivate?: boolean } = {},
  policy?: Policy,
) {
  const isOwnPage = createIsOwnPage({
    loadPolicy: async () => policy ?? NO_POLICY,
    loadEditorAccess: async () => ({
      endpoint: 'https://e.example',
      token: 't',
      site: 'desk.example',
    }),
  });
  const sender = { kind: 'content' as const, url, tabId: 1, frameId: 0, isPrivate: false };
  return isOwnPage({ ...sender, ...changes }, settings);
}

describe('a page of the person’s own sites', () => {
  it.each([
    ['https://own.example/a', true],
    ['https://news.own.example/a', true],
    ['https://desk.example/a', true],
    ['https://notown.example/a', false],
    ['https://own.example.evil.example/a', false],
  ])('%s: %s', async (url, isOwn) => {
    expect(await ask(url)).toBe(isOwn);
  });

  it('is one by policy as well', async () => {
    const policy = { ...NO_POLICY, reuseSites: ['room.example'] };
    expect(await ask('https://room.example/a', {}, policy)).toBe(true);
  });

  it('is none in a frame, nor in a private window, and never fails', async () => {
    expect(await ask('https://own.example/a', { frameId: 3 })).toBe(false);
    expect(await ask('https://own.example/a', { isPrivate: true })).toBe(false);
    const isOwnPage = createIsOwnPage({
      loadPolicy: async () => Promise.reject(new Error('no policy')),
      loadEditorAccess: async () => null,
    });
    const sender = { kind: 'content' as const, tabId: 1, frameId: 0, isPrivate: false };
    expect(await isOwnPage({ ...sender, url: 'https://own.example/' }, settings)).toBe(false);
  });
});
