/**
 * From the paste to the publishing: recognises words that were copied elsewhere as they are put into an editor, says
 * what their sources ask that is not done, puts it right at a press, and sees to it until the text goes out.
 */
import {
  createContentTranslate,
  isConnected,
  listenInTab,
  readLocale,
} from '../platform/content-runtime.ts';
import { shareParts } from './parts.ts';
import { readProperty } from './read-value.ts';
import { createFields } from './reuse/fields.ts';
import { guardPublishing } from './reuse/guard-publishing.ts';
import { copyFixes, describeMatters, putAllIn } from './reuse/mend-matters.ts';
import { createOnPublishing } from './reuse/on-publishing.ts';
import { createReuseFacts } from './reuse/reuse-facts.ts';
import { settlePaste } from './reuse/settle-paste.ts';
import { createReuseNote } from './reuse/show-reuse-note.tsx';
import { createTelling } from './reuse/telling.ts';

const t = createContentTranslate();
const locale = readLocale();
const facts = createReuseFacts(locale);
const fields = createFields(facts, () => telling.tell());
const note = createReuseNote({
  t,
  locale,
  focusField: () => fields.list()[0]?.element.focus(),
  onPutIn: (key) => void putIn(key),
  onCopy(key, place) {
    const wanted = telling.list().filter((matter) => matter.key === key);
    void copyFixes(wanted, place, t).then(telling.say);
  },
  onLater() {
    for (const field of fields.list()) field.layAside();
    telling.tell();
  },
});
const telling = createTelling({ fields, note, describe: describeMatters, t });

async function putIn(key: string | null): Promise<void> {
  let fault = '';
  for (const field of fields.list()) {
    fault ||= await putAllIn(field, (matter) => key === null || matter.key === key, t);
    field.look();
  }
  if (fault !== '') telling.say(fault);
}

/** Nothing is asked, seen or held before the first words were recognised. */
function begin(): void {
  guardPublishing({
    listFields: () => (isConnected() ? fields.list() : []),
    onPublishing: createOnPublishing({ facts, telling, t, locale }),
  });
  fields.followOthers();
  listenInTab((message) => {
    if (readProperty(message, 'type') === 'settings/changed') {
      void facts.readRules().then(fields.lookAtAll);
    }
    // The answer is another part's.
    return null;
  });
}

let hasBegun = false;

shareParts().reuse ??= {
  async takePaste({ text, target }) {
    if (!(await facts.recognise(text))) return;
    const field = await settlePaste(target);
    if (field === null) return;
    if (!hasBegun) begin();
    hasBegun = true;
    fields.watch(field.element).look();
  },
};
