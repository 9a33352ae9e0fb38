// What is used of text-fragments-polyfill, which carries no types.
declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  export function generateFragment(selection: Selection): {
    /** 0: success */
    status: number;
    fragment?: { textStart: string; textEnd?: string; prefix?: string; suffix?: string };
  };
}
