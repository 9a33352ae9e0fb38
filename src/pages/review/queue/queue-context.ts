/** What every row of the queue needs, handed down once: the queue, who works at it, and what can be done to a row. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReportState } from '../../../model/report.ts';
import type { Editor, ReviewApi } from '../../../platform/editors/review-api.ts';
import type { Announce } from '../../../ui/announcer.tsx';
import type { DeskLocation } from '../location.ts';
import type { Sites } from '../page-props.ts';
import type { Queue, QueueState } from './queue-state.ts';
import type { Deed } from './rows.ts';

/** A form that stands in a row: one at a time. */
export type PanelKind = 'reject' | 'correct' | 'note';
export interface Panel {
  key: string;
  kind: PanelKind;
}

export interface QueueTools {
  queue: Queue;
  api: ReviewApi;
  editor: Editor;
  sites: Sites;
  location: DeskLocation;
  announce: Announce;
  /** epoch ms, looked at now and then */
  now: number;
  /** what the editor's token is good for */
  may: { decide: boolean; edit: boolean };
  /** whether single keys are on, so that they can be told */
  hasKeys: boolean;
  panel: Panel | null;
  /** what has been written in forms, and neither saved nor cancelled; see `useDraft` */
  drafts: Map<string, string>;
  /** Opens a form in a row, in the place of the one that is open. */
  openPanel(panel: Panel): void;
  /** Closes a form, and forgets what was written in it; where it was the open one, its row gets the focus. */
  closePanel(panel: Panel): void;
  /** keys of rows whose details are shown */
  expanded: ReadonlySet<string>;
  /** key of the row that a link has opened, which stands above the list */
  opened: string | null;
  toggleDetails(key: string): void;
  showDetails(key: string): void;
  /** reasons that were given in this session, the last first */
  reasons: readonly string[];
  /**
   * Does something to a row, keeps the focus there, and says what came of it.
   * @param panel the form that it was asked for in, which is closed once it is done
   */
  perform(key: string, deed: Deed, panel?: PanelKind): Promise<void>;
  move(key: string, state: ReportState): Promise<void>;
  undoRow(key: string): Promise<void>;
  undo(): Promise<void>;
}

export const QueueContext = createContext<QueueTools | null>(null);

/** @throws where no `QueueContext.Provider` stands above: a fault of the program */
export function useTools(): QueueTools {
  const tools = useContext(QueueContext);
  if (tools === null) throw new Error('a row was mounted outside the queue');
  return tools;
}

export const QueueStateContext = createContext<QueueState | null>(null);

/** For what has to be drawn with every change of the queue. @throws outside the queue */
export function useQueueState(): QueueState {
  const state = useContext(QueueStateContext);
  if (state === null) throw new Error('a part of the queue was mounted outside it');
  return state;
}
