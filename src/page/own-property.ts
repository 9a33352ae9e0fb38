/**
 * What a node itself says. A form answers for its fields by their names before it answers for itself: one that is
 * called `parentNode` is taken for what the form stands in, and whoever goes upwards goes in circles.
 * https://html.spec.whatwg.org/multipage/forms.html#the-form-element
 */

/** By a symbol, which no field is called. */
export function isForm(node: Node): boolean {
  return Object.prototype.toString.call(node) === '[object HTMLFormElement]';
}

/** A property as the node's interface has it; a method of a form is to be called on it. */
export function readOwn<T extends Node, K extends keyof T>(node: T, name: K): T[K] {
  return isForm(node) ? Reflect.get(Object.getPrototypeOf(node), name, node) : node[name];
}

/** The top of the tree that a node stands in, shadow trees being trees of their own. */
export function findTree(node: Node): Node {
  return readOwn(node, 'getRootNode').call(node);
}
