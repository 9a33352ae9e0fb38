/** The verdicts that a page gives of itself: its og:type, and its JSON-LD, as simply as people check them. */

const ARTICLE = /(Article|BlogPosting|Report)$/;
const DEPTH = 6;

export function saysOgArticle(document: Document): boolean {
  const meta = document.querySelector('meta[property="og:type" i], meta[name="og:type" i]');
  return /^article/i.test(meta?.getAttribute('content')?.trim() ?? '');
}

export function saysJsonLdArticle(document: Document): boolean {
  const scripts = document.querySelectorAll('script[type="application/ld+json" i]');
  return [...scripts].some((script) => {
    try {
      return holdsArticle(JSON.parse(script.textContent ?? ''), DEPTH);
    } catch {
      return false; // broken JSON says nothing
    }
  });
}

function holdsArticle(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null || depth === 0) return false;
  if (Array.isArray(value)) return value.some((one) => holdsArticle(one, depth - 1));
  const types: unknown[] = '@type' in value ? [value['@type']].flat() : [];
  if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) return true;
  return '@graph' in value && holdsArticle(value['@graph'], depth - 1);
}
