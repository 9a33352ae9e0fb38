/** Where what the popup says of the page comes from: of each field what was believed, and what else the page says. */
import type { Origins as PageOrigins, Statement } from '../../model/source.ts';
import { useWords } from '../../ui/words.ts';

const FIELDS = [
  ['title', 'fieldTitle'],
  ['authors', 'fieldAuthors'],
  ['publisher', 'fieldPublisher'],
  ['published', 'fieldPublished'],
  ['modified', 'fieldModified'],
  ['url', 'fieldAddress'],
  ['language', 'fieldLanguage'],
  ['license', 'fieldLicense'],
] as const;
const MOST_SHOWN = 4;

export function Origins({ origins }: { origins: PageOrigins }) {
  const { t } = useWords();
  const stated = FIELDS.filter(([field]) => origins[field].length > 0);
  if (stated.length === 0) return null;
  return (
    <details class="origins">
      <summary>{t('popupOrigins')}</summary>
      <dl>
        {stated.map(([field, label]) => (
          <div key={field}>
            <dt>{t(label)}</dt>
            {listValues(origins[field]).map(([value, places]) => (
              <dd key={value}>
                <span dir="auto">{value}</span> <span class="quiet">{places.join(', ')}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Each value once, with the places that state it; the believed first. */
function listValues(statements: Statement[]): [value: string, places: string[]][] {
  const places = new Map<string, string[]>();
  for (const { from, value } of statements) {
    const known = places.get(value);
    if (known === undefined) places.set(value, [from]);
    else known.push(from);
  }
  return [...places].slice(0, MOST_SHOWN);
}
