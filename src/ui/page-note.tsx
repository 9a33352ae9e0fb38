/**
 * One sentence in the corner of a page, for something that a press could not do and no dialog says. It looks
 * as the note after a copy does (copy-note.css, with page-note.css behind it).
 */
import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../model/translate.ts';
import { CopyNote } from './copy-note.tsx';

/** ms that the region stands empty: it speaks of what comes into it, not of what it came with */
const GAP = 50;

export interface PageNoteProps {
  text: string;
  /** the bar of marked places stands in the same corner */
  isRaised?: boolean;
  /** the bar of reported places stands in the other one */
  isAbove?: boolean;
  t: Translate;
  locale: string;
  onClose(): void;
}

export function PageNote({
  text,
  isRaised = false,
  isAbove = false,
  t,
  locale,
  onClose,
}: PageNoteProps) {
  const [message, setMessage] = useState('');
  useEffect(() => {
    setMessage('');
    const timer = setTimeout(() => setMessage(text), GAP);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class={`${isRaised ? 'raised' : ''} ${isAbove ? 'above' : ''}`}>
      <CopyNote {...{ message, onClose, t, locale }} added="" hints={[]} action={null} />
    </div>
  );
}
