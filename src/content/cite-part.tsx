/**
 * The citation on a page: a card in the source line, in a shadow root of its own, so that the loader can keep from
 * the page what is typed there. The line goes on without it, and takes it along wherever the page moves the line.
 */
import { render } from 'preact';
import type { CitationFormat } from '../model/citation/formats.ts';
import type { Source } from '../model/source.ts';
import { createContentTranslate, readLocale } from '../platform/content-runtime.ts';
import styles from '../ui/citation-card.css';
import { CitationCard } from '../ui/citation-card.tsx';
import { readLocalDay } from '../ui/time.ts';
import { askBackground } from './ask-background.ts';
import { createOwnElement, type OwnElement, removeElement, shieldElement } from './own-element.ts';
import { shareParts } from './parts.ts';
import { writeClipboard } from './write-clipboard.ts';

const t = createContentTranslate(['citeCopied', 'citeNotCopied']);
const locale = readLocale();
let opened: (OwnElement & { onChange(isOpen: boolean): void }) | null = null;
/** the format of this page's last citation, when there was one */
let lastFormat: CitationFormat | null = null;

/** The card that stands; a line that goes takes it along. */
function findOpened(): typeof opened {
  if (opened !== null && !opened.host.isConnected) close();
  return opened;
}

function close(): void {
  if (opened === null) return;
  const { onChange, ...own } = opened;
  opened = null;
  render(null, own.root);
  removeElement(own);
  onChange(false);
}

async function open(
  line: HTMLElement,
  source: Source,
  onChange: (isOpen: boolean) => void,
): Promise<void> {
  const own = createOwnElement('sic-cite', [styles]);
  const { root } = own;
  shieldElement(own);
  line.append(own.host);
  opened = { ...own, onChange };
  onChange(true);
  const answer = lastFormat === null ? await askBackground({ type: 'citation/read' }) : null;
  if (answer?.ok) lastFormat = answer.value;
  if (findOpened()?.root !== root) return;
  render(
    <CitationCard
      source={source}
      accessed={readLocalDay(Date.now())}
      format={lastFormat ?? 'plain'}
      t={t}
      locale={locale}
      onFormat={(format) => {
        lastFormat = format;
        void askBackground({ type: 'citation/remember', format });
      }}
      onCopy={({ plain, html }) => writeClipboard({ plain, html }, root)}
    />,
    root,
  );
}

// Two presses may have asked for this file twice: the first is the one that holds the card.
shareParts().cite ??= {
  toggle(line, source, onChange) {
    const isHere = findOpened()?.host.parentElement === line;
    close();
    if (!isHere) void open(line, source, onChange);
  },
};
