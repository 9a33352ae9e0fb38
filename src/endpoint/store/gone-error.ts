/** A report was there a moment ago, and has been taken out by somebody else: whoever wanted to write to it is told so. */
export class GoneError extends Error {
  readonly statusCode = 410;

  constructor() {
    super('This report was here, and has been taken out.');
    this.name = 'GoneError';
  }
}
