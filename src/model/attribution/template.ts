/**
 * How a note is worded: text with fields in braces, and stretches in square brackets that vanish when a
 * field in them is empty, as `{source}: {title}[. {authors}][, {date}]`. A backslash makes a brace, a
 * bracket or a backslash plain text. A new line begins a new paragraph.
 */
import { LONGEST_TEMPLATE } from '../settings.ts';

export const TEMPLATE_NAMES = ['html', 'plain', 'ccHtml', 'ccPlain'] as const;
/** Formatted text and plain text; the same for articles under a Creative Commons licence. */
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

export const TEMPLATE_FIELDS = [
  'source',
  'title',
  'authors',
  'publisher',
  'date',
  'url',
  'warning',
  'licensed',
  'license',
  'excerpt',
] as const;
export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

export type TemplateNode =
  | { kind: 'text'; text: string }
  | { kind: 'field'; name: TemplateField }
  | { kind: 'optional'; nodes: TemplateNode[] };

export type TemplateFault =
  | { kind: 'unknown-field'; field: string; at: number }
  /** a brace, or a bracket, without its partner; `at` counts characters (UTF-16) from 0 */
  | { kind: 'brace' | 'bracket'; at: number }
  /** nothing leads to the source, or only what may vanish */
  | { kind: 'no-link' }
  /** a licence's wording without the licence */
  | { kind: 'no-license' }
  | { kind: 'too-long'; limit: number };

export type ParsedTemplate =
  | { ok: true; nodes: TemplateNode[] }
  | { ok: false; fault: TemplateFault };

const ORDINARY = '{source}: {title}[. {authors}][, {publisher}][, {date}]';
const LICENSED =
  '{source}: {title}[ ({excerpt})][. {authors}][, {publisher}][, {date}]. {licensed}: {license}';

/** What holds where a person has written nothing. */
export const BUILT_IN: Readonly<Record<TemplateName, string>> = {
  html: `${ORDINARY}[. {warning}]`,
  plain: `${ORDINARY}[. {warning}]. {url}`,
  ccHtml: `${LICENSED}[. {warning}]`,
  ccPlain: `${LICENSED}[. {warning}]. {url}`,
};

/** Reads a wording, or says what is wrong with it. */
export function parseTemplate(text: string, name: TemplateName): ParsedTemplate {
  const fail = (fault: TemplateFault): ParsedTemplate => ({ ok: false, fault });
  if (text.length > LONGEST_TEMPLATE) return fail({ kind: 'too-long', limit: LONGEST_TEMPLATE });
  const nodes: TemplateNode[] = [];
  /** where each open bracket stands, and what it is in */
  const open: { at: number; around: TemplateNode[] }[] = [];
  let current = nodes;
  for (const { 0: token, index: at } of text.matchAll(/\\[\\[\]{}]|\{[^{}[\]\\]*\}|[\s\S]/gu)) {
    if (token.length > 1 && token.startsWith('{')) {
      const field = token.slice(1, -1).trim();
      if (!isField(field)) return fail({ kind: 'unknown-field', field, at });
      current.push({ kind: 'field', name: field });
    } else if (token === '[') {
      const inner: TemplateNode[] = [];
      current.push({ kind: 'optional', nodes: inner });
      open.push({ at, around: current });
      current = inner;
    } else if (token === ']') {
      const last = open.pop();
      if (last === undefined) return fail({ kind: 'bracket', at });
      current = last.around;
    } else if (token === '{' || token === '}') return fail({ kind: 'brace', at });
    else addText(current, token.replace(/^\\(?=.)/s, ''));
  }
  const unclosed = open.pop();
  if (unclosed !== undefined) return fail({ kind: 'bracket', at: unclosed.at });
  const links: TemplateField[] = name.endsWith('lain') ? ['url'] : ['title', 'url'];
  const has = (fields: TemplateField[]) =>
    nodes.some((node) => node.kind === 'field' && fields.includes(node.name));
  if (!has(links)) return fail({ kind: 'no-link' });
  if (name.startsWith('cc') && !has(['license'])) return fail({ kind: 'no-license' });
  return { ok: true, nodes };
}

function addText(nodes: TemplateNode[], given: string): void {
  const text = given === '\n' ? given : given.replace(/[\p{Cc}\ufffe\uffff]/u, '').toWellFormed();
  const last = nodes.at(-1);
  if (last?.kind === 'text') last.text += text;
  else nodes.push({ kind: 'text', text });
}

function isField(name: string): name is TemplateField {
  return TEMPLATE_FIELDS.some((field) => field === name);
}
