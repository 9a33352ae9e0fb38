/**
 * Editors' tokens: 256 random bits, shown once and kept as a hash. The bits are random, so a plain SHA-256
 * is enough and a look-up is one index read, of the same shape whether the token exists, never did or has
 * been revoked.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { coversHost, listParents } from '../sites.ts';
import type { Connections } from './database.ts';

/** Marks a token as Sic's, so that people and secret scanners know one when they see it. */
const TOKEN_PREFIX = 'sic_';

/**
 * What a token is good for: `read` the reports, `decide` about them and tell what was seen of them, `edit` annotations
 * and what is set for the site; `feed` to follow the reports by an address that holds the token, and nothing else.
 */
export const SCOPES = ['read', 'decide', 'edit', 'feed'] as const;
export type Scope = (typeof SCOPES)[number];
export const EDITOR_SCOPES: readonly Scope[] = ['read', 'decide', 'edit'];

/** Who asks, as a token tells it. */
export interface Editor {
  tokenId: string;
  name: string;
  /** host name of the site that this editor sees, its subdomains included */
  site: string;
  scopes: readonly Scope[];
}

/** A token as it is kept: everything but the token. */
export interface TokenRecord {
  id: string;
  name: string;
  site: string;
  scopes: readonly Scope[];
  /** epoch ms */
  createdAt: number;
  /** epoch ms, or null while it is in force */
  revokedAt: number | null;
}

export interface TokenStore {
  /**
   * Makes a token.
   * @param grant the editor's name, the site's host name, what it is good for (all that an editor does, if nothing is
   * said), and now in epoch ms
   * @returns the token, which cannot be had again, and its id
   */
  addToken(grant: {
    name: string;
    site: string;
    scopes?: readonly Scope[];
    at: number;
  }): Promise<{ id: string; token: string }>;
  /** Whose token this is; null when it is nobody's or has been revoked. */
  findEditor(token: string): Promise<Editor | null>;
  /** Ends a token, at epoch ms; one that has ended stays as it was. */
  revokeToken(id: string, at: number): Promise<void>;
  /** Every token there has been, the oldest first. */
  listTokens(): Promise<TokenRecord[]>;
  /** How many tokens are in force. */
  countTokens(): Promise<number>;
  /** Whether a token in force lets somebody see the reports about a host. */
  isCovered(host: string): Promise<boolean>;
  /** The widest site of a token in force that covers a host; null where none does. */
  findCoveringSite(host: string): Promise<string | null>;
}

export function createTokenStore({ read, write }: Connections): TokenStore {
  /** A host that is covered twice has one name below the other: the shorter is the wider. */
  async function findCoveringSite(host: string): Promise<string | null> {
    const rows = await read
      .selectFrom('tokens')
      .select('site')
      .distinct()
      .where('site', 'in', listParents(host))
      .where('revoked_at', 'is', null)
      .execute();
    const [widest] = rows
      .filter(({ site }) => coversHost(site, host))
      .toSorted((one, other) => one.site.length - other.site.length);
    return widest?.site ?? null;
  }

  return {
    findCoveringSite,

    async addToken({ name, site, scopes = EDITOR_SCOPES, at }) {
      const id = randomUUID();
      const token = TOKEN_PREFIX + randomBytes(32).toString('base64url');
      await write
        .insertInto('tokens')
        .values({
          ...{ id, hash: hashToken(token), name, site, scopes: scopes.join(' ') },
          ...{ created_at: at, revoked_at: null },
        })
        .execute();
      return { id, token };
    },

    async findEditor(token) {
      const row = await read
        .selectFrom('tokens')
        .select(['id', 'name', 'site', 'scopes', 'revoked_at'])
        .where('hash', '=', hashToken(token))
        .executeTakeFirst();
      if (row === undefined || row.revoked_at !== null) return null;
      return { tokenId: row.id, name: row.name, site: row.site, scopes: readScopes(row.scopes) };
    },

    async revokeToken(id, at) {
      await write
        .updateTable('tokens')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .execute();
    },

    async listTokens() {
      const rows = await read
        .selectFrom('tokens')
        .select(['id', 'name', 'site', 'scopes'])
        .select(['created_at as createdAt', 'revoked_at as revokedAt'])
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ ...row, scopes: readScopes(row.scopes) }));
    },

    async isCovered(host) {
      return (await findCoveringSite(host)) !== null;
    },

    async countTokens() {
      const { total } = await read
        .selectFrom('tokens')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where('revoked_at', 'is', null)
        .executeTakeFirstOrThrow();
      return total;
    },
  };
}

function readScopes(text: string): Scope[] {
  const words = text.split(' ');
  return SCOPES.filter((scope) => words.includes(scope));
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
