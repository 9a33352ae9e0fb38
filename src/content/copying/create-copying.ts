/**
 * Copying from a page, all of it: copies that carry their source by the person's rule, those that the person
 * asks for with a command, and the quiet note that says what was added and takes it back.
 */
import type { CopyWay } from '../../messages/to-content.ts';
import { exceedsShare } from '../../model/attribution/exceeds-share.ts';
import { fail, type Result, succeed } from '../../model/result.ts';
import type { Source } from '../../model/source.ts';
import type { Translate } from '../../model/translate.ts';
import { isInEditor } from '../../page/editable.ts';
import { readSelected } from '../../page/selected/read-selected.ts';
import type { ArticlePage, CopyingPart } from '../parts.ts';
import { listenOnWindow } from '../window-listeners.ts';
import { composeClip } from './compose-clip.ts';
import { type Copied, createCopyHandler, hasWords } from './copy-handler.ts';
import { copyAsSelected, copyClip, isGiving } from './copy-now.ts';
import { createPassageLinks } from './link-passage.ts';
import { readImageParts, readParts, readShare } from './read-parts.ts';
import { rehearseOnSelection } from './rehearse-reading.ts';
import { createNote } from './show-note.tsx';
import { withSelection } from './standing-selection.ts';
import { createFrameWatch, findFocusedDocument, listFrames } from './watch-frames.ts';

export function createCopying(page: ArticlePage, t: Translate, locale: string): CopyingPart {
  const { isArticle, recall, rule } = page;
  const note = createNote(t, locale);
  const linkPassage = createPassageLinks(document, rule);

  const handler = createCopyHandler({
    isArticle,
    rule,
    terms: () => recall().source.terms,
    compose(selected, text, known) {
      return composeClip(readParts(selected, text, page, linkPassage), known, locale);
    },
    onOther: () => note.hide(),
    onFilled: page.noteCarried,
    onCopied: showAdded,
    onLeft: ({ document, ranges }) =>
      note.show({
        message: t('copyLeft'),
        action: {
          label: t('copyWithSource'),
          act() {
            withSelection(document, ranges, () => handler.copyWithSource(document));
          },
        },
      }),
  });

  listenOnWindow('cut', () => note.hide());
  const listenInFrames = createFrameWatch(handler.handle);
  // The first date and the first words that a browser writes cost it tens of milliseconds: not those of a copy.
  requestIdleCallback(() => rehearse(recall().source));
  rehearseOnSelection(document, () => recall().root);

  function rehearse(source: Source): void {
    const known = rule();
    const parts = {
      plain: '',
      html: '',
      source,
      url: source.url,
      isExcerpt: true,
      imageCredits: [],
    };
    if (known !== null) composeClip(parts, known, locale);
    hasWords(source.title, known?.minWords ?? 1);
  }

  function showAdded(copied: Copied): void {
    const { source, root } = recall();
    note.show({
      message: t('copyAdded'),
      added: [source.publisher ?? '', source.title || source.url].filter(Boolean).join(' · '),
      hints: listHints(copied.text, root),
      ...(copied.ranges.length > 0 && {
        action: { label: t('copyUndo'), act: () => undo(copied) },
      }),
    });
  }

  /** What the site says of reuse that a copy cannot carry out by itself. */
  function listHints(text: string, root: Element | null): string[] {
    const { terms } = recall().source;
    const share = Math.min(1, readShare(text, root));
    const { format } = new Intl.NumberFormat(locale, { style: 'percent' });
    const isTooMuch = exceedsShare(terms, share, 1);
    const allowed = format(terms?.maxShare ?? 1);
    return [
      ...(isTooMuch ? [t('copyShare', { share: format(share), allowed })] : []),
      ...(terms?.nonCommercial === true ? [t('copyNonCommercial')] : []),
    ];
  }

  /** The copy as the browser would have made it; where its place has gone, at least its text. */
  function undo({ document, ranges, text }: Copied): void {
    const isStanding = () => readSelected(null, document)?.readText() === text;
    const isDone =
      withSelection(document, ranges, () => isStanding() && copyAsSelected(document)) === true ||
      copyClip(document, { plain: text, html: '' });
    note.show({ message: t(isDone ? 'copyWithout' : 'copyFailed') });
  }

  return {
    handleCopy: handler.handle,
    isGiving,
    listenInFrames: () => listenInFrames(document),
    async copySelection(how: CopyWay): Promise<Result<null>> {
      const focused = findFocusedDocument(document);
      if (how === 'with-source' && rule() === null) {
        note.show({ message: t('copyFailed') });
        return fail('no-answer');
      }
      const isTyping = isInEditor(focused?.activeElement ?? null);
      if (focused === null || (!isTyping && readSelected(null, focused) === null)) {
        note.show({ message: t('copyNothing') });
        return succeed(null);
      }
      // What is typed has no source: only the browser knows what is selected in a field.
      const isPlain = how === 'plain' || isTyping;
      const isDone = isPlain ? copyAsSelected(focused) : handler.copyWithSource(focused);
      if (!isDone) note.show({ message: t('copyFailed') });
      else if (isPlain) note.show({ message: t('copyWithout') });
      return isDone ? succeed(null) : fail('internal', 'the browser did not copy');
    },
    async copyImage(src: string): Promise<Result<null>> {
      const known = rule();
      const image = findImage(document, src);
      if (known === null || image === null) {
        note.show({ message: t('copyFailed') });
        return fail('internal', 'no such image');
      }
      const parts = readImageParts(image, page);
      const clip = composeClip(parts, { ...known, quote: 'bare' }, locale);
      const isDone = copyClip(document, clip);
      if (isDone) showAdded({ document, ranges: [], clip, text: parts.plain });
      else note.show({ message: t('copyFailed') });
      return isDone ? succeed(null) : fail('internal', 'the browser did not copy');
    },
  };
}

/** Also in frames of the page's own site. */
function findImage(document: Document, src: string): HTMLImageElement | null {
  for (const image of document.images)
    if (image.currentSrc === src || image.src === src) return image;
  for (const inner of listFrames(document)) {
    const found = findImage(inner, src);
    if (found !== null) return found;
  }
  return null;
}
