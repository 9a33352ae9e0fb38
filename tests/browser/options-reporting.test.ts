/** What the options have for those who report: whose dialog, the touch button, notifications, what is stored. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  clickButton,
  clickWhenThere,
  openOptions,
  putRows,
  readFocus,
  waitForText,
} from './extension-pages.ts';
import { browserName, changeSettings, readStored, useSession } from './session.ts';

// Firefox's own question cannot be answered by a page: what is asked for rightly is given.
const session = useSession({
  driver: { prefs: { 'extensions.webextOptionalPermissionPrompts': false } },
});
const REPORTING = '[aria-labelledby="reporting"]';

/** The switch whose label begins so, as a selector. */
async function findSwitch(options: Page, label: string): Promise<string> {
  await waitForText(options, REPORTING, label);
  return options.$$eval(
    `${REPORTING} label.switch`,
    (all, label) => {
      const found = all.find((one) => one.textContent?.includes(label));
      found?.querySelector('input')?.setAttribute('data-found', label);
      return `[data-found="${label}"]`;
    },
    label,
  );
}

describe('reporting in the options', () => {
  it('is whose dialog opens, in general and on a site; a site’s choice is taken away', async () => {
    await changeSettings(session, {
      reporting: { nativeSites: { 'b.example': 'sic', 'a.example': 'site' } },
    });
    const options = await openOptions(session);
    await waitForText(options, REPORTING, 'Sites with a choice of their own');
    const rows = await options.$$eval('[aria-labelledby="reporting"] .rows input', (all) =>
      all.map((one) => [one.closest('label')?.textContent, one.matches(':checked')]),
    );
    expect(rows).toEqual([
      ['Use Sic’s dialog on a.example', false],
      ['Use Sic’s dialog on b.example', true],
    ]);
    expect(await session.driver.axe(options)).toEqual([]);
    await options.bringToFront();
    await clickWhenThere(options, `${REPORTING} fieldset label:nth-of-type(2) input`);
    await waitForText(options, '.announcer', 'Saved.');
    await clickWhenThere(options, '[aria-label="Remove b.example"]');
    await waitForText(options, '.announcer', 'Removed: b.example');
    expect(await readFocus(options)).toBe('reporting');
    const stored = await readStored(session, 'settings');
    expect(stored).toMatchObject({
      reporting: { native: 'sic', nativeSites: { 'a.example': 'site' } },
    });
    expect(stored).not.toHaveProperty(['reporting', 'nativeSites', 'b.example']);
    await clickWhenThere(options, '[aria-label="Remove a.example"]');
    await waitInPage(options, () => !document.querySelector('#reporting ~ .rows, #reporting ~ h3'));
    await options.close();
  });

  it('is a button on touch screens, which is off unless it is wanted', async () => {
    const options = await openOptions(session);
    const touch = await findSwitch(options, 'On touch screens');
    await options.bringToFront();
    await options.waitForSelector(`${touch}:not(:checked)`);
    await clickWhenThere(options, touch);
    await options.waitForSelector(`${touch}:checked`);
    await waitForText(options, '.announcer', 'Saved.');
    expect(await readStored(session, 'settings')).toMatchObject({
      reporting: { touchButton: true },
    });
    await options.close();
  });

  it.each([
    ['Show reported mistakes in articles', 'showPlaced'],
    ['Tell the editors when a mistake', 'tellSeen'],
  ])('is whether to “%s”, which is so unless it is not wanted', async (label, name) => {
    let options = await openOptions(session);
    let found = await findSwitch(options, label);
    await options.bringToFront();
    await options.waitForSelector(`${found}:checked`);
    await clickWhenThere(options, found);
    await options.waitForSelector(`${found}:not(:checked)`);
    await waitForText(options, '.announcer', 'Saved.');
    expect(await readStored(session, 'settings')).toMatchObject({ reporting: { [name]: false } });
    expect(await session.driver.axe(options)).toEqual([]);
    await options.close();
    options = await openOptions(session);
    found = await findSwitch(options, label);
    await options.waitForSelector(`${found}:not(:checked)`);
    await options.close();
  });

  it('is no notification where the browser refuses, however often it is asked', async () => {
    const options = await openOptions(session);
    await answerPermission(options, false);
    const notify = await findSwitch(options, 'Tell me when');
    await options.bringToFront();
    for (let time = 0; time < 2; time += 1) {
      await clickWhenThere(options, notify);
      await waitForText(options, `${REPORTING} [role="status"]`, 'does not allow notifications');
      await options.waitForSelector(`${notify}:not(:checked)`);
    }
    expect(await readStored(session, 'settings')).not.toMatchObject({
      reporting: { notifyFixed: true },
    });
    expect(await session.driver.axe(options)).toEqual([]);
    await options.close();
  });

  it('is notifications while the browser allows them, and shows it when they are taken back', async () => {
    const options = await openOptions(session);
    await answerPermission(options, true);
    const notify = await findSwitch(options, 'Tell me when');
    await options.bringToFront();
    await clickWhenThere(options, notify);
    await options.waitForSelector(`${notify}:checked`);
    await waitForText(options, '.announcer', 'Saved.');
    expect(await readStored(session, 'settings')).toMatchObject({
      reporting: { notifyFixed: true },
    });
    // The browser itself was never asked, so to it nothing is allowed.
    await options.evaluate(() => dispatchEvent(new Event('focus')));
    await options.waitForSelector(`${notify}:not(:checked)`);
    await options.close();
  });

  it.runIf(browserName === 'firefox')('asks within the click, as Firefox demands', async () => {
    const options = await openOptions(session);
    const notify = await findSwitch(options, 'Tell me when');
    await options.bringToFront();
    await options.focus(notify);
    await options.keyboard.press(' ');
    await waitForText(options, '.announcer', 'Saved.');
    await options.waitForSelector(`${notify}:checked`);
    // Switching it off leaves the browser's leave, and asks for nothing.
    await options.keyboard.press(' ');
    await options.waitForSelector(`${notify}:not(:checked)`);
    expect(await readStored(session, 'settings')).toMatchObject({
      reporting: { notifyFixed: false },
    });
    await options.close();
  });
});

describe('what is stored', () => {
  it('counts what was only begun, and is all deleted', async () => {
    let options = await openOptions(session);
    await putRows(session, 'drafts', [{ canonical: 'urn:uuid:1', page: 'x', updatedAt: 1 }]);
    await options.close();
    options = await openOptions(session);
    await waitForText(options, '[aria-labelledby="storage"]', '1 report is on this device');
    await waitForText(options, '[aria-labelledby="storage"]', 'begun to report');
    await clickButton(options, 'Delete all reports');
    await clickWhenThere(options, 'dialog[open] button.danger');
    await waitForText(options, '[aria-labelledby="storage"]', '0 reports are on this device');
    await options.close();
  });
});

/** Answers in the browser's place when the page asks for a permission. */
async function answerPermission(options: Page, isGiven: boolean): Promise<void> {
  await options.evaluate((isGiven) => {
    type Api = { permissions: { request(which: object): Promise<boolean> } };
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    (scope.browser ?? scope.chrome).permissions.request = async () => isGiven;
  }, isGiven);
}
