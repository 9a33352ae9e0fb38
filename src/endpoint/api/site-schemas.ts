/** What the editors' API takes and gives of what editors set for sites. */
import * as v from 'valibot';
import { type EditLinkFault, findTemplateFault, LONGEST_EDIT_LINK } from '../../model/edit-link.ts';
import { HOST_LIMIT } from '../sites.ts';
import { storableText } from '../validation.ts';

const FAULTS: Record<EditLinkFault, string> = {
  'too-long': `must have ${LONGEST_EDIT_LINK} characters at most`,
  'not-a-url': 'must be an absolute URL without spaces',
  'not-https': 'must begin with https://; http:// is for the machine itself alone',
  credentials: 'must hold no name and no password',
  'unknown-placeholder': 'has an unknown placeholder',
  brace: 'has a brace without its partner',
  'placeholder-in-host':
    'may have {host} at the end of the server’s name, and no other placeholder there',
};

const editLinkSchema = v.pipe(
  storableText,
  v.check(
    (template) => template === '' || findTemplateFault(template) === null,
    ({ input }) => FAULTS[findTemplateFault(input) ?? 'not-a-url'],
  ),
  v.description(
    'template of the address at which an article is edited, with {url}, {host}, {path}, {slug}, {words} or {id} of the ' +
      'article’s URL; empty for none',
  ),
);

const heldEntries = {
  site: v.pipe(v.string(), v.description('host name')),
  editLink: editLinkSchema,
  publishes: v.pipe(v.boolean(), v.description('whether the notes of its editors are public')),
};

export const siteInputSchema = v.object({
  editLink: v.nullable(editLinkSchema),
  publishes: v.nullable(heldEntries.publishes),
});

/** What holds for a site, what of it is its own, and what would hold without that. */
export const siteItemSchema = v.object({
  ...heldEntries,
  own: v.pipe(siteInputSchema, v.description('what is set for the site itself')),
  above: v.pipe(
    v.nullable(v.object(heldEntries)),
    v.description(
      'what holds for the nearest site above that has something of its own, or else for the token’s; null where there is none',
    ),
  ),
});

export const siteListSchema = v.object({ items: v.array(siteItemSchema) });

export const siteParamsSchema = v.object({
  site: v.pipe(storableText, v.maxLength(HOST_LIMIT)),
});
