/**
 * Signs webhooks, so that who receives one knows that it is this endpoint's, unchanged and not an old one again.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
import { createHmac, randomBytes } from 'node:crypto';

const SECRET_PREFIX = 'whsec_';

/** A new secret of 256 random bits. */
export function mintWebhookSecret(): string {
  return SECRET_PREFIX + randomBytes(32).toString('base64');
}

/**
 * @param message its id, the same whenever it is sent; the body as it is sent; the moment of this attempt, epoch ms
 * @param secret as `mintWebhookSecret` gives it
 * @returns the headers of Standard Webhooks
 */
export function signWebhook(
  { id, body, at }: { id: string; body: string; at: number },
  secret: string,
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  const timestamp = String(Math.floor(at / 1000));
  const digest = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${digest}`,
  };
}
