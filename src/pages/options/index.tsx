/** The options' entry: joins the view to the browser. */
import { deliverySchema } from '../../model/outbox-entry.ts';
import { createOutboxStore } from '../../platform/outbox-store.ts';
import {
  createPageTranslate,
  listShortcuts,
  readLocale,
  readPlatform,
  sendToBackground,
} from '../../platform/page-runtime.ts';
import { changeSettings, loadPolicy, loadSettings } from '../../platform/settings-store.ts';
import { mount } from '../mount.tsx';
import './options.css';
import { Options } from './view.tsx';

const t = createPageTranslate();
const outbox = createOutboxStore();

async function listReports() {
  const lists = await Promise.all(deliverySchema.options.map((one) => outbox.listByDelivery(one)));
  return lists.flat();
}

mount(
  <Options
    loadSettings={loadSettings}
    changeSettings={async (change) => {
      const settings = await changeSettings(change);
      // They are saved by now: nobody has to wait until every tab has heard of it.
      void sendToBackground({ type: 'settings/changed' });
      return settings;
    }}
    loadPolicy={loadPolicy}
    listShortcuts={listShortcuts}
    readPlatform={readPlatform}
    countReports={async () => (await listReports()).length}
    deleteReports={async () => {
      for (const { canonical } of await listReports()) await outbox.remove(canonical);
    }}
  />,
  { t, locale: readLocale() },
  t('optionsTitle'),
);
