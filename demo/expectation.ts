/** Holds a step to what has to be seen. @throws with the sentence where it does not hold */
export function requireThat(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
