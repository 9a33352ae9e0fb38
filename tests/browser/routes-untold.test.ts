/** Single-page apps where no event tells of addresses, as in Firefox before 147. */
import { describe, expect, it } from 'vitest';
import { LAMPS, openApp } from './app.ts';
import { describeRoutes } from './route-cases.ts';
import { browserName, useSession } from './session.ts';

describe.runIf(browserName === 'firefox')('without the Navigation API', () => {
  const session = useSession({ driver: { prefs: { 'dom.navigation.webidl.enabled': false } } });

  it('there is none', async () => {
    const page = await openApp(session, LAMPS);
    expect(await page.evaluate(() => 'navigation' in window)).toBe(false);
    await page.close();
  });

  describeRoutes(session);
});
