/** What the command line does with what is set for sites. */

import { openStore } from '../store/database.ts';
import type { SiteCommand } from './data-arguments.ts';
import { composeTable, type Output, writeTime } from './output.ts';
import { requireData } from './token-commands.ts';

/** Where nothing is set, what is set for the site above holds. */
const PUBLISHES = { true: 'yes', false: 'no', null: '-' } as const;

/** @throws with a sentence for a person when there is nothing to do it with */
export async function runSiteCommand(
  command: SiteCommand,
  { print, remark }: Output,
): Promise<void> {
  if (command.name !== 'add-site') requireData(command.address);
  const store = await openStore(command.address);
  try {
    if (command.name === 'add-site') {
      const { site, postsPerMinute } = command;
      await store.sites.addSite({ site, postsPerMinute, at: Date.now() });
      const limit = postsPerMinute === null ? 'no limit of its own' : `${postsPerMinute} a minute`;
      print(`Set: ${site} and its subdomains, ${limit}`);
    } else if (command.name === 'remove-site') {
      if (!(await store.sites.removeSite(command.site))) {
        throw new Error(`Nothing is set for ${command.site}; \`site list\` shows what is.`);
      }
      print(`Removed: what was set for ${command.site}, also by its editors; its reports stay`);
    } else {
      const sites = await store.sites.listSites();
      if (sites.length === 0) remark('Nothing has been set for any site.');
      else {
        const rows = sites.map((one) => [
          one.site,
          one.postsPerMinute === null ? '-' : String(one.postsPerMinute),
          writeTime(one.createdAt),
          PUBLISHES[`${one.own.publishes}`],
          one.own.editLink === '' ? 'none' : (one.own.editLink ?? '-'),
        ]);
        print(composeTable([['SITE', 'POSTS/MIN', 'MADE', 'PUBLISHES', 'EDIT LINK'], ...rows]));
      }
    }
  } finally {
    await store.close();
  }
}
