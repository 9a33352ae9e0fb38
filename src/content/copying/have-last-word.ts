/**
 * Acts on an event after all of the page's own handlers have. In Firefox data that an extension has set makes
 * the page's own `setData` throw, and in both browsers what is set last is what counts, so it is done last:
 * at the window, or at the place where the page stops the event.
 */

/**
 * To be called in the window's capture phase.
 * @param speak called once, while the event is still under way
 * @param onUnheard called in a later task instead, when the page has kept the event from everybody
 *   (`stopImmediatePropagation`), so that nothing could be done while it was under way
 */
export function haveLastWord(event: Event, speak: () => void, onUnheard: () => void): void {
  const path = event.composedPath();
  const end = path.at(-1);
  let isOver = false;
  const finish = (act: () => void) => {
    if (isOver) return;
    isOver = true;
    for (const place of path) {
      place.removeEventListener(event.type, hear);
      place.removeEventListener(event.type, hear, true);
    }
    act();
  };
  const hear = (heard: Event) => {
    const isEnd = heard.currentTarget === end && heard.eventPhase !== Event.CAPTURING_PHASE;
    // True once somebody has stopped it: those after this place will not hear it.
    // https://dom.spec.whatwg.org/#dom-event-cancelbubble
    if (heard === event && (isEnd || heard.cancelBubble)) finish(speak);
  };
  for (const place of path) {
    place.addEventListener(event.type, hear);
    place.addEventListener(event.type, hear, true);
  }
  setTimeout(() => finish(onUnheard), 0);
}
