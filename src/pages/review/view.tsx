/**
 * The editors' review: one application over a `ReviewApi`, the same in the extension and served by an
 * endpoint. How an editor's access is kept differs between the two, and is handed in.
 */
import { useEffect, useState } from 'preact/hooks';
import type { EditorAccess } from '../../model/settings.ts';
import type { Editor, ReviewApi } from '../../platform/editors/review-api.ts';
import { useWords } from '../../ui/words.ts';
import { describeFailure } from './describe-failure.ts';
import { Desk } from './desk.tsx';
import { SignIn, SignInAgain } from './sign-in.tsx';

export interface ReviewProps {
  /** the endpoint's base where the page is served by it; null where the editor names it */
  servedBy: string | null;
  loadAccess(): Promise<EditorAccess | null>;
  saveAccess(access: EditorAccess | null): Promise<void>;
  createApi(access: EditorAccess, options: { onUnauthorised(): void }): ReviewApi;
}

type Session =
  | { kind: 'opening' }
  | { kind: 'out'; message: string; endpoint: string }
  | { kind: 'unreachable'; access: EditorAccess; message: string }
  | OpenSession;

interface OpenSession {
  kind: 'in';
  access: EditorAccess;
  api: ReviewApi;
  editor: Editor;
  /** whether the editor came in by the form, and not by a token that was kept */
  byForm: boolean;
  /** the endpoint knows the token no more */
  ended: boolean;
}

export function Review({ servedBy, loadAccess, saveAccess, createApi }: ReviewProps) {
  const { t } = useWords();
  const [session, setSession] = useState<Session>({ kind: 'opening' });

  const createSessionApi = (access: EditorAccess) => {
    const api: ReviewApi = createApi(access, {
      onUnauthorised: () =>
        setSession((held) => {
          if (held.kind !== 'in' || held.api !== api || held.ended) return held;
          void saveAccess(null);
          return { ...held, ended: true };
        }),
    });
    return api;
  };

  /** @returns what is wrong, or '' when the editor is in */
  const open = async (access: EditorAccess): Promise<string> => {
    const api = createSessionApi(access);
    const answer = await api.whoAmI();
    if (!answer.ok) return describeFailure(answer, t);
    const editor = answer.value;
    await saveAccess({ ...access, site: editor.site });
    setSession({ kind: 'in', access, api, editor, byForm: true, ended: false });
    return '';
  };

  const resume = async () => {
    const access = await loadAccess();
    const endpoint = servedBy ?? access?.endpoint ?? '';
    if (access === null) return setSession({ kind: 'out', message: '', endpoint });
    const api = createSessionApi(access);
    const answer = await api.whoAmI();
    if (answer.ok) {
      const editor = answer.value;
      setSession({ kind: 'in', access, api, editor, byForm: false, ended: false });
    } else if (answer.failure === 'unauthorised') {
      await saveAccess(null);
      setSession({ kind: 'out', message: t('reviewUnauthorised'), endpoint });
    } else {
      setSession({ kind: 'unreachable', access, message: describeFailure(answer, t) });
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page opens
  useEffect(() => void resume(), []);

  const leave = async () => {
    const endpoint = servedBy ?? ('access' in session ? session.access.endpoint : '');
    await saveAccess(null);
    setSession({ kind: 'out', message: '', endpoint });
  };

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
            <button type="button" onClick={() => void leave()}>
              {t('reviewSignOut')}
            </button>
          </div>
        </main>
      );
    case 'in':
      return (
        <>
          {/* Another editor gets a desk of their own. */}
          <Desk
            key={nameDesk(session)}
            api={session.api}
            base={session.access.endpoint}
            editor={session.editor}
            isArrival={session.byForm}
            onSignOut={() => void leave()}
          />
          {session.ended && (
            <SignInAgain
              askEndpoint={servedBy === null}
              endpoint={session.access.endpoint}
              message={t('reviewUnauthorised')}
              onSignIn={open}
              onSignOut={() => void leave()}
            />
          )}
        </>
      );
  }
}

function nameDesk({ access, editor }: OpenSession): string {
  return [access.endpoint, editor.site, editor.name].join(' ');
}
