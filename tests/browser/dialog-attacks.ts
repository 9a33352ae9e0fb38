/**
 * What a page can try on the report dialog, as scripts of the page's own: `host` is the dialog's host where one stands.
 */

/** Gives what the page could read. */
export const READING: Record<string, string> = {
  'its DOM': `
    const host = document.querySelector('sic-dialog');
    const attempt = (read) => { try { return String(read()) } catch (fault) { return String(fault) } };
    return [host.shadowRoot, host.innerText, host.textContent, host.outerHTML, host.children.length,
      attempt(() => host.attachInternals().shadowRoot), attempt(() => host.attachShadow({ mode: 'open' })),
      attempt(() => host.getHTML({ serializableShadowRoots: true })), attempt(() => host.form),
      attempt(() => document.adoptNode(host.cloneNode(true)).outerHTML),
      document.documentElement.outerHTML, document.documentElement.innerText,
      new XMLSerializer().serializeToString(document),
      [...document.forms].map((form) => [...new FormData(form)]), window.length];`,
  'its own element of that name': `
    const seen = [];
    customElements.define('sic-dialog', class extends HTMLElement {
      constructor() { super(); try { seen.push(this.attachInternals().shadowRoot) } catch (fault) { seen.push(String(fault)) } }
      connectedCallback() { try { seen.push(this.attachInternals().shadowRoot?.textContent) } catch (fault) { seen.push(String(fault)) } }
    });
    customElements.upgrade(document.querySelector('sic-dialog'));
    return seen;`,
  'what has the focus': `
    const { activeElement } = document;
    return [activeElement.nodeName, activeElement.value, activeElement.selectionStart];`,
  'its selection': `
    const selection = getSelection();
    const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : document.createRange();
    const composed = selection.getComposedRanges?.({ shadowRoots: [] }) ?? [];
    return [selection.toString(), range.toString(), range.cloneContents().textContent,
      selection.anchorNode?.nodeName, composed.map(({ startContainer }) => startContainer.nodeName)];`,
  'a selection of all': `
    const told = [];
    document.addEventListener('selectionchange', () => told.push(String(getSelection())));
    document.execCommand('selectAll');
    told.push(String(getSelection()));
    await new Promise((resolve) => setTimeout(resolve, 50));
    return [told, String(getSelection())];`,
  'a selection of the host and the document': `
    const selection = getSelection();
    const read = [];
    selection.selectAllChildren(document.querySelector('sic-dialog'));
    read.push(String(selection));
    selection.selectAllChildren(document.documentElement);
    read.push(String(selection));
    return read;`,
  'a copy and a cut of its own': `
    const read = [];
    for (const type of ['copy', 'cut', 'beforeinput', 'input', 'dragstart'])
      addEventListener(type, (event) => read.push(type, event.data, String(getSelection())), true);
    document.execCommand('selectAll');
    document.execCommand('copy');
    document.execCommand('selectAll');
    document.execCommand('cut');
    read.push(await Promise.race([
      navigator.clipboard.readText().catch(String),
      new Promise((resolve) => setTimeout(resolve, 300)),
    ]));
    return read;`,
  'the places of points': `
    const read = new Set();
    for (let y = 5; y < innerHeight; y += 20) for (let x = 5; x < innerWidth; x += 60) {
      const range = document.caretRangeFromPoint?.(x, y);
      const position = document.caretPositionFromPoint?.(x, y);
      for (const node of [range?.startContainer, position?.offsetNode, ...document.elementsFromPoint(x, y)])
        read.add((node?.nodeName ?? '') + (node?.value ?? '') + (node?.data ?? ''));
    }
    return [...read];`,
};

