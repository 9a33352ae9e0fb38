/** A citation as styles put it together: words, some of them slanted, and addresses; read out as text or as HTML. */

import { endSentence } from './quote-marks.ts';

export type RichText = (string | { italic: string } | { link: string })[];

export interface Composed {
  plain: string;
  /** null for formats that are code or data */
  html: string | null;
  /** the same in pieces, to be shown; null where the plain text is what is to be seen */
  pieces: RichText | null;
}

/** A format that is code, data or bare text. */
export function composeCode(plain: string): Composed {
  return { plain, html: null, pieces: null };
}

/** Both flavours; everything is escaped here, once. */
export function composeRich(pieces: RichText): Composed {
  return {
    pieces,
    plain: pieces.map(readPlain).join(''),
    html: pieces.map(writeHtml).join(''),
  };
}

function readPlain(piece: RichText[number]): string {
  if (typeof piece === 'string') return piece;
  return 'italic' in piece ? piece.italic : piece.link;
}

function writeHtml(piece: RichText[number]): string {
  if (typeof piece === 'string') return escapeMarkup(piece);
  if ('italic' in piece) return `<i>${escapeMarkup(piece.italic)}</i>`;
  const url = escapeMarkup(piece.link);
  return `<a href="${url}">${url}</a>`;
}

/** Text as the content, or a double-quoted attribute value, of an HTML element. */
export function escapeMarkup(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** A slanted title with its full stop, which is no part of it unless the marks of a quotation enclose it. */
export function slantTitle(title: string): RichText {
  const ended = endSentence(title);
  return ended === `${title}.` ? [{ italic: title }, '.'] : [{ italic: ended }];
}
