/**
 * What is taken in a minute: from one address, for one site, by one editor's token. Whoever asks for more is told
 * when to come again. Addresses are counted under a keyed hash, and forgotten with their minute.
 */
import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../problems.ts';
import type { SiteLimit, SiteStore } from '../store/sites.ts';
import type { TokenStore } from '../store/tokens.ts';
import { readNetwork } from './addresses.ts';
import { createExpiringMap } from './expiring-map.ts';
import { createMemoryRates, type Rate, type Rates, WINDOW_MS } from './rates.ts';

/** Strangers choose the hosts: those that no token covers, however many, are one site to them. */
const UNCOVERED = 'sites that have no editor here';
/** How long a site's setting is believed, in ms, and of how many sites. */
const SETTING_LIFETIME = 5_000;
const MOST_SETTINGS = 10_000;

/** How long a token that was good is not taken for a guess, in ms, and how many of them are kept. */
const ADMITTED_LIFETIME = 3_600_000;
const MOST_ADMITTED = 10_000;
/** Tokens that are none, of a minute, that are known again. */
const MOST_TRIED = 50_000;

/** What one address may do in a minute. */
export interface AddressLimit {
  max: number;
  /** the word for it, where a person is told that there was too much */
  what: 'reports' | 'questions' | 'observations';
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** how often a minute one address may use this route */
    rateLimit?: AddressLimit;
  }
  interface FastifyInstance {
    limits: Limits;
  }
}

export interface Limits {
  /** @throws ProblemError 429 where an address has used a route too often */
  countRequest(request: FastifyRequest, reply: FastifyReply, limit: AddressLimit): Promise<void>;
  /**
   * Counts a report that is to be stored.
   * @param isKnown whether it is here already: then it is taken, whatever the count, for nothing is stored
   * @throws ProblemError 429 where the site has had too many
   */
  countReport(site: string, isKnown: () => Promise<boolean>): Promise<void>;
  /** @throws ProblemError 429 where an address has tried too many tokens that are none, before this unknown one */
  checkGuess(address: string, token: string): void;
  /** Whether an address has tried this token within the minute, and it was none. */
  isTried(address: string, token: string): boolean;
  /** Counts a token that is none: once a minute, for who sends the same again guesses nothing. */
  noteGuess(address: string, token: string): Promise<void>;
  /** Counts what an editor asks. @throws ProblemError 429 where that is too much */
  countEditor(tokenId: string, token: string): Promise<void>;
}

export interface LimitDeps {
  rates: Rates;
  sites: Pick<SiteStore, 'findLimit'>;
  tokens: Pick<TokenStore, 'findCoveringSite'>;
  /** reports a minute for a site with its subdomains that nothing is set for, and for all that no token covers together */
  postsPerSite: number;
  /** what one token may ask in a minute */
  requestsPerEditor: number;
  /** different tokens that are none, a minute from one address */
  guessesPerAddress: number;
}

/** A route's limit: so many requests a minute from one address. */
export function limitPerMinute(max: number, what: AddressLimit['what']): AddressLimit {
  return { max, what };
}

/** Counts at the routes whose configuration says so; after the other hooks, so that a refusal has their headers. */
export function registerLimits(app: FastifyInstance, limits: Limits): void {
  app.decorate('limits', limits);
  app.addHook('onRoute', (route) => {
    const limit = route.config?.rateLimit;
    if (limit === undefined) return;
    const count = (request: FastifyRequest, reply: FastifyReply) =>
      limits.countRequest(request, reply, limit);
    route.onRequest = [...[route.onRequest ?? []].flat(), count];
  });
}

export function createLimits(deps: LimitDeps): Limits {
  const { rates, sites, tokens, postsPerSite, requestsPerEditor, guessesPerAddress } = deps;
  const settings = createExpiringMap<SiteLimit>({
    lifetime: SETTING_LIFETIME,
    most: MOST_SETTINGS,
  });
  // Tokens are guessed at one process, if at all: 256 random bits are not found by guessing.
  const guesses = createMemoryRates();
  /** Tokens that have been good for something, by their hashes: whether they still were when they came last. */
  const admitted = createExpiringMap<boolean>({ lifetime: ADMITTED_LIFETIME, most: MOST_ADMITTED });
  const tried = createExpiringMap<true>({ lifetime: WINDOW_MS, most: MOST_TRIED });
  const ownKey = randomBytes(32);

  /** Nobody is to find out from what is counted whose address it was. */
  async function hashAddress(ip: string): Promise<string> {
    return hash(await rates.takeKey(), readNetwork(ip));
  }

  const hashTried = (address: string, token: string) =>
    hash(ownKey, `${readNetwork(address)} ${token}`);

  /** The limit that a site is counted by, and the name that it shares with all who count with it. */
  async function findSetting(site: string): Promise<SiteLimit> {
    const known = settings.get(site);
    if (known !== undefined) return known.value;
    const found = (await sites.findLimit(site)) ?? {
      site: (await tokens.findCoveringSite(site)) ?? UNCOVERED,
      postsPerMinute: postsPerSite,
    };
    settings.set(site, found);
    return found;
  }

  return {
    async countRequest({ ip }, reply, { max, what }) {
      const rate = await rates.count(`${what} ${await hashAddress(ip)}`);
      const left = Math.max(0, max - rate.count);
      reply.headers({
        'RateLimit-Policy': `"${what}";q=${max};w=${WINDOW_MS / 1_000}`,
        RateLimit: `"${what}";r=${left};t=${countSeconds(rate)}`,
      });
      if (rate.count > max) throw refuse(`Too many ${what} from this address.`, rate);
    },

    async countReport(site, isKnown) {
      const setting = await findSetting(site);
      const rate = await rates.count(`site ${setting.site}`);
      if (rate.count <= setting.postsPerMinute || (await isKnown())) return;
      throw refuse(`Too many reports for ${setting.site}.`, rate);
    },

    checkGuess(address, token) {
      const rate = guesses.read(hash(ownKey, readNetwork(address)));
      if (rate.count < guessesPerAddress) return;
      // Who shares an address with a forgotten page goes on with a token that is one.
      if (admitted.get(hash(ownKey, token))?.value === true) return;
      throw refuse('Too many tokens from this address that are not valid here.', rate);
    },

    isTried: (address, token) => tried.get(hashTried(address, token)) !== undefined,

    async noteGuess(address, token) {
      const trial = hashTried(address, token);
      if (tried.get(trial) !== undefined) return;
      tried.set(trial, true);
      const known = hash(ownKey, token);
      if (admitted.get(known) !== undefined) admitted.set(known, false);
      await guesses.count(hash(ownKey, readNetwork(address)));
    },

    async countEditor(tokenId, token) {
      admitted.set(hash(ownKey, token), true);
      const rate = await rates.count(`editor ${tokenId}`);
      if (rate.count > requestsPerEditor) throw refuse('Too many requests by this token.', rate);
    },
  };
}

/** Keys as OpenSSL takes them: to make one takes six times as long as to hash with it. */
const keys = new WeakMap<Buffer, KeyObject>();

function hash(key: Buffer, subject: string): string {
  const made = keys.get(key) ?? createSecretKey(key);
  keys.set(key, made);
  return createHmac('sha256', made).update(subject).digest('base64url');
}

function countSeconds({ left }: Rate): number {
  return Math.max(1, Math.ceil(left / 1_000));
}

function refuse(what: string, rate: Rate): ProblemError {
  const seconds = countSeconds(rate);
  return new ProblemError(429, `${what} Please try again in ${seconds} s.`, {
    headers: { 'Retry-After': String(seconds) },
  });
}
