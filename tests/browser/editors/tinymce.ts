/** TinyMCE with the plugins of an ordinary newsroom, and its paste filters as they come. */
import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/plugins/image';
import 'tinymce/plugins/link';
import 'tinymce/plugins/lists';
import 'tinymce/plugins/table';
import 'tinymce/skins/content/default/content.js';
import 'tinymce/skins/ui/oxide/content.js';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/themes/silver';
import { findPlace, standReady } from './stand-ready.ts';

const [editor] = await tinymce.init({
  target: findPlace(HTMLElement),
  license_key: 'gpl',
  plugins: 'image link lists table',
  skin: 'oxide',
  content_css: 'default',
  // Addresses stay as they were pasted: a newsroom's pages are not where its editor is.
  convert_urls: false,
  promotion: false,
  menubar: false,
  height: 500,
});
if (editor === undefined) throw new Error('TinyMCE does not stand');
standReady({
  spot: '.tox-edit-area iframe',
  read: () => editor.getContent(),
  clear: () => void editor.setContent(''),
});
