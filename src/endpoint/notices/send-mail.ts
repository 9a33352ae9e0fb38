/** Hands mails to an SMTP server. It is asked again later by the outbox: this makes one attempt. */
import { createTransport } from 'nodemailer';
import type { Mail } from './compose-mail.ts';
import { DeliveryError } from './delivery-error.ts';

/** In ms; an attempt takes no longer than a message is held. */
const CONNECTION_TIMEOUT = 15_000;
const SOCKET_TIMEOUT = 30_000;
const MOST_CONNECTIONS = 2;

export interface Mailer {
  /** Resolves when the server has taken the mail. @throws DeliveryError */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/**
 * @param smtpUrl `smtp://` (with STARTTLS where the server offers it) or `smtps://`, with name and password where
 * needed; these are sent by TLS alone, but to this machine
 */
export function createMailer(smtpUrl: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    ...(needsTls(smtpUrl) ? { requireTLS: true } : {}),
    pool: true,
    maxConnections: MOST_CONNECTIONS,
    connectionTimeout: CONNECTION_TIMEOUT,
    greetingTimeout: CONNECTION_TIMEOUT,
    socketTimeout: SOCKET_TIMEOUT,
    // A mail is made of nothing but what it is given.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      try {
        await transport.sendMail(mail);
      } catch (error) {
        throw readMailError(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Whether a server refused this one mail, or mail as such cannot be sent now. */
function readMailError(error: unknown): DeliveryError {
  if (!(error instanceof Error)) return new DeliveryError(String(error));
  const code = 'code' in error ? error.code : undefined;
  const status = 'responseCode' in error ? error.responseCode : undefined;
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  // RFC 5321, section 4.2.1: 5yz is permanent. A refused sign-in is not the mail's fault.
  const isFinal = isAboutMail && typeof status === 'number' && status >= 500;
  return new DeliveryError(error.message, { isFinal, isCommon: !isAboutMail });
}

function needsTls(smtpUrl: string): boolean {
  const { username, hostname } = new URL(smtpUrl);
  return username !== '' && !/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
