/**
 * What is being written in the forms of rows: kept until it is saved or cancelled, also where another form is opened
 * meanwhile, its row is decided about, or is made anew.
 */
import { useState } from 'preact/hooks';
import { type Panel, useTools } from './queue-context.ts';

/**
 * As `useState`, for a field of a form.
 * @param panel the form
 * @param field name of the field
 * @param start what stands in it when the form is first opened
 */
export function useDraft(
  panel: Panel,
  field: string,
  start: string,
): [string, (value: string) => void] {
  const { drafts } = useTools();
  const name = nameDrafts(panel) + field;
  const [value, setValue] = useState(drafts.get(name) ?? start);
  return [
    value,
    (next) => {
      drafts.set(name, next);
      setValue(next);
    },
  ];
}

export function forgetDrafts(drafts: Map<string, string>, panel: Panel): void {
  const prefix = nameDrafts(panel);
  for (const name of drafts.keys()) if (name.startsWith(prefix)) drafts.delete(name);
}

/** No key has a line's end. */
function nameDrafts({ key, kind }: Panel): string {
  return `${key}\n${kind}\n`;
}
