/** A limit that synchronous work asks about as it goes on, so that a copy never waits for longer. */

export interface TimeBox {
  /** whether the time is over; it stays over */
  isUp(): boolean;
}

/**
 * @param budget in ms, from now on
 * @param now the clock, in ms
 */
export function openTimeBox(budget: number, now: () => number): TimeBox {
  const end = now() + budget;
  let isOver = false;
  return {
    isUp: () => {
      isOver ||= now() >= end;
      return isOver;
    },
  };
}
