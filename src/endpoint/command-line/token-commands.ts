/** What the command line does with editors' tokens: makes them, lists them, ends them. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FEEDS_PATH } from '../routes/feeds.ts';
import { openStore, type Store, type StoreAddress } from '../store/database.ts';
import { DATABASE_FILE } from '../store/sqlite-file.ts';
import { EDITOR_SCOPES, type TokenRecord } from '../store/tokens.ts';
import { composeTable, type Output, writeTime } from './output.ts';
import type { TokenCommand } from './token-arguments.ts';

/** @throws with a sentence for a person when there is nothing to do it with */
export async function runTokenCommand(command: TokenCommand, output: Output): Promise<void> {
  // A mistyped directory is not to be made, and then be found empty.
  if (command.name !== 'add-token') requireData(command.address);
  else remarkNewData(command.address, output);
  const store = await openStore(command.address);
  try {
    if (command.name === 'add-token') await addToken(store, command, output);
    else if (command.name === 'list-tokens') await listTokens(store, output);
    else await revokeTokens(store, command, output);
  } finally {
    await store.close();
  }
}

/** @throws where there is no database file yet in the directory that is meant */
export function requireData(address: StoreAddress): void {
  if ('databaseUrl' in address || existsSync(join(address.directory, DATABASE_FILE))) return;
  throw new Error(`There is no endpoint’s data in ${resolve(address.directory)}.`);
}

/** Says where a database is made: a directory that nobody meant is found more easily then. */
function remarkNewData(address: StoreAddress, { remark }: Output): void {
  if ('databaseUrl' in address || existsSync(join(address.directory, DATABASE_FILE))) return;
  remark(`A new database is made in ${resolve(address.directory)}.`);
}

async function addToken(
  store: Store,
  { editor: name, site, scopes, publicUrl }: Extract<TokenCommand, { name: 'add-token' }>,
  { print, remark }: Output,
): Promise<void> {
  const same = await listInForce(store, name, site);
  const { token } = await store.tokens.addToken({ name, site, scopes, at: Date.now() });
  const limits = scopes.join() === EDITOR_SCOPES.join() ? '' : `, good for: ${scopes.join(', ')}`;
  remark(`Token of ${name} for ${site} and its subdomains${limits}. It is shown this once:`);
  print(token);
  if (scopes.includes('feed')) remark(describeFeed(token, publicUrl));
  if (same.length > 0) {
    // Not refused: who replaces a token may want both for a while.
    const made = same.map(({ createdAt }) => writeTime(createdAt)).join(', ');
    remark(
      `${name} has a token for ${site} already (made ${made}), which stays good. \`token revoke\` ends all of one ` +
        'name: those that are to end alone need names of their own.',
    );
  }
}

/** A feed's reader takes no token but in the address. */
function describeFeed(token: string, publicUrl: string | null): string {
  const base = `${(publicUrl ?? '').replace(/\/+$/, '')}${FEEDS_PATH}/${token}`;
  const hint = publicUrl === null ? ', behind the endpoint’s address (--public-url)' : '';
  return `The feed, for whoever has its address${hint}:\n${base}.atom\n${base}.json`;
}

/** Tokens of a name that have not ended. @param site null for those of every site */
async function listInForce(
  store: Store,
  name: string,
  site: string | null,
): Promise<TokenRecord[]> {
  return (await store.tokens.listTokens()).filter(
    (token) =>
      token.revokedAt === null && token.name === name && (site === null || token.site === site),
  );
}

async function listTokens(store: Store, { print, remark }: Output): Promise<void> {
  const tokens = await store.tokens.listTokens();
  if (tokens.length === 0) remark('No token has been made yet.');
  else
    print(composeTable([['NAME', 'SITE', 'SCOPES', 'MADE', 'REVOKED'], ...tokens.map(listCells)]));
}

async function revokeTokens(
  store: Store,
  { editor, site }: Extract<TokenCommand, { name: 'revoke-tokens' }>,
  { print }: Output,
): Promise<void> {
  const meant = await listInForce(store, editor, site);
  if (meant.length === 0) {
    const where = site === null ? '' : ` for ${site}`;
    throw new Error(`No token of ${editor}${where} is in force; \`token list\` shows them all.`);
  }
  for (const token of meant) {
    await store.tokens.revokeToken(token.id, Date.now());
    print(`Revoked: ${token.name} for ${token.site}, made ${writeTime(token.createdAt)}`);
  }
}

function listCells({ name, site, scopes, createdAt, revokedAt }: TokenRecord): string[] {
  const revoked = revokedAt === null ? '-' : writeTime(revokedAt);
  return [name, site, scopes.join(','), writeTime(createdAt), revoked];
}
