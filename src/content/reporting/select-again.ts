/** Gives a reader back what was selected before a dialog took the place. */

/** Also in a shadow tree, whose ranges can't be added (`addRange` wants the document's own), but be set. */
export function selectAgain({ startContainer, startOffset, endContainer, endOffset }: Range): void {
  getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}
