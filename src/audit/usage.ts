/** What the command takes, in words. */
export const USAGE = `usage: npm run audit -- FILE-or-URL… --sources FILE [--json] [--commercial] [--language TAG]
       npm run audit -- FILE-or-URL… --collect --out FILE

Says of each page which of its passages are from the sources of a list, and whether they carry what those ask for.
Nothing is fetched but the addresses that are named here.

  FILE-or-URL     a saved page; a folder, for all .html and .htm files in it; an http(s) address; - for standard input
  --sources FILE  the list of sources, as JSON (docs/reuse.md says what stands in it)
  --json          prints one JSON object for programs
  --commercial    what is published is commercial
  --language TAG  of the words around a source that is to be put in, where the source's own language has none
  --collect       makes a list of sources from the pages, which are articles
  --out FILE      where that list is written

Exit status: 0 nothing is missing or wrong, 1 something is, 2 an input could not be read, or the command was wrong.
`;
