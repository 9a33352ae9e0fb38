/** The endpoint's address as an editor gives it: its base, or any address below it that Sic shows. */
import { checkServiceUrl } from '../../model/resolve-receiver.ts';

/** @returns the base URL without a slash at its end, or null unless it is https or loopback */
export function readEndpoint(typed: string): string | null {
  const checked = checkServiceUrl(typed.trim());
  if (checked === null) return null;
  const url = new URL(checked);
  return (url.origin + url.pathname).replace(/\/(annotations\/?)?$/, '');
}
