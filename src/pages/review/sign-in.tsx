/** The way in: an endpoint, unless it serves this page itself, and the token that it printed once. */
import { useRef, useState } from 'preact/hooks';
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

export function SignIn({ askEndpoint, endpoint, message, onSignIn }: SignInProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState({ endpoint, token: '' });
  const [errors, setErrors] = useState({ endpoint: '', token: '' });
  const [said, setSaid] = useState(message);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const base = askEndpoint ? readEndpoint(typed.endpoint) : endpoint;
    const token = typed.token.trim();
    setErrors({
      endpoint: base === null ? t('optionsEndpointError') : '',
      // A header can carry nothing else, and no token has it.
      token: /^[\x21-\x7e]+$/.test(token) ? '' : t('reviewTokenError'),
    });
    if (base === null || !/^[\x21-\x7e]+$/.test(token)) {
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
    <main class="notice">
      <h1>{t('reviewTitle')}</h1>
      <p class="quiet">{t('reviewSignInLead')}</p>
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
    </main>
  );
}
