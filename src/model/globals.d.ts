// What every environment that runs the model has (pages, workers, Node), and nothing more: the model
// compiles without the DOM's types, so that `document` in it is an error.
declare class URL {
  constructor(url: string, base?: string | URL);
  static canParse(url: string, base?: string | URL): boolean;
  hash: string;
  host: string;
  hostname: string;
  href: string;
  readonly origin: string;
  pathname: string;
  port: string;
  protocol: string;
  search: string;
  username: string;
  password: string;
  toString(): string;
}
