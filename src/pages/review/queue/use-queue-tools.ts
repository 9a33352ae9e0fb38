/** What can be done to rows, tied together: the queue, the forms in rows, the focus, and what is said of it all. */
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { ReportState } from '../../../model/report.ts';
import type { Announce } from '../../../ui/announcer.tsx';
import { useNow } from '../../../ui/time.ts';
import { useWords } from '../../../ui/words.ts';
import type { PageProps } from '../page-props.ts';
import type { Told } from './deciding.ts';
import { describeTold } from './describe-told.ts';
import type { Panel, PanelKind, QueueTools } from './queue-context.ts';
import type { Queue } from './queue-state.ts';
import type { Deed } from './rows.ts';
import { forgetDrafts } from './use-draft.ts';

interface ToolsOptions extends Pick<PageProps, 'api' | 'editor' | 'sites' | 'location'> {
  queue: Queue;
  announce: Announce;
  focusRow(key: string): void;
  hasKeys: boolean;
  opened: string | null;
}

/** Reasons that are offered again. */
const MOST_REASONS = 4;

export function useQueueTools(options: ToolsOptions): QueueTools {
  const { queue, api, editor, sites, location, announce, focusRow, hasKeys, opened } = options;
  const { t } = useWords();
  const now = useNow();
  const [panel, setPanel] = useState<Panel | null>(null);
  const drafts = useRef(new Map<string, string>()).current;
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [reasons, setReasons] = useState<readonly string[]>([]);

  const closePanel = useCallback(
    (closed: Panel) => {
      forgetDrafts(drafts, closed);
      setPanel((held) => {
        if (held?.key !== closed.key || held.kind !== closed.kind) return held;
        focusRow(closed.key);
        return null;
      });
    },
    [focusRow, drafts],
  );
  const toggleDetails = useCallback(
    (key: string) =>
      setExpanded((held) =>
        held.has(key) ? new Set([...held].filter((one) => one !== key)) : new Set([...held, key]),
      ),
    [],
  );

  const showDetails = useCallback(
    (key: string) => setExpanded((held) => new Set([...held, key])),
    [],
  );

  const acts = useMemo(() => {
    const tell = (told: Told) => {
      const said = describeTold(told, t);
      if (said !== null) announce(said);
    };
    return {
      async perform(key: string, deed: Deed, from?: PanelKind) {
        const reason = deed.kind === 'verdict' ? deed.verdict.reason : '';
        if (reason !== '') setReasons((held) => keepReason(held, reason));
        // The button that was pressed may go with the state that it belonged to: the row stays.
        focusRow(key);
        const told = await queue.act(key, deed);
        // What was written is kept where it was not taken, and what was written in another form anyway.
        const isTaken = told.kind === 'decided' || told.kind === 'corrected';
        if (from !== undefined && isTaken) closePanel({ key, kind: from });
        tell(told);
      },
      move(key: string, state: ReportState) {
        return acts.perform(key, {
          kind: 'verdict',
          verdict: { state, reason: '', dismiss: false },
        });
      },
      async undoRow(key: string) {
        focusRow(key);
        tell(await queue.undoRow(key));
      },
      async undo() {
        const { canUndo } = queue.read();
        const told = await queue.undo();
        if (canUndo) tell(told);
        else announce(t('reviewQueueNothingToUndo'));
      },
    };
  }, [queue, announce, focusRow, closePanel, t]);

  const scopes = editor.scopes.join();
  const may = useMemo(() => {
    const has = (scope: string) => scopes === '' || scopes.split(',').includes(scope);
    return { decide: has('decide'), edit: has('edit') };
  }, [scopes]);

  const desk = useMemo(
    () => ({ queue, api, editor, sites, location, announce, now, hasKeys, opened, may }),
    [queue, api, editor, sites, location, announce, now, hasKeys, opened, may],
  );
  const forms = useMemo(
    () => ({
      ...{ panel, drafts, openPanel: setPanel, closePanel },
      ...{ expanded, toggleDetails, showDetails, reasons },
    }),
    [panel, drafts, closePanel, expanded, toggleDetails, showDetails, reasons],
  );
  return useMemo(() => ({ ...desk, ...forms, ...acts }), [desk, forms, acts]);
}

function keepReason(held: readonly string[], reason: string): readonly string[] {
  return [reason, ...held.filter((one) => one !== reason)].slice(0, MOST_REASONS);
}