/** Chromium lets them into every shadow tree, and tells nobody of it. */
export const OPEN_IN_CHROMIUM: Record<string, string> = {
  'a selection that is moved': `
    const selection = getSelection();
    selection.modify('move', 'backward', 'documentboundary');
    selection.modify('extend', 'forward', 'documentboundary');
    return String(selection);`,
  'a search': `
    const read = [];
    for (const letter of 'qzx') {
      window.find(letter, false, false, true, false, true, false);
      getSelection().modify('extend', 'forward', 'word');
      read.push(String(getSelection()));
    }
    // The words themselves, in a form in which they stand in no script.
    const isFound = window.find(atob('cXVvcnZleA=='), false, false, true, false, true, false);
    return isFound ? atob('cXVvcnZleA==') : read;`,
};

export const WRITING: Record<string, string> = {
  inserts: `return document.execCommand('insertText', false, 'bought words')`,
  'inserts markup': `return document.execCommand('insertHTML', false, '<b>bought words</b>')`,
  'inserts over all': `document.execCommand('selectAll'); return document.execCommand('insertText', false, 'bought words')`,
  deletes: `document.execCommand('selectAll'); return document.execCommand('delete')`,
  'deletes a letter': `return document.execCommand('delete')`,
  cuts: `document.execCommand('selectAll'); return document.execCommand('cut')`,
  undoes: `return document.execCommand('undo')`,
  'inserts in a loop': `for (let turn = 0; turn < 50; turn += 1) document.execCommand('insertText', false, 'bought words')`,
  'tells of an input of its own making': `
    const host = document.querySelector('sic-dialog');
    for (const type of ['beforeinput', 'input', 'change'])
      host.dispatchEvent(new InputEvent(type, { data: 'bought', inputType: 'insertText', bubbles: true, composed: true }));
    document.execCommand('insertText', false, 'bought words');`,
};

/** What stands in the page from its first line on; `seen` is what it learns. */
export const TAMPERING: Record<string, string> = {
  'stops every event': `
    for (const target of [window, document])
      for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'pointerdown', 'pointerup', 'mousedown',
        'mouseup', 'click', 'focusin', 'focusout', 'submit', 'change', 'selectstart', 'selectionchange', 'contextmenu'])
        target.addEventListener(type, (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true);`,
  'has prototypes of its own': `
    const note = (one) => { try { seen.push(String(one?.value ?? one?.data ?? one?.textContent ?? one)) } catch {} };
    const bend = (owner, names) => {
      for (const name of names) {
        const found = Object.getOwnPropertyDescriptor(owner, name);
        if (found === undefined) continue;
        const wrap = (real, does) => real && function (...args) {
          if (this && String(this.localName ?? this.host?.localName ?? '').startsWith('sic-')) note(this);
          args.forEach((arg) => { if (typeof arg === 'string' || arg?.localName?.startsWith?.('sic-')) note(arg) });
          return does ? real.apply(this, args) : undefined;
        };
        const does = !/^(?:stop|preventDefault|showModal)/.test(String(name));
        if (typeof found.value === 'function') found.value = wrap(found.value, does);
        else { found.get = name === 'isTrusted' ? () => false : wrap(found.get, true); found.set = wrap(found.set, true); }
        Object.defineProperty(owner, name, found);
      }
    };
    bend(Event.prototype, ['stopPropagation', 'stopImmediatePropagation', 'preventDefault', 'target', 'eventPhase']);
    bend(EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']);
    bend(Element.prototype, ['attachShadow', 'append', 'remove', 'setAttribute', 'querySelector', 'shadowRoot']);
    bend(Node.prototype, ['appendChild', 'insertBefore', 'textContent', 'isConnected']);
    bend(HTMLDialogElement.prototype, ['showModal', 'close']);
    bend(HTMLInputElement.prototype, ['value', 'select']);
    bend(HTMLTextAreaElement.prototype, ['value', 'select']);
    bend(Selection.prototype, ['getRangeAt', 'toString', 'setBaseAndExtent']);
    bend(Range.prototype, ['toString', 'cloneContents', 'setStart']);
    bend(JSON, ['stringify', 'parse']);
    bend(Promise.prototype, ['then']);
    bend(String.prototype, ['slice', 'replace', 'trim']);
    bend(Array.prototype, [Symbol.iterator, 'map', 'join']);
    bend(FormData.prototype, ['get', 'append']);
    window.MutationObserver = class { constructor() { throw new Error('no') } };
    window.CSSStyleSheet = window.FormData = window.queueMicrotask = window.fetch = undefined;
    window.setTimeout = ((real) => (...args) => real(...args))(window.setTimeout);
    window.ShadowRoot.prototype.getElementById = null;
    const { push } = Array.prototype;
    Array.prototype.push = function (...items) { return push.apply(this, items) };
    Object.defineProperty(Object.prototype, 'sicTaken', { set(value) { note(value) }, configurable: true });`,
  'defines the element': `
    customElements.define('sic-dialog', class extends HTMLElement {
      constructor() { super(); seen.push('made'); }
      static observedAttributes = ['open', 'style'];
      attributeChangedCallback() { this.remove(); }
    });`,
};

