/**
 * Posts a report by the form of the reporter that the site runs itself, from the page, as the site's own dialog
 * would: that form takes the article's address from the request's referrer, and Mixtape's a nonce that only the
 * page has. Loaded when a report is to go out so.
 */
import { createDispatch } from '../messages/dispatch.ts';
import { nativeCommandSchema } from '../messages/to-content.ts';
import type { Annotation } from '../model/annotation.ts';
import { nameKind } from '../model/kind-names.ts';
import { composeNativeFields } from '../model/native-fields.ts';
import type { NativeForm, NativeOutcome } from '../model/native-form.ts';
import { readReport } from '../model/report.ts';
import { succeed } from '../model/result.ts';
import { readNativeForm, readNativePlace } from '../page/native-form.ts';
import { createContentTranslate } from '../platform/content-runtime.ts';
import { postForm } from './native/post-form.ts';
import { shareParts } from './parts.ts';

const t = createContentTranslate();

async function post(form: NativeForm, annotation: Annotation): Promise<NativeOutcome> {
  // What the page says now holds; another form is not what the reader was shown.
  const current = readNativeForm(document);
  if (current?.action !== form.action || current.reporter !== form.reporter) {
    return { kind: 'unreachable', detail: '' };
  }
  const { kind, exact } = readReport(annotation);
  if (exact.trim() === '') return { kind: 'refused', detail: '' };
  const place = readNativePlace(document, form.reporter);
  const fields = composeNativeFields(form, annotation, {
    ...place,
    // Of what says nothing, nothing is said.
    kind: kind === 'other' ? '' : nameKind(kind, t),
  });
  const outcome = await postForm(form.action, fields);
  return isStale(outcome) ? { ...outcome, detail: t('nativeStale') } : outcome;
}

/** What WordPress answers to a nonce that has grown old. */
function isStale({ kind, detail }: NativeOutcome): boolean {
  return kind === 'refused' && /^(?:false|-1)(?!\w)/i.test(detail);
}

const dispatch = createDispatch(nativeCommandSchema, {
  'native/post': async ({ form, annotation }) => succeed(await post(form, annotation)),
});

shareParts().native ??= { post, answer: (message) => dispatch(message, null) };
