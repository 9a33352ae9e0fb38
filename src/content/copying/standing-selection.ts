/** The selection of a page as ranges that outlive it, so that it can be copied from once more. */

/** Selects something for as long as an act takes; what was selected before is selected again. */
export function withSelection<T>(
  document: Document,
  ranges: readonly Range[],
  act: () => T,
): T | null {
  const selection = document.getSelection();
  if (selection === null) return null;
  const before = readRanges(selection);
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  select(selection, ranges);
  try {
    return act();
  } finally {
    if (before.length > 1 || anchorNode === null || focusNode === null) select(selection, before);
    // A selection has a direction, which its range has not.
    else selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  }
}

function readRanges(selection: Selection): Range[] {
  return Array.from({ length: selection.rangeCount }, (_, i) =>
    selection.getRangeAt(i).cloneRange(),
  );
}

function select(selection: Selection, ranges: readonly Range[]): void {
  const [first] = ranges;
  selection.removeAllRanges();
  // A range within a shadow tree can't be added (`addRange` wants the document's own), but be set.
  if (ranges.length === 1 && first !== undefined) {
    const { startContainer, startOffset, endContainer, endOffset } = first;
    selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  } else for (const range of ranges) selection.addRange(range);
}
