// No types of its own come with it.
declare module 'jsdom' {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(
      html: Uint8Array,
      options: { url?: string; contentType?: string; virtualConsole?: VirtualConsole },
    );
    readonly window: Window;
  }
}
