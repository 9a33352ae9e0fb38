/** Where a card goes that stands beside words: below them, or above where there is no room, and always in view. */

/** CSS pixels between the card and the words, and between the card and the edges of the window. */
const GAP = 8;

interface Size {
  width: number;
  height: number;
}

/**
 * @param words their box in the window, in CSS pixels
 * @param isToLeft the card's words run from right to left: its right edge is the one that stands at the words
 * @returns the card's upper left corner in the window
 */
export function standBeside(
  words: { left: number; right: number; top: number; bottom: number },
  card: Size,
  view: Size,
  isToLeft: boolean,
): { left: number; top: number } {
  const below = words.bottom + GAP;
  const above = words.top - GAP - card.height;
  const hasRoomBelow = below + card.height <= view.height - GAP;
  return {
    left: keepIn(isToLeft ? words.right - card.width : words.left, card.width, view.width),
    top: keepIn(hasRoomBelow || above < GAP ? below : above, card.height, view.height),
  };
}

function keepIn(start: number, size: number, room: number): number {
  return Math.max(GAP, Math.min(start, room - size - GAP));
}
