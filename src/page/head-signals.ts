/** What a page's metadata says about its kind. */
import { type JsonObject, readString, readTypes } from './json-ld.ts';
import { type Metadata, readMeta } from './metadata.ts';
import type { SignalName } from './signal-weights.ts';

const ARTICLE_TYPE = /(?:Article|BlogPosting|LiveBlogPosting|Recipe|Report)$/;
/** schema.org's types, by what they say of a page. */
const OTHER_TYPES: [SignalName, RegExp][] = [
  ['businessType', /^(?:Hotel|LocalBusiness|ProfessionalService|Restaurant|Service|Store)$/],
  ['eventType', /^(?:Course|Event|JobPosting)$/],
  ['faqType', /^FAQPage$/],
  ['forumType', /^(?:DiscussionForumPosting|QAPage)$/],
  ['listType', /^(?:CollectionPage|ItemList|SearchResultsPage)$/],
  ['productType', /^(?:AggregateOffer|Offer|Product|ProductGroup)$/],
  ['profileType', /^(?:AboutPage|ProfilePage)$/],
  ['softwareType', /^(?:MobileApplication|SoftwareApplication|WebApplication)$/],
];
const AUTHOR_METAS = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'byl',
];
const FORUM_SOFTWARE =
  /discourse|discuz|flarum|invision|mybb|nodebb|phpbb|smf|vanilla|vbulletin|xenforo/;
const DOCS_SOFTWARE =
  /asciidoctor|docusaurus|docutils|doxygen|gitbook|javadoc|mdbook|mkdocs|sphinx|starlight|vitepress/;
const SHOP_SOFTWARE = /bigcommerce|magento|opencart|prestashop|shopify|woocommerce/;

/** @param article the node that describes the page, if it is an article's */
export function listHeadSignals(metadata: Metadata, article: JsonObject | null): SignalName[] {
  const signals = new Set<SignalName>();
  const add = (name: SignalName, holds: boolean) => holds && signals.add(name);
  let articles = 0;
  for (const node of metadata.nodes) {
    for (const type of readTypes(node)) {
      if (ARTICLE_TYPE.test(type)) articles += 1;
      if (/NewsArticle$/.test(type)) signals.add('newsType');
      for (const [name, types] of OTHER_TYPES) add(name, types.test(type));
    }
  }
  add('articleType', articles > 0);
  add('manyArticles', articles >= 3);
  add('articleDate', articles > 0 && readString(article?.['datePublished']) !== null);
  add('articleAuthor', articles > 0 && article?.['author'] !== undefined);
  addOpenGraph(metadata, add);
  add('metaAuthor', readMeta(metadata, ...AUTHOR_METAS) !== null);
  add('scholarly', metadata.metas.has('citation_title'));
  add(
    'amp',
    metadata.links.some(({ rel }) => rel.includes('amphtml')),
  );
  const software = (readMeta(metadata, 'generator') ?? '').toLowerCase();
  add('forumSoftware', FORUM_SOFTWARE.test(software));
  add('docsSoftware', DOCS_SOFTWARE.test(software));
  add('shopSoftware', SHOP_SOFTWARE.test(software));
  return [...signals];
}

function addOpenGraph(metadata: Metadata, add: (name: SignalName, holds: boolean) => void): void {
  const type = (readMeta(metadata, 'og:type') ?? '').toLowerCase();
  add('ogArticle', type === 'article');
  add('ogWebsite', type === 'website');
  add('ogProduct', type.startsWith('product'));
}
