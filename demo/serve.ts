/** The demonstration for people: serves both ends, says where everything is, and opens a browser on it. */
import { join, resolve } from 'node:path';
import type { DemoCommand } from './arguments.ts';
import { startEditors } from './editors.ts';
import { startNewsroom } from './newsroom.ts';
import { createShutdown } from './shutdown.ts';
import { openVisibleBrowser } from './visible-browser.ts';

const PORT = 8787;

/** Resolves when everything stands; it serves on until the process is told to end. */
export async function serveDemo(command: Extract<DemoCommand, { name: 'serve' }>): Promise<void> {
  const { browser } = command;
  const directory = resolve(command.directory);
  const shutdown = createShutdown();
  shutdown.listen();
  shutdown.followNpm();
  try {
    const port = command.port ?? PORT;
    const editors = await startEditors({ directory, port, mayMove: command.port === null });
    shutdown.add(editors.close);
    const newsroom = await startNewsroom({
      endpoint: editors.annotations,
      port: port === 0 ? 0 : port + 1,
    });
    shutdown.add(newsroom.close);
    const token = await editors.grantToken(newsroom.site);

    console.log('\nThe newsroom, with mistakes to report:');
    for (const { language, url } of newsroom.articles)
      console.log(`  ${language.padEnd(12)}${url}`);
    console.log(`Its editors’ endpoint:\n  ${editors.annotations}`);
    console.log(`The editors’ review:\n  ${editors.url}\n  sign in with the token ${token}`);
    console.log(`What is stored stays in:\n  ${directory}`);
    console.log(
      '\nAs a reader: select a mistake in an article and press Ctrl+Enter (Cmd+Enter on a Mac), or\n' +
        'copy a sentence and paste it elsewhere. As an editor: open the review.\n',
    );

    if (browser === null) {
      console.log(`Open ${newsroom.first} in a browser that has the extension.`);
    } else {
      const opened = await openVisibleBrowser({
        name: browser,
        url: newsroom.first,
        profile: join(directory, `profile-${browser}`),
      });
      if (opened.ok) shutdown.add(opened.close);
      else console.log(opened.message);
      // Puppeteer listens as well, and would end the process before the endpoint has closed.
      shutdown.listen();
    }
    console.log('Serving until Ctrl+C.');
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}
