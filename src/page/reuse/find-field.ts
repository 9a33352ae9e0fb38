/** The field that a person writes in, as a whole: an editor's blocks are parts of one field. */
import { isHtmlSource, isMarkdown, type Markup } from '../../model/reuse/read-markup.ts';
import { findElement } from '../find-element.ts';

export interface EditorField {
  element: HTMLElement;
  /** how what stands in it is read and written; rich: as a page */
  kind: Markup | 'rich';
}

/** What shows the text of a hidden field that takes the keys. */
const CODE_EDITOR = '.CodeMirror, .cm-editor';
/** Holds blocks that are editable each by itself. */
const BLOCK_EDITOR = '.block-editor-block-list__layout.is-root-container, .codex-editor';
const EDITABLE = '[contenteditable]:not([contenteditable="false" i])';
/** Fields of one line, in which no passage stands. */
const TEXTAREA = 'textarea';

/** @param node where something was typed or pasted; null where it stands in no field that can hold a passage */
export function findField(node: Node | null): EditorField | null {
  const element = findElement(node);
  if (element === null) return null;
  const code = element.closest<HTMLElement>(CODE_EDITOR);
  if (code !== null) return { element: code, kind: 'markdown' };
  const area = element.closest<HTMLTextAreaElement>(TEXTAREA);
  if (area !== null) return { element: area, kind: judgeTextarea(area) };
  const rich = findEditable(element);
  return rich === null ? null : { element: rich, kind: 'rich' };
}

/** Whether a field is a text area, whose words are its value. */
export function isTextarea(element: Element): element is HTMLTextAreaElement {
  return element.localName === TEXTAREA;
}

/** The outermost element of an editor: what it holds may be editable by itself, and what lies between need not be. */
function findEditable(element: Element): HTMLElement | null {
  const blocks = element.closest<HTMLElement>(BLOCK_EDITOR);
  if (blocks !== null) return blocks;
  let found: HTMLElement | null = null;
  for (
    let one = element.closest<HTMLElement>(EDITABLE);
    one !== null;
    one = one.parentElement?.closest<HTMLElement>(EDITABLE) ?? null
  ) {
    found = one;
  }
  if (found !== null) return found;
  const { ownerDocument } = element;
  return ownerDocument.designMode === 'on' ? ownerDocument.body : null;
}

/** By its names and labels, else by what stands in it. */
function judgeTextarea(area: HTMLTextAreaElement): Markup {
  if (isMarkdownField(area) || isMarkdown(area.value)) return 'markdown';
  return isHtmlSource(area.value) ? 'html' : 'plain';
}

const MARKDOWN =
  /markdown|commonmark|(?:^|[^a-z])md(?:[^a-z]|$)|mde(?:[^a-z]|$)|comment-form-textarea/i;

function isMarkdownField(area: HTMLTextAreaElement): boolean {
  const said = [
    'name',
    'id',
    'class',
    'placeholder',
    'aria-label',
    'data-mode',
    'data-language',
  ].map((name) => area.getAttribute(name) ?? '');
  const described = (area.getAttribute('aria-describedby') ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((id) => area.ownerDocument.getElementById(id)?.textContent ?? '');
  const labels = [...(area.labels ?? [])].map((label) => label.textContent ?? '');
  return [...said, ...described, ...labels].some((text) => MARKDOWN.test(text.slice(0, 300)));
}