/** What is done to the dialog once, while the reader types. */
export const DISPLACING: Record<string, string> = {
  'takes it out': `host.remove();`,
  'puts it into its own body': `document.body.append(host);`,
  'puts it into a shadow tree of its own': `
    const box = document.body.appendChild(document.createElement('div'));
    box.attachShadow({ mode: 'open' }).append(host);`,
  'puts it into a frame': `
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.contentDocument.body.append(host);`,
  'puts it into a fragment': `document.createDocumentFragment().append(host);`,
  'gives the document another root': `
    const root = document.createElement('html');
    root.append(...document.documentElement.childNodes);
    document.documentElement.replaceWith(root);`,
  'empties the root': `document.documentElement.replaceChildren(document.createElement('body'));`,
  'marks it as hidden': `
    for (const [name, value] of [['hidden', ''], ['inert', ''], ['aria-hidden', 'true'], ['popover', ''],
      ['style', 'display: none !important; opacity: 0 !important'], ['slot', 'x'], ['class', 'x']])
      host.setAttribute(name, value);`,
  'styles it away': `
    const style = document.createElement('style');
    style.textContent = '* , sic-dialog { display: none !important; pointer-events: none !important; opacity: 0 !important }' +
      'html, body { display: block !important; visibility: hidden !important }';
    document.head.append(style);`,
  'opens a modal dialog': `
    const other = document.body.appendChild(document.createElement('dialog'));
    other.style.cssText = 'width: 100vw; height: 100vh; max-width: none; max-height: none';
    other.append(document.createElement('input'));
    other.showModal();`,
  'shows a popover': `
    const other = document.documentElement.appendChild(document.createElement('div'));
    other.popover = 'manual';
    other.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh';
    other.showPopover();`,
  'lays something over everything': `
    const other = document.documentElement.appendChild(document.createElement('div'));
    other.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: red';`,
  'never stands still': `
    let turn = 0;
    setInterval(() => {
      for (let one = 0; one < 100; one += 1) {
        turn += 1;
        const place = turn % 3 === 0 ? document.documentElement : document.body;
        place.append(document.createElement('i'));
        place.lastChild.remove();
        document.body.dataset.turn = String(turn);
      }
    }, 10);`,
};

/** What is done to it until it is given up. */
export const INSISTING: Record<string, string> = {
  'takes it out again and again': `
    host.remove();
    new MutationObserver(() => document.querySelector('sic-dialog')?.remove()).observe(document, { childList: true, subtree: true });`,
  'writes the document anew again and again': `
    const timer = setInterval(() => {
      if (document.querySelector('sic-note')) clearInterval(timer);
      if (!document.querySelector('sic-dialog')) return;
      document.open();
      document.write('<!doctype html><title>x</title><p>another</p>');
      document.close();
    }, 50);`,
  'makes it inert again and again': `
    host.inert = true;
    new MutationObserver(() => { if (!host.inert) host.inert = true }).observe(host, { attributes: true });`,
  'puts it into its own tree again and again': `
    const tree = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    tree.append(host);
    new MutationObserver(() => tree.append(host)).observe(document.documentElement, { childList: true });`,
};
