/** What the options need of the extension around them, so that their view runs on its own as well. */
import type { Policy, Settings } from '../../model/settings.ts';
import type { Announce } from '../../ui/announcer.tsx';

export interface OptionsDeps {
  loadSettings(): Promise<Settings>;
  /** Writes a change of the settings, and tells the background and the open pages. */
  changeSettings(change: (settings: Settings) => Settings): Promise<Settings>;
  loadPolicy(): Promise<Policy>;
  /** The shortcuts that the browser holds. */
  listShortcuts(): Promise<Shortcut[]>;
  readPlatform(): Promise<'mac' | 'other'>;
  /** Whether the browser lets Sic show notifications. */
  mayNotify(): Promise<boolean>;
  /** Asks for that; to be called first of all in the handling of a press. Gives whether it may. */
  askToNotify(): Promise<boolean>;
  /** How many reports there are on this device, with those that were only begun. */
  countReports(): Promise<number>;
  /** Deletes all of those. */
  deleteReports(): Promise<void>;
  /** Calls back with how many copies are remembered, now and at every change; returns the way to stop. */
  watchCopies(onCount: (count: number) => void): () => void;
  /** Forgets all of those; rejects where that cannot be done. */
  forgetCopies(): Promise<void>;
}

/** A shortcut that the browser holds. */
export interface Shortcut {
  /** as the manifest calls it */
  name: string;
  /** in the browser's language; '' for opening Sic */
  description: string;
  /** '' when unset */
  keys: string;
}

/** What every section gets: the settings as they stand, and the way to change them. */
export interface SectionProps {
  settings: Settings;
  /** Writes a change and says that it was saved. */
  save(change: (settings: Settings) => Settings, message?: string): Promise<void>;
}

export type Attribution = Settings['attribution'];
export type Reporting = Settings['reporting'];
export type Reuse = Settings['reuse'];

/** What the parts of the section about copying get. */
export interface AttributionProps {
  attribution: Attribution;
  /** Writes a change and says that it was saved. */
  set(change: (attribution: Attribution) => Attribution, message?: string): Promise<void>;
}

/** What the parts of the section about reuse get. */
export interface ReuseProps {
  reuse: Reuse;
  policy: Policy;
  /** Writes a change and says that it was saved. */
  set(change: (reuse: Reuse) => Reuse, message?: string): Promise<void>;
}

/** What forgetting the remembered copies needs. */
export type ForgetProps = Pick<OptionsDeps, 'watchCopies' | 'forgetCopies'> & {
  announce: Announce;
};
