/** Which presses and submissions send a text out, and of which fields. */
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { judgeLabel } from '../../src/model/reuse/publish-words.ts';
import { concerns, readPublishing } from '../../src/page/reuse/read-publishing.ts';

describe('the words of a button', () => {
  it.each([
    'Publish',
    'Post comment',
    '  Send\n reply ',
    'Update',
    'Submit',
    'Schedule…',
    'Опубликовать',
    'Отправить',
    'Надіслати',
    'Veröffentlichen',
    'Absenden',
    'Publier',
    'Mettre à jour',
    'Publicar',
    'Opublikuj',
    'Yayınla',
    'Жариялау',
    'Жарыялоо',
    'Нашр кардан',
    'Nashr qilish',
    'نشر',
  ])('%s: publishes', (label) => expect(judgeLabel(label)).toBe('publish'));

  it.each([
    'Save draft',
    'Preview',
    'Cancel',
    'Delete post',
    'New post',
    'Search',
    'Сохранить черновик',
    'Entwurf speichern',
    'Enregistrer le brouillon',
    'Taslağı kaydet',
    'حفظ مسودة',
  ])('%s: something else', (label) => expect(judgeLabel(label)).toBe('else'));

  it.each([
    '',
    'Save',
    'OK',
    'Bold',
    'Posts',
    'Republicans',
    'Senders',
    'Post your views on how the council of the town ought to publish its minutes',
  ])('%s: not told', (label) => expect(judgeLabel(label)).toBeNull());
});

const PAGE = `
<form id="own"><textarea id="field"></textarea>
  <button id="submit">Go</button><button id="draft">Save draft</button>
  <button id="plain" type="button">Bold</button><button id="said" type="button">Post</button>
  <button id="off" disabled>Publish</button><button id="menu" aria-haspopup="menu">Publish</button>
  <input id="input" type="submit" value="Publish"><button id="reset" type="reset">Reset</button>
  <div id="role" role="button"><span id="inner">Publish</span></div></form>
<button id="by-id" form="own">Go</button>
<form id="search" role="search"><button id="find">Send</button></form>
<form id="other"><button id="letter">Send</button><button id="go">Go</button></form>
<div id="rich" contenteditable></div>
<button id="free">Publish</button><button id="free-else">Bold</button>
<button id="panel" class="editor-post-publish-button">✓</button>
<button id="toggle" aria-expanded="false">Publish</button>`;

function press(id: string) {
  const { window } = new JSDOM(PAGE);
  const { document } = window;
  const find = (css: string) => {
    const found = document.querySelector(css);
    if (found === null) throw new Error(`no ${css}`);
    return found;
  };
  const seen: { publishing: ReturnType<typeof readPublishing> }[] = [];
  window.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      seen.push({ publishing: readPublishing(event) });
    },
    true,
  );
  find(id).dispatchEvent(new window.MouseEvent('click', { bubbles: true, composed: true }));
  const publishing = seen[0]?.publishing ?? null;
  return {
    publishing,
    inForm: publishing !== null && concerns(publishing, [find('#field')]),
    formless: publishing !== null && concerns(publishing, [find('#rich')]),
  };
}

describe('a press', () => {
  it.each([
    ['#submit', true, false],
    ['#by-id', true, false],
    // What says that it publishes means what stands in no form as well.
    ['#said', true, true],
    ['#input', true, true],
    ['#inner', true, true],
    // In no form: of the page, whatever its editors stand in.
    ['#free', true, true],
    ['#panel', true, true],
    // Of a form that is another's: of what stands in none.
    ['#letter', false, true],
    ['#find', false, false],
    ['#go', false, false],
  ])('%s: of a field in the form %s, of one without %s', (id, inForm, formless) => {
    const pressed = press(id);
    expect(pressed).toMatchObject({ inForm, formless });
    expect(pressed.publishing).not.toBeNull();
  });

  it.each(['#draft', '#plain', '#off', '#menu', '#reset', '#free-else', '#toggle', '#field'])(
    '%s: publishes nothing',
    (id) => expect(press(id).publishing).toBeNull(),
  );
});

describe('a submission', () => {
  const submit = (by: string | null) => {
    const { window } = new JSDOM(PAGE);
    const { document } = window;
    const form = document.querySelector('form');
    const submitter = by === null ? null : document.querySelector<HTMLElement>(by);
    let publishing: ReturnType<typeof readPublishing> = null;
    window.addEventListener(
      'submit',
      (event) => {
        publishing = readPublishing(event);
      },
      true,
    );
    form?.dispatchEvent(new window.SubmitEvent('submit', { bubbles: true, submitter }));
    return publishing;
  };

  it.each([
    [null, { isSaid: false }],
    ['#submit', { isSaid: false }],
    ['#input', { isSaid: true }],
  ])('by %s publishes', (by, expected) => expect(submit(by)).toMatchObject(expected));

  it('by a button for drafts does not', () => expect(submit('#draft')).toBeNull());
});
