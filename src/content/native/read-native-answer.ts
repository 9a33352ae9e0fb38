/**
 * What a site's own reporter answers, read honestly. Its front end never looks at the answer; it is WordPress's
 * `{"success": …, "data": {"title", "message"}}`, its words in the site's language, and what stands before it may
 * be warnings of PHP. Refused, limited and known look alike but for these words.
 */
import * as v from 'valibot';
import { parse } from '../../model/annotation.ts';
import type { NativeOutcome } from '../../model/native-form.ts';

const answerSchema = v.object({
  success: v.boolean(),
  data: v.optional(
    v.union([
      v.object({ title: v.optional(v.string(), ''), message: v.optional(v.string(), '') }),
      v.pipe(
        v.string(),
        v.transform((message) => ({ title: '', message })),
      ),
      v.pipe(
        v.unknown(),
        v.transform(() => ({ title: '', message: '' })),
      ),
    ]),
    { title: '', message: '' },
  ),
});

const LONGEST_DETAIL = 500;
/** An answer that is longer is none of a reporter. */
const LONGEST_MARKUP = 20_000;
/** "too many reports from your IP address", as far as translations keep it. */
const LIMITED = /(?<!\p{L})(?:spam|спам|ip|айпі?)(?!\p{Ll}{3})|too many|слишком много|забагато/iu;
/** "Our editors already got notified about this error." */
const KNOWN =
  /(?<!\p{L})(?:already|уже|вже|ўжо|вече|веќе|већ|već|já|ya|già|deja|déjà|bereits|schon|reeds|już|už|juba|redan|allerede|zaten|allaqachon|мурунтан|аллакай|әлдеқашан|бұрыннан|ήδη|כבר|بالفعل)(?!\p{L})|すでに|既に|已经|已經|이미/iu;

/**
 * @param status the HTTP status
 * @param body the answer's text, or as much of it as was read
 */
export function readNativeAnswer(status: number, body: string): NativeOutcome {
  const text = body.replace(/^\ufeff/, '').trim();
  const answer = readJson(text);
  if (answer !== null) {
    const detail = toPlain([answer.data.title, answer.data.message].filter(Boolean).join(' '));
    if (answer.success) return { kind: status < 400 ? 'taken' : 'refused', detail };
    return { kind: judgeRefusal(status, detail), detail };
  }
  const said = text.startsWith('<') ? readHeading(text) : toPlain(text);
  const detail =
    said === '' || /^(?:-?\d+|false)$/i.test(said)
      ? [said, status >= 400 ? `HTTP ${status}` : ''].filter(Boolean).join(', ')
      : said;
  return { kind: judgeSilence(status, text), detail };
}

/** Also where warnings stand before it, whatever is said in them. */
function readJson(text: string): v.InferOutput<typeof answerSchema> | null {
  const start = text.lastIndexOf('{"success":');
  for (const candidate of [text, start > 0 ? text.slice(start) : '']) {
    if (!candidate.startsWith('{')) continue;
    try {
      const answer = parse(answerSchema, JSON.parse(candidate));
      if (answer.ok) return answer.value;
    } catch {
      // No JSON.
    }
  }
  return null;
}

function judgeRefusal(status: number, words: string): NativeOutcome['kind'] {
  if (status === 429 || LIMITED.test(words)) return 'limited';
  return KNOWN.test(words) ? 'known' : 'refused';
}

/** What no JSON says. */
function judgeSilence(status: number, text: string): NativeOutcome['kind'] {
  if (status === 429) return 'limited';
  // A proxy's, not the reporter's.
  if (status >= 502 && status <= 504) return 'unreachable';
  // -1: a nonce that WordPress does not take; False: one that Mixtape does not.
  if (status >= 400 || text === '-1' || text === 'False') return 'refused';
  // 0: nobody has said anything; either nobody listened, or a site's own code took over.
  return 'unproven';
}

/** What a page of HTML calls itself. */
function readHeading(html: string): string {
  const start = html.slice(0, LONGEST_MARKUP);
  const title = /<title[^>]{0,200}>([^<]{0,500})/i.exec(start)?.[1] ?? '';
  return toPlain(title);
}

/** One bounded line without markup. */
function toPlain(text: string): string {
  return text
    .slice(0, LONGEST_MARKUP)
    .toWellFormed()
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&(?:#0?39|#x27|#8217|apos|rsquo);/gi, '’')
    .replace(/&(?:quot|#34|#822[01]|ldquo|rdquo);/gi, '"')
    .replace(/&(?:nbsp|#160);/gi, ' ')
    .replace(/&r(sa|a)quo;/gi, (_, one) => (one === 'sa' ? '›' : '»'))
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&amp;/gi, '&')
    .replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_DETAIL)
    .toWellFormed();
}
