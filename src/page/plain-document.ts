/**
 * Elements with a name stand where a document's own properties are looked for (`<img name="body">`), and a
 * form's fields where the form's are (`<input name="parentNode">`, on which a walk upwards would go in
 * circles): https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem. Of such a page, which few
 * are and a hostile one may be, a copy is read that is without those names.
 */

/** What is asked of a document, and what it is. */
const OF_DOCUMENT = {
  URL: 'string',
  baseURI: 'string',
  title: 'string',
  getElementById: 'function',
  getElementsByClassName: 'function',
  getElementsByTagName: 'function',
  querySelector: 'function',
  querySelectorAll: 'function',
} as const;

/** What is asked of an element that may be a form; its id and its class may be anything. */
const OF_FORM =
  'children closest compareDocumentPosition contains firstChild firstElementChild getAttribute getElementsByTagName hasAttribute hasAttributes lastChild lastElementChild localName matches nextSibling nodeName nodeType nodeValue parentElement parentNode previousSibling querySelector querySelectorAll textContent'.split(
    ' ',
  );

/** Of a page with more forms a copy costs no more than looking at each. */
const MOST_FORMS = 100;
/** Node.DOCUMENT_NODE, also where there is no global Node. */
const DOCUMENT_NODE = 9;
const NAMED = 'button,embed,fieldset,form,iframe,img,input,object,output,select,textarea';

/** @returns the document itself, unless names stand in the way: then a copy, of the same address */
export function readPlain(document: Document): Document {
  return isInTheWay(document) ? copyPlain(document) : document;
}

function isInTheWay(document: Document): boolean {
  for (const [name, type] of Object.entries(OF_DOCUMENT)) {
    const value: unknown = Reflect.get(document, name) ?? undefined;
    // A DOM outside of browsers may not know all of them.
    if (value !== undefined && typeof value !== type) return true;
  }
  const { body, documentElement } = document;
  // Several elements of a name are a collection, which has none.
  if (body && !/^(?:body|frameset)$/i.test(String(body.localName))) return true;
  if (documentElement && documentElement.parentNode?.nodeType !== DOCUMENT_NODE) return true;
  const forms = document.getElementsByTagName('form');
  if (forms.length > MOST_FORMS) return true;
  for (let i = 0; i < forms.length; i += 1) {
    const form = forms[i];
    if (form !== undefined && OF_FORM.some((name) => isField(form, name))) return true;
  }
  return false;
}

/** Whether a form's own property is a field of that name, or several. */
function isField(form: Element, name: string): boolean {
  if (!Object.hasOwn(form, name)) return false;
  const value: unknown = Reflect.get(form, name);
  if (typeof value !== 'object' || value === null) return false;
  return (
    'item' in value || Reflect.get(value, 'name') === name || Reflect.get(value, 'id') === name
  );
}

function copyPlain(document: Document): Document {
  // Asked of the prototype, where no name of the page reaches.
  const copy = askPrototype(document, 'cloneNode', true);
  const named = askPrototype(copy as Document, 'querySelectorAll', NAMED) as NodeListOf<Element>;
  for (let i = 0; i < named.length; i += 1) {
    const element = named[i];
    if (element === undefined) continue;
    for (const attribute of ['id', 'name']) askPrototype(element, 'removeAttribute', attribute);
  }
  return copy as Document;
}

function askPrototype(node: Node, method: string, argument: unknown): unknown {
  return Reflect.apply(Reflect.get(Object.getPrototypeOf(node), method), node, [argument]);
}
