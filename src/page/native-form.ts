/**
 * The form of the reporter that a site runs itself, read so that a report can go out by it: where its dialog
 * posts to (the script data that WordPress writes into the page), and what only the page knows (the post's id,
 * a nonce). A page may be hostile: whatever it writes, the address is of its own origin, or there is none.
 */
import { parse } from '../model/annotation.ts';
import { type NativeForm, nativeFormSchema } from '../model/native-form.ts';
import { readBase } from './metadata.ts';
import { readPlain } from './plain-document.ts';

type Reporter = NativeForm['reporter'];

interface Marks {
  dialog: string;
  /** what the site's script data is called: now, and in older versions */
  data: RegExp;
  /** the part of the script's address that names it */
  script: string;
}

const MARKS: Record<Reporter, Marks> = {
  mistape: {
    dialog: '#mistape_dialog',
    data: /(?<![\w$.])(?:decoMistape|mistape_args)\s{0,9}=\s{0,9}\{/,
    script: 'mistape-front',
  },
  mixtape: {
    dialog: '#mixtape_dialog[data-nonce]:not([data-nonce=""])',
    data: /(?<![\w$.])MixtapeLocalize\s{0,9}=\s{0,9}\{/,
    script: 'mixtape-front',
  },
};
const REPORTERS: Reporter[] = ['mistape', 'mixtape'];
/** As WordPress writes it: JSON, in which a slash is escaped. */
const AJAX_URL = /"ajaxurl"\s{0,9}:\s{0,9}("(?:[^"\\]|\\.){1,4000}")/;
const MOST_SCRIPTS = 2_000;
/** In UTF-16 units: of one script, and of all of them. */
const OF_A_SCRIPT = 200_000;
const OF_ALL = 2_000_000;
/** So far behind the data's name its address may stand. */
const DATA_LENGTH = 20_000;

/**
 * @returns the form of the page's own Mistape or Mixtape; null where there is none, where it sends nothing
 *   (a preview), or where its address is not of the page's own origin
 */
export function readNativeForm(page: Document): NativeForm | null {
  const document = readPlain(page);
  const reporter = REPORTERS.find((one) => document.querySelector(MARKS[one].dialog) !== null);
  if (reporter === undefined || isPreview(findDialog(document, reporter))) return null;
  const written =
    readScriptData(document, MARKS[reporter].data) ?? deriveFromScript(document, reporter);
  const action = written === null ? null : resolveOwn(written, document);
  const form = parse(nativeFormSchema, { reporter, action });
  return form.ok ? form.value : null;
}

/** What the dialog of a page adds to what is reported; null where it has none. */
export interface NativePlace {
  /** the post's id in WordPress */
  postId: string | null;
  /** what proves to Mixtape that the post comes from its page; Mistape has none */
  nonce: string | null;
}

/** Reads what the page knows of itself; to be asked at the time of posting, since a nonce grows old. */
export function readNativePlace(page: Document, reporter: Reporter): NativePlace {
  const dialog = findDialog(readPlain(page), reporter);
  const id = dialog?.querySelector('[data-action="send"]')?.getAttribute('data-id')?.trim() ?? '';
  const nonce = dialog?.getAttribute('data-nonce')?.trim() ?? '';
  return {
    postId: /^\d{1,20}$/.test(id) ? id : null,
    nonce: reporter === 'mixtape' && /^[\w-]{1,200}$/.test(nonce) ? nonce : null,
  };
}

function findDialog(document: Document, reporter: Reporter): Element | null {
  return document.querySelector(MARKS[reporter].dialog);
}

/** Its front end sends nothing then. */
function isPreview(dialog: Element | null): boolean {
  return !['', '0', 'false'].includes(dialog?.getAttribute('data-dry-run')?.trim() ?? '');
}

function readScriptData(document: Document, data: RegExp): string | null {
  let left = OF_ALL;
  const scripts = document.getElementsByTagName('script');
  for (let i = 0; i < scripts.length && i < MOST_SCRIPTS && left > 0; i += 1) {
    const script = scripts[i];
    if (script === undefined || /json|template/i.test(script.getAttribute('type') ?? '')) continue;
    const text = (script.textContent ?? '').slice(0, Math.min(OF_A_SCRIPT, left));
    left -= text.length;
    const start = text.search(data);
    if (start === -1) continue;
    const address = readAddress(text.slice(start, start + DATA_LENGTH));
    if (address !== null) return address;
  }
  return null;
}

function readAddress(data: string): string | null {
  const literal = AJAX_URL.exec(data)?.[1];
  try {
    const address: unknown = literal === undefined ? null : JSON.parse(literal);
    return typeof address === 'string' ? address : null;
  } catch {
    return null;
  }
}

/** Where an optimiser has taken the data away: WordPress has its admin beside the folder of its plugins. */
function deriveFromScript(document: Document, reporter: Reporter): string | null {
  const script = document.querySelector(`script[src*="${MARKS[reporter].script}"]`);
  const src = script?.getAttribute('src')?.slice(0, 4_000) ?? '';
  const end = src.search(/\/wp-content\/plugins\//);
  return end === -1 ? null : `${src.slice(0, end)}/wp-admin/admin-ajax.php`;
}

/** As the page's own script would resolve it; null where that leads to another origin. */
function resolveOwn(address: string, document: Document): string | null {
  const page = document.URL ?? '';
  const base = readBase(document);
  if (!URL.canParse(page) || !URL.canParse(address, base)) return null;
  const action = new URL(address, base);
  if (!/^https?:$/.test(action.protocol) || action.origin !== new URL(page).origin) return null;
  if (action.username !== '' || action.password !== '') return null;
  action.hash = '';
  return action.href;
}
