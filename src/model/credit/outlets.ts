/** Looks a name up in the kept directory of outlets: by its exact name, freed of case, accents, quotes and what it is called ("agency"). */
import { foldName } from './fold-name.ts';
import { OUTLETS } from './outlet-list.ts';

export interface Outlet {
  /** '' where the name is of several: an agency by all means, but not certain which */
  host: string;
  /** agencies and photo stocks: they stand as a credit without a label */
  isAgency: boolean;
  /** the name as it is usually written */
  name: string;
}

const SUFFIX = '@';
/** What an outlet is, before or behind its name. */
const KIND =
  /^(?:the|newspaper|(?:news )?agency|agence|agencia|agência|agenzia|agentur|agentura|агентство|информагентство|информационное агентство|інформагентство|агенція|газета|журнал|телеканал|портал|издание|видання|ИА|РИА|МИА|НИА)\s|\s(?:(?:news )?agency|press service|photos?|pictures|images|files?|archives?|news)$/iu;

let directory: Map<string, Outlet> | null = null;

/** @returns each folded name, a name of some languages alone with them ("aa@tr"), and its outlet */
export function readOutlets(list = OUTLETS): Map<string, Outlet> {
  const found = new Map<string, Outlet>();
  for (const line of list.split('\n').filter((line) => line !== '')) {
    const [start = '', ...names] = line.split('|');
    const isAgency = start.startsWith('*');
    const written = start.replace(/^\*?-?/, '');
    const host = written.replace('=', '.com').replace('?', '');
    const label = host.replace(/\..*/, '');
    const outlet = { host, isAgency, name: names[0]?.replace(/@.*/, '') ?? label };
    if (!/^\*?-/.test(start)) names.push(label);
    for (const name of names) {
      const [word = '', language] = name.split(SUFFIX);
      const key = foldName(word) + (language === undefined ? '' : SUFFIX + language);
      found.set(key, outlet);
    }
  }
  return found;
}

/**
 * @param language BCP 47 or the primary subtag, where known: some names are certain in their own language alone
 * @returns the outlet of this name, or of the name without what it is called, or null
 */
export function findOutlet(name: string, language: string | null): Outlet | null {
  if (name.length > 60) return null;
  return findExact(name, language) ?? findExact(name.replace(KIND, ' '), language);
}

/** @returns whether an outlet has this very name: "AP Images" is one, "Reuters files" is not */
export function isOutletName(name: string, language: string | null): boolean {
  return findExact(name, language) !== null;
}

function findExact(name: string, language: string | null): Outlet | null {
  directory ??= readOutlets();
  const key = foldName(name);
  const inLanguage = language === null ? undefined : key + SUFFIX + language.slice(0, 2);
  return directory.get(inLanguage ?? key) ?? directory.get(key) ?? null;
}

/** @returns the agency or stock that a host spells: "Shutterstock.com" stands for its name, "afp.com" is an address */
export function findStock(host: string): Outlet | null {
  const bare = host.replace(/^www\./, '');
  const outlet = findExact(bare.replace(/\..*/, ''), null);
  const isSame = outlet?.host === bare && outlet.host.startsWith(`${foldName(outlet.name)}.`);
  return isSame && outlet.isAgency ? outlet : null;
}
