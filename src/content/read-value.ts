/** Reads what another context answered where there is no room for schemas: in what every page carries. */

/** @returns a property of anything, or undefined */
export function readProperty(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

/** @returns the value of a result that went well, or undefined */
export function readReply(answer: unknown): unknown {
  return readProperty(answer, 'ok') === true ? readProperty(answer, 'value') : undefined;
}
