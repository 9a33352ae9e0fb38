/** What the options need of the extension around them, so that their view runs on its own as well. */
import type { Policy, Settings } from '../../model/settings.ts';

export interface OptionsDeps {
  loadSettings(): Promise<Settings>;
  /** Writes a change of the settings, and tells the background and the open pages. */
  changeSettings(change: (settings: Settings) => Settings): Promise<Settings>;
  loadPolicy(): Promise<Policy>;
  /** The browser's own shortcuts: what each does ('' for opening Sic), its keys ('' when unset). */
  listShortcuts(): Promise<{ description: string; keys: string }[]>;
  readPlatform(): Promise<'mac' | 'other'>;
  countReports(): Promise<number>;
  deleteReports(): Promise<void>;
}

/** What every section gets: the settings as they stand, and the way to change them. */
export interface SectionProps {
  settings: Settings;
  /** Writes a change and says that it was saved. */
  save(change: (settings: Settings) => Settings, message?: string): Promise<void>;
}

export type Attribution = Settings['attribution'];

/** What the parts of the section about copying get. */
export interface AttributionProps {
  attribution: Attribution;
  /** Writes a change and says that it was saved. */
  set(change: (attribution: Attribution) => Attribution, message?: string): Promise<void>;
}
