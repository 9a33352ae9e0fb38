/** That a message could not be sent, and what that says about the next attempt. */

/** As much of what a receiver says as is kept. */
const LONGEST_REASON = 300;

export interface DeliveryFailure {
  /** it would be refused again */
  isFinal?: boolean;
  /** it is not about this message: others by the same way would fail as well */
  isCommon?: boolean;
  /** how long the receiver asks to be left alone, in ms, or null */
  retryAfter?: number | null;
}

export class DeliveryError extends Error implements DeliveryFailure {
  readonly isFinal: boolean;
  readonly isCommon: boolean;
  readonly retryAfter: number | null;

  constructor(reason: string, about: DeliveryFailure = {}) {
    super(tidyReason(reason));
    this.name = 'DeliveryError';
    this.isFinal = about.isFinal ?? false;
    this.isCommon = about.isCommon ?? !this.isFinal;
    this.retryAfter = about.retryAfter ?? null;
  }
}

/** What a server answers is a line of text at most, and may be anything. */
function tidyReason(reason: string): string {
  return reason
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_REASON)
    .toWellFormed();
}
