/** What the options need of the extension around them, so that their view runs on its own as well. */
import type { Policy, Settings } from '../../model/settings.ts';

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

/** What the parts of the section about copying get. */
export interface AttributionProps {
  attribution: Attribution;
  /** Writes a change and says that it was saved. */
  set(change: (attribution: Attribution) => Attribution, message?: string): Promise<void>;
}
