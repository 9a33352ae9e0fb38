/** CKEditor 5 with the plugins of an ordinary newsroom. */
import {
  BlockQuote,
  Bold,
  ClassicEditor,
  Essentials,
  Heading,
  Image,
  ImageCaption,
  ImageInsertViaUrl,
  Italic,
  Link,
  List,
  Paragraph,
  PasteFromOffice,
  Table,
  TableCaption,
} from 'ckeditor5';
import { findPlace, standReady } from './stand-ready.ts';

const editor = await ClassicEditor.create({
  attachTo: findPlace(HTMLElement),
  licenseKey: 'GPL',
  plugins: [
    BlockQuote,
    Bold,
    Essentials,
    Heading,
    Image,
    ImageCaption,
    ImageInsertViaUrl,
    Italic,
    Link,
    List,
    Paragraph,
    PasteFromOffice,
    Table,
    TableCaption,
  ],
});
standReady({
  spot: '.ck-editor__editable',
  read: () => editor.getData(),
  clear: () => editor.setData(''),
});
