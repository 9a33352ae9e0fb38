import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readNativeForm, readNativePlace } from '../../src/page/native-form.ts';

const PAGE = 'https://www.bay.example/2026/storm/';
const DIALOG =
  '<div id="mistape_dialog" data-mode="confirm" data-dry-run="0"><a data-action="send" data-id="42"></a></div>';
const MIXTAPE =
  '<div id="mixtape_dialog" data-nonce="a1b2c3" data-mode="comment"><a data-action="send" data-id="x"></a></div>';

function parsePage(body: string, url = PAGE): Document {
  const { document } = parseHTML(`<!doctype html><html><body>${body}</body></html>`);
  Object.defineProperty(document, 'URL', { value: url });
  Object.defineProperty(document, 'baseURI', { value: url });
  return document;
}

const data = (address: string, name = 'decoMistape') =>
  `<script>/* <![CDATA[ */\nvar ${name} = {"ajaxurl":${JSON.stringify(address).replaceAll('/', '\\/')}};\n/* ]]> */</script>`;
const read = (body: string, url?: string) => readNativeForm(parsePage(body, url))?.action ?? null;

describe('the form of a site’s own reporter', () => {
  it.each<[string, string, string]>([
    [
      'is where the script data says',
      data('https://www.bay.example/wp-admin/admin-ajax.php'),
      'https://www.bay.example/wp-admin/admin-ajax.php',
    ],
    [
      'in its older name',
      data('https://www.bay.example/x/wp-admin/admin-ajax.php', 'mistape_args'),
      'https://www.bay.example/x/wp-admin/admin-ajax.php',
    ],
    [
      'with a language of its own',
      data('https://www.bay.example/wp-admin/admin-ajax.php?lang=uk#a'),
      'https://www.bay.example/wp-admin/admin-ajax.php?lang=uk',
    ],
    [
      'relative to the page',
      data('/wp-admin/admin-ajax.php'),
      'https://www.bay.example/wp-admin/admin-ajax.php',
    ],
    [
      'beside the plugins, where the data is gone',
      '<script src="/blog/wp-content/plugins/mistape/assets/js/mistape-front.js?ver=1"></script>',
      'https://www.bay.example/blog/wp-admin/admin-ajax.php',
    ],
  ])('%s', (_what, scripts, action) => {
    expect(readNativeForm(parsePage(DIALOG + scripts))).toEqual({ reporter: 'mistape', action });
  });

  it('is Mixtape’s where its dialog has a nonce', () => {
    const scripts = data('/wp-admin/admin-ajax.php', 'MixtapeLocalize');
    expect(readNativeForm(parsePage(MIXTAPE + scripts))?.reporter).toBe('mixtape');
    expect(read(MIXTAPE.replace('a1b2c3', '') + scripts)).toBeNull();
  });

  it.each<[string, string]>([
    ['of another origin', DIALOG + data('https://evil.example/wp-admin/admin-ajax.php')],
    [
      'of another origin, whatever else is there',
      `${DIALOG}${data('//evil.example/x')}<script src="/wp-content/plugins/mistape-front.js"></script>`,
    ],
    ['of another scheme', DIALOG + data('http://www.bay.example/wp-admin/admin-ajax.php')],
    ['of another port', DIALOG + data('https://www.bay.example:444/wp-admin/admin-ajax.php')],
    ['that is a script', DIALOG + data('javascript:alert(1)')],
    ['with a password', DIALOG + data('https://a:b@www.bay.example/wp-admin/admin-ajax.php')],
    [
      'beside another site’s plugins',
      `${DIALOG}<script src="//cdn.example/wp-content/plugins/mistape/mistape-front.js"></script>`,
    ],
    ['without a dialog', `<p class="mistape_caption">x</p>${data('/wp-admin/admin-ajax.php')}`],
    [
      'of a preview',
      DIALOG.replace('data-dry-run="0"', 'data-dry-run="1"') + data('/wp-admin/admin-ajax.php'),
    ],
    [
      'in words about it',
      `${DIALOG}<p>var decoMistape = {"ajaxurl":"/wp-admin/admin-ajax.php"}</p>`,
    ],
    [
      'of another name',
      DIALOG + data('/a.php', 'notdecoMistape') + data('/a.php', 'x.decoMistape'),
    ],
    ['in broken data', `${DIALOG}<script>var decoMistape = {"ajaxurl":"\\u00zz"}</script>`],
  ])('is none %s', (_what, body) => {
    expect(read(body)).toBeNull();
  });

  it.each(['about:srcdoc', 'file:///a.html', 'data:text/html,x', ''])('is none at %s', (url) => {
    expect(read(DIALOG + data('/wp-admin/admin-ajax.php'), url)).toBeNull();
  });

  it('is never anywhere else, whatever the data says', () => {
    const anything = fc.oneof(fc.webUrl(), fc.string(), fc.stringMatching(/^[/\\@:.?#a-z]{0,30}$/));
    fc.assert(
      fc.property(anything, anything, (address, src) => {
        const tag = `<script src="${src.replace(/["<&]/g, '')}/wp-content/plugins/mistape-front.js"></script>`;
        for (const body of [DIALOG + data(address.replaceAll('<', '')), DIALOG + tag]) {
          const action = read(body);
          if (action !== null) expect(new URL(action).origin).toBe('https://www.bay.example');
        }
      }),
    );
  });

  it('is read in bounded time from a page of nothing but scripts', () => {
    const script = `<script>${'decoMistape = {"ajaxurl": "\\\n'.repeat(7_000)}</script>`;
    expect(read(DIALOG + script.repeat(50))).toBeNull();
  });
});

describe('what the page adds', () => {
  it('is the post’s id, and Mixtape’s nonce', () => {
    expect(readNativePlace(parsePage(DIALOG), 'mistape')).toEqual({ postId: '42', nonce: null });
    expect(readNativePlace(parsePage(MIXTAPE), 'mixtape')).toEqual({
      postId: null,
      nonce: 'a1b2c3',
    });
    expect(readNativePlace(parsePage(''), 'mixtape')).toEqual({ postId: null, nonce: null });
  });
});
