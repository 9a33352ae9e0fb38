/** Asks the part of the page's own world that knows editors to put something in. */
export interface EditorRequest {
  where: 'before' | 'after';
  html: string;
  plain: string;
}

export async function askEditor(
  _target: Element,
  _request: EditorRequest,
): Promise<'put-in' | 'unknown' | 'failed'> {
  return 'unknown';
}
