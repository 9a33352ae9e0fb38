/** Axes for counts: from nought, in whole steps that people count in. */

/**
 * @param most the largest count that has to have its place
 * @param steps about how many steps there shall be
 * @returns the marks of the axis, 0 first, the last at or above `most`, each as far from the next: 1, 2 or 5 times a
 * power of ten
 */
export function chooseTicks(most: number, steps: number): number[] {
  const rough = Math.max(1, most) / Math.max(1, steps);
  const power = 10 ** Math.max(0, Math.floor(Math.log10(rough)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? 1;
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

/**
 * Which of many places beside each other get a label.
 * @param room px from one place to the next
 * @param label px that a label takes
 * @returns 1 for every place, 2 for every second …
 */
export function chooseLabelStep(room: number, label: number): number {
  return room <= 0 ? 1 : Math.max(1, Math.ceil(label / room));
}
