/** What the command line does with the lists of sources that sites reuse. */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { readSourceList } from '../../model/reuse/source-list.ts';
import { openStore, type Store } from '../store/database.ts';
import type { SourcePlace } from '../store/sources.ts';
import { composeTable, type Output, writeTime } from './output.ts';
import type { SourceCommand } from './source-arguments.ts';
import { requireData } from './token-commands.ts';

/** Sources in one transaction, and of one page of the list. */
const AT_ONCE = 100;
/** Whose doing it is where nobody is signed in. */
const BY = { tokenId: '', name: 'command line' };

/** @throws with a sentence for a person when there is nothing to do it with */
export async function runSourceCommand(command: SourceCommand, output: Output): Promise<void> {
  if (command.name !== 'import-sources') requireData(command.address);
  const store = await openStore(command.address);
  try {
    const { site } = command;
    if (command.name === 'import-sources') await importSources(store, command, output);
    else if (command.name === 'list-sources') await printSources(store, site, output);
    else if (command.url === null) {
      output.print(`Sources removed of ${site}: ${await store.sources.clearSources(site)}`);
    } else if (await store.sources.removeSource(site, command.url)) {
      output.print(`Removed: ${command.url}`);
    } else
      throw new Error(
        `${command.url} is not on the list of ${site}; \`source list\` shows what is.`,
      );
  } finally {
    await store.close();
  }
}

async function importSources(
  store: Store,
  { site, file }: Extract<SourceCommand, { name: 'import-sources' }>,
  { print }: Output,
): Promise<void> {
  const list = readSourceList(
    parseJson(file === '-' ? await text(process.stdin) : await readFile(file, 'utf8'), file),
  );
  if (!list.ok) throw new Error(`${file}: ${list.fault}`);
  const { copies } = list;
  for (let from = 0; from < copies.length; from += AT_ONCE) {
    const some = copies.slice(from, from + AT_ONCE);
    await store.sources.addSources({ site, copies: some, editor: BY, at: Date.now() });
  }
  print(`Sources put on the list of ${site}: ${copies.length}`);
}

function parseJson(written: string, file: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw new Error(`${file} is no JSON.`);
  }
}

async function printSources(store: Store, site: string, { print, remark }: Output): Promise<void> {
  const rows: string[][] = [];
  let after: SourcePlace | null = null;
  do {
    const page: Awaited<ReturnType<typeof store.sources.listSources>> =
      await store.sources.listSources(site, after, AT_ONCE);
    rows.push(...page.map((one) => [one.site, writeTime(one.at), one.editor, one.url]));
    after = page.length < AT_ONCE ? null : (page.at(-1) ?? null);
  } while (after !== null);
  if (rows.length === 0) remark(`There are no sources on the list of ${site}.`);
  else print(composeTable([['SITE', 'PUT THERE', 'BY', 'SOURCE'], ...rows]));
}
