/** What is said of all fields together: one note, that changes as they do. */
import type { Matter } from '../../model/reuse/list-matters.ts';
import type { MessageKey, Translate } from '../../model/translate.ts';
import { isConnected } from '../../platform/content-runtime.ts';
import type { ShownMatter } from '../../ui/reuse-matter.tsx';
import type { Fields } from './fields.ts';
import type { createReuseNote } from './show-reuse-note.tsx';

/** How often is looked whether what is said still holds, in ms: nothing tells when a page takes a field away. */
const LOOKS = 1_500;

export interface TellingDeps {
  fields: Fields;
  note: ReturnType<typeof createReuseNote>;
  /** what is shown of matters, which may have to be loaded */
  describe(matters: readonly Matter[]): Promise<ShownMatter[]>;
  t: Translate;
}

export type Telling = ReturnType<typeof createTelling>;

export function createTelling({ fields, note, describe, t }: TellingDeps) {
  let shown: readonly ShownMatter[] = [];
  /** of what is shown, or about to be */
  let keys = '';
  let timer: ReturnType<typeof setInterval> | undefined;

  /** The same text in two fields is one matter. */
  function collect(): Matter[] {
    const told = fields.list().flatMap((field) => field.readFollowed().told);
    return [...new Map(told.map((matter) => [matter.key, matter])).values()];
  }

  function keepUp(isOn: boolean): void {
    clearInterval(timer);
    if (isOn) timer = setInterval(catchUp, LOOKS);
  }

  function catchUp(): void {
    if (!isConnected()) {
      keepUp(false);
      note.hide();
      return;
    }
    fields.catchUp();
    tell();
  }

  function tell(): void {
    const matters = collect();
    const before = keys;
    keys = matters.map(({ key }) => key).join('\n');
    if (keys === before) return;
    keepUp(matters.length > 0);
    if (matters.length > 0) {
      const asked = keys;
      void describe(matters).then((described) => {
        if (keys !== asked) return;
        shown = described;
        note.show({ matters: shown, message: t(nameMatters(shown)) });
      });
      return;
    }
    shown = [];
    const isMended = fields.list().some((field) => field.readFollowed().isMended);
    if (isMended) note.show({ matters: [], message: t('reuseMended') });
    else note.hide();
  }

  return {
    tell,
    /** What is being shown. */
    list: () => shown,
    /** Says something over what is shown. */
    say(message: string): void {
      note.show({ matters: shown, message });
    },
    /** Says at once that these go out as they are. */
    warn(matters: readonly Matter[]): void {
      const known = new Map(shown.map((matter) => [matter.key, matter]));
      shown = matters.map((matter) => known.get(matter.key) ?? { ...matter, permission: null });
      keys = shown.map(({ key }) => key).join('\n');
      keepUp(true);
      const isMissing = shown.every(({ verdict }) => verdict === 'missing');
      const message = t(isMissing ? 'reuseLeavesMissing' : 'reuseLeavesWrong');
      note.show({ matters: shown, message, isUrgent: true });
    },
  };
}

function nameMatters(matters: readonly Matter[]): MessageKey {
  if (matters.length > 1) return 'reuseSeveral';
  return matters[0]?.verdict === 'missing' ? 'reuseMissing' : 'reuseWrong';
}
