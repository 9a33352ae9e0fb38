/** The way in: an endpoint, unless it serves this page itself, and the token that it printed once. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EditorAccess } from '../../model/settings.ts';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../ui/words.ts';
import { readEndpoint } from './read-endpoint.ts';

interface SignInProps {
  askEndpoint: boolean;
  endpoint: string;
  /** why the editor is asked (again), or '' */
  message: string;
  /** @returns what is wrong, or '' when the editor is in */
  onSignIn(access: EditorAccess): Promise<string>;
}

export function SignIn(props: SignInProps) {
  const { t } = useWords();
  return (
    <main class="notice">
      <h1>{t('reviewTitle')}</h1>
      <p class="quiet">{t('reviewSignInLead')}</p>
      <SignInForm {...props} />
    </main>
  );
}

/** Stands over the desk when its token has ended: what was begun there is kept, out of sight, until one is in again. */
export function SignInAgain({ onSignOut, ...form }: SignInProps & { onSignOut(): void }) {
  const { t } = useWords();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = () => {
    if (dialog.current?.isConnected && !dialog.current.open) dialog.current.showModal();
  };
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // So that the focus goes back to where it was.
    return () => shown?.close();
  }, []);
  return (
    // Browsers close a dialog at the second Escape, whatever is said to the first: it opens again.
    <dialog
      ref={dialog}
      class="sign-in-again"
      aria-labelledby={title}
      onCancel={(event) => event.preventDefault()}
      onClose={open}
    >
      <div class="notice">
        <h2 id={title}>{t('reviewDeskSignInAgain')}</h2>
        <SignInForm {...form} />
        <p class="quiet">{t('reviewDeskKept')}</p>
        <p>
          <button type="button" class="plain" onClick={onSignOut}>
            {t('reviewSignOut')}
          </button>
        </p>
      </div>
    </dialog>
  );
}

function SignInForm({ askEndpoint, endpoint, message, onSignIn }: SignInProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState({ endpoint, token: '' });
  const [errors, setErrors] = useState({ endpoint: '', token: '' });
  const [said, setSaid] = useState(message);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const base = askEndpoint ? readEndpoint(typed.endpoint) : endpoint;
    const token = typed.token.trim();
    // A header can carry nothing else, and no token has it.
    const isToken = /^[\x21-\x7e]+$/.test(token);
    setErrors({
      endpoint: base === null ? t('optionsEndpointError') : '',
      token: isToken ? '' : t('reviewTokenError'),
    });
    if (base === null || !isToken) {
      const inputs = form.current?.querySelectorAll('input') ?? [];
      inputs[base === null ? 0 : inputs.length - 1]?.focus();
      return;
    }
    setBusy(true);
    setSaid('');
    const wrong = await onSignIn({ endpoint: base, token });
    setSaid(wrong);
    setBusy(false);
  };

  return (
    <form noValidate ref={form} onSubmit={(event) => void submit(event)}>
      {askEndpoint && (
        <Field
          label={t('optionsEndpoint')}
          hint={t('reviewEndpointHint')}
          type="url"
          value={typed.endpoint}
          error={errors.endpoint}
          onInput={(value) => setTyped((current) => ({ ...current, endpoint: value }))}
        />
      )}
      <Field
        label={t('reviewToken')}
        hint={t('reviewTokenHint')}
        type="password"
        value={typed.token}
        error={errors.token}
        onInput={(value) => setTyped((current) => ({ ...current, token: value }))}
      />
      <p role="alert" class={said === '' ? '' : 'error'}>
        {said}
      </p>
      <button type="submit" class="primary" disabled={busy}>
        {t('reviewSignIn')}
      </button>
    </form>
  );
}
