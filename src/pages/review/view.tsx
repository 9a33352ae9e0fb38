/**
 * The editors' review: one application over a `ReviewApi`, the same in the extension and served by an
 * endpoint. How an editor's access is kept differs between the two, and is handed in.
 */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { EditorAccess } from '../../model/settings.ts';
import type { Editor, ReviewApi } from '../../platform/editors-api.ts';
import { useWords } from '../../ui/words.ts';
import { describeFailure } from './describe-failure.ts';
import { QueueView } from './queue-view.tsx';
import { SignIn } from './sign-in.tsx';

export interface ReviewProps {
  /** the endpoint's base where the page is served by it; null where the editor names it */
  servedBy: string | null;
  loadAccess(): Promise<EditorAccess | null>;
  saveAccess(access: EditorAccess | null): Promise<void>;
  createApi(access: EditorAccess): ReviewApi;
}

type Session =
  | { kind: 'opening' }
  | { kind: 'out'; message: string; endpoint: string }
  | { kind: 'unreachable'; access: EditorAccess; message: string }
  | { kind: 'in'; access: EditorAccess; api: ReviewApi; editor: Editor };

export function Review({ servedBy, loadAccess, saveAccess, createApi }: ReviewProps) {
  const { t } = useWords();
  const [session, setSession] = useState<Session>({ kind: 'opening' });

  /** @returns what is wrong, or '' when the editor is in */
  const open = async (access: EditorAccess): Promise<string> => {
    const api = createApi(access);
    const answer = await api.whoAmI();
    if (answer.ok) {
      await saveAccess({ ...access, site: answer.value.site });
      setSession({ kind: 'in', access, api, editor: answer.value });
      return '';
    }
    return describeFailure(answer, t);
  };

  const resume = async () => {
    const access = await loadAccess();
    const endpoint = servedBy ?? access?.endpoint ?? '';
    if (access === null) return setSession({ kind: 'out', message: '', endpoint });
    const api = createApi(access);
    const answer = await api.whoAmI();
    if (answer.ok) {
      setSession({ kind: 'in', access, api, editor: answer.value });
    } else if (answer.failure === 'unauthorised') {
      await saveAccess(null);
      setSession({ kind: 'out', message: t('reviewUnauthorised'), endpoint });
    } else {
      setSession({ kind: 'unreachable', access, message: describeFailure(answer, t) });
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page opens
  useEffect(() => void resume(), []);

  const leave = async (message: string) => {
    const endpoint = servedBy ?? ('access' in session ? session.access.endpoint : '');
    await saveAccess(null);
    setSession({ kind: 'out', message, endpoint });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it has to stay the same for one session's queue
  const onUnauthorised = useCallback(() => void leave(t('reviewUnauthorised')), [session]);

  switch (session.kind) {
    case 'opening':
      return <p class="notice quiet">{t('reviewLoading')}</p>;
    case 'out':
      return (
        <SignIn
          askEndpoint={servedBy === null}
          endpoint={session.endpoint}
          message={session.message}
          onSignIn={open}
        />
      );
    case 'unreachable':
      return (
        <main class="notice">
          <h1>{t('reviewTitle')}</h1>
          <p role="alert">{session.message}</p>
          <div class="actions">
            <button type="button" class="primary" onClick={() => void resume()}>
              {t('reviewAgain')}
            </button>
            <button type="button" onClick={() => void leave('')}>
              {t('reviewSignOut')}
            </button>
          </div>
        </main>
      );
    case 'in':
      return (
        <QueueView
          api={session.api}
          editor={session.editor}
          onUnauthorised={onUnauthorised}
          onSignOut={() => void leave('')}
        />
      );
  }
}
