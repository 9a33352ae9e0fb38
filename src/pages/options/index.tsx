/** The options' entry: joins the view to the browser. */
import { createOutboxStore } from '../../platform/outbox-store.ts';
import {
  createPageTranslate,
  listShortcuts,
  readLocale,
  readPlatform,
} from '../../platform/page-runtime.ts';
import { loadPolicy, loadSettings } from '../../platform/settings-store.ts';
import { changeAndTell } from '../change-and-tell.ts';
import { mount } from '../mount.tsx';
import './options.css';
import { Options } from './view.tsx';

const t = createPageTranslate();
const outbox = createOutboxStore();

mount(
  <Options
    loadSettings={loadSettings}
    changeSettings={changeAndTell}
    loadPolicy={loadPolicy}
    listShortcuts={listShortcuts}
    readPlatform={readPlatform}
    countReports={outbox.count}
    deleteReports={outbox.clear}
  />,
  { t, locale: readLocale() },
  t('optionsTitle'),
);
