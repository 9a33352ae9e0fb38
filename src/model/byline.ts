/** Names of authors as people write them, freed of what bylines put around them. */

const PREFIX =
  /^(written by|reported by|by|von|par|por|di|door|av|af|przez|yazan|autor(?:in)?|auteur|autore|authors?|text|words|автор(?:ы|и)?|текст|муаллиф|муаллифлар|автору|авторлор)(?:\s*[:：]\s*|\s+)/iu;
const ROLE =
  /(?:\s*[,|–—]|\s-)\s*(?:[\p{L}.'’ ]*\s)?(?:reporter|correspondent|editor|writer|columnist|journalist|contributor|staff|redakteur(?:in)?|корреспондент|редактор|журналист)(?!\p{L}).*$/iu;
const NO_NAME =
  /^(admin(istrator)?|editor(ial)?( team)?|staff|redaktion|редакция|unknown|author)$/iu;
const NAME_LIMIT = 80;

/** @returns the names in a byline, without "By", roles, links and repeats, in their order */
export function cleanAuthors(bylines: string[]): string[] {
  const names = bylines.flatMap(splitByline).map(cleanName).filter(isName);
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    return seen.has(key) ? false : seen.add(key);
  });
}

function splitByline(byline: string): string[] {
  return byline
    .slice(0, 1000)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(PREFIX, '')
    .replace(ROLE, '')
    .split(/\s*(?:[,;|·•]|\s(?:and|und|et|y|e|и|та|және|жана|ва|ve|i|&)\s)\s*/iu);
}

function cleanName(name: string): string {
  return name
    .replace(PREFIX, '')
    .replace(/^[\s.:@–—-]+|[\s:–—-]+$/gu, '')
    .trim();
}

function isName(name: string): boolean {
  return (
    name.length > 1 &&
    name.length <= NAME_LIMIT &&
    /\p{L}/u.test(name) &&
    !/https?:|www\.|@|\d{2}/iu.test(name) &&
    !NO_NAME.test(name) &&
    name.split(' ').length <= 6
  );
}
