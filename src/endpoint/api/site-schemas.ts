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

export const siteItemSchema = v.object({
  site: v.pipe(v.string(), v.description('host name')),
  editLink: editLinkSchema,
  publishes: v.pipe(v.boolean(), v.description('whether the notes of its editors are public')),
});

export const siteListSchema = v.object({ items: v.array(siteItemSchema) });

export const siteParamsSchema = v.object({
  site: v.pipe(storableText, v.maxLength(HOST_LIMIT)),
});

export const siteInputSchema = v.pick(siteItemSchema, ['editLink', 'publishes']);
