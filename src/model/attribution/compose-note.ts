/**
 * The source as it is put behind a copy: what the site's terms ask for comes first, then how the person, or
 * Sic, words it. Both flavours are made of the same segments, which a preview can show as they are.
 */
import type { Source } from '../source.ts';
import { readCommonsLicense } from './commons-license.ts';
import { joinPieces, type Piece } from './join-pieces.ts';
import { listImageCredits } from './list-image-credits.ts';
import { type Flavour, type NoteFields, readNoteFields } from './note-fields.ts';
import { type NoteOptions, readMarks } from './note-options.ts';
import { type NoteParagraph, writeNoteHtml, writeNoteText } from './note-segment.ts';
import { isRightToLeft } from './note-words.ts';
import {
  BUILT_IN,
  parseTemplate,
  type TemplateField,
  type TemplateName,
  type TemplateNode,
} from './template.ts';

/**
 * @returns plain: an empty line, then a line or more · html: one or more `<p>` that hold text, links that
 *   search engines may follow, and `<bdi>`. The one always has the address, the other always leads to it where it is http(s).
 */
export function composeNote(source: Source, options: NoteOptions): { plain: string; html: string } {
  return {
    plain: `\n\n${writeNoteText(composeParagraphs(source, options, 'plain'))}`,
    html: writeNoteHtml(composeParagraphs(source, options, 'html'), isRightToLeft(options.locale)),
  };
}

/** One flavour of the note, for what shows it without making it markup. */
export function composeParagraphs(
  source: Source,
  options: NoteOptions,
  flavour: Flavour,
): NoteParagraph[] {
  const marks = readMarks(options.words);
  const fields = readNoteFields(source, options, flavour, marks.comma);
  const name = chooseTemplate(source, flavour);
  const { pieces, shown } = fillTemplate(readTemplate(name, options), fields);
  const owed = listOwed(source, fields, shown, flavour);
  const paragraphs = splitParagraphs(pieces);
  if (flavour === 'plain') paragraphs.push(...owed.map((field) => [{ field }]));
  else {
    const last = paragraphs.at(-1) ?? [];
    last.push(...owed.flatMap((field) => [{ text: marks.stop }, { field }]));
  }
  return [...paragraphs.map(joinPieces), listImageCredits(options, flavour, marks)].filter(
    (paragraph) => paragraph.length > 0,
  );
}

function chooseTemplate(source: Source, flavour: Flavour): TemplateName {
  if (readCommonsLicense(source) === null) return flavour;
  return flavour === 'html' ? 'ccHtml' : 'ccPlain';
}

function readTemplate(name: TemplateName, { templates, words }: NoteOptions): TemplateNode[] {
  const own = Object.hasOwn(templates, name) ? templates[name] : undefined;
  // The built-in wording is set as the language sets it, wherever it comes from.
  const isOwn = own !== undefined && own !== BUILT_IN[name];
  const parsed = isOwn ? parseTemplate(own, name) : null;
  if (parsed?.ok) return parsed.nodes;
  const { colon, comma, stop } = readMarks(words);
  const builtIn = BUILT_IN[name]
    .replaceAll(': ', colon)
    .replaceAll(', ', comma)
    .replaceAll('. ', stop)
    // What finds addresses in plain text wants a space before one.
    .replace(/(?<=\S)(?=\{url\})/, ' ');
  const { nodes } = { nodes: [], ...parseTemplate(builtIn, name) };
  return nodes;
}

/** The pieces that stay, and the fields among them that say something. */
function fillTemplate(nodes: readonly TemplateNode[], fields: NoteFields) {
  const shown = new Set<TemplateField>();
  const fill = (nodes: readonly TemplateNode[]): Piece[] => {
    const pieces: Piece[] = [];
    for (const node of nodes) {
      if (node.kind === 'text') pieces.push({ text: node.text });
      else if (node.kind === 'field') {
        pieces.push({ field: fields[node.name] });
        if (fields[node.name].length > 0) shown.add(node.name);
      } else if (isFull(node.nodes, fields)) pieces.push(...fill(node.nodes));
      else pieces.push({ field: [] });
    }
    return pieces;
  };
  return { pieces: fill(nodes), shown };
}

const isFull = (nodes: readonly TemplateNode[], fields: NoteFields) =>
  nodes.every((node) => node.kind !== 'field' || fields[node.name].length > 0);

/** What the site asks for and the wording does not say. */
function listOwed(
  { terms }: Source,
  fields: NoteFields,
  shown: ReadonlySet<TemplateField>,
  flavour: Flavour,
) {
  const owed = [];
  if (!shown.has('publisher')) owed.push(fields.home);
  if (!shown.has('warning')) owed.push(fields.warning);
  // On paper there is nothing to follow: the address has to be read.
  if (flavour === 'html' && (terms?.print ?? null) !== null && !shown.has('url')) {
    owed.push(fields.url);
  }
  return owed.filter((field) => field.length > 0);
}

function splitParagraphs(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const piece of pieces) {
    if ('field' in piece) {
      paragraphs.at(-1)?.push(piece);
      continue;
    }
    for (const [at, text] of piece.text.split('\n').entries()) {
      if (at > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)?.push({ text });
    }
  }
  return paragraphs;
}
