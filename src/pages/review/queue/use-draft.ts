/** What is being written in the form of a row: kept for as long as the form is open, also where its row is made anew. */
import { useState } from 'preact/hooks';
import { useTools } from './queue-context.ts';

/**
 * As `useState`, for a field of the open form.
 * @param name of the field
 * @param start what stands in it when the form is opened
 */
export function useDraft(name: string, start: string): [string, (value: string) => void] {
  const { drafts } = useTools();
  const [value, setValue] = useState(drafts.get(name) ?? start);
  return [
    value,
    (next) => {
      drafts.set(name, next);
      setValue(next);
    },
  ];
}
