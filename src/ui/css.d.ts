// Style sheets that go into a shadow root are imported as their text.
declare module '*.css' {
  const text: string;
  export default text;
}
