/** Waits until pasted words stand in their field: editors take a clipboard in steps, and may draw anew what was pasted into. */
import { type EditorField, findField } from '../../page/reuse/find-field.ts';
import { readField } from '../../page/reuse/read-field.ts';

const LOOK = 120;
const MOST_LOOKS = 20;

/** @returns null where the words were put into no field that can hold a passage */
export async function settlePaste(target: Node): Promise<EditorField | null> {
  let last: string | null = null;
  let field: EditorField | null = null;
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK));
    field = findField(target.isConnected ? target : document.activeElement) ?? field;
    if (field?.element.isConnected !== true) continue;
    const { text } = readField(field);
    if (text === last) return field;
    last = text;
  }
  return field;
}
