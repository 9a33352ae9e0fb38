/** The command that checks pages without a browser, run as a build runs it: its output, its status, and what it fetches. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditReportSchema } from '../../src/model/reuse/audit-report.ts';
import { sourceListSchema } from '../../src/model/reuse/source-list.ts';

const ROOT = join(import.meta.dirname, '../..');
const SOURCE = 'https://news.example/river';
const TERMS = 'When using our materials, an active link to the source is required.';
const write = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ');
const RIVER = write('river', 70);
const OWN = `<p>${write('own', 60)}</p>`;
const page = (body: string) =>
  `<!doctype html><html lang="en"><title>Own page</title><body>${OWN}${body}`;
const LINKED = page(`<p>${RIVER}</p><p><a href="${SOURCE}">River</a></p>`);
const UNLINKED = page(`<p>${RIVER}</p><img src="/picture.png"><script src="/script.js"></script>`);

let folder = '';
let list = '';
let origin = '';
const requests: string[] = [];
const answer: RequestListener = (request, response) => {
  const url = request.url ?? '';
  requests.push(url);
  const hop = /^\/hop\/(\d+)$/.exec(url);
  if (url === '/page') response.setHeader('content-type', 'text/html; charset=utf-8').end(UNLINKED);
  else if (url === '/old') {
    // Of a page in another encoding the words are known again.
    const latin = Buffer.from(page(`<p>${RIVER.replaceAll('river', 'rivière')}</p>`), 'latin1');
    response.setHeader('content-type', 'text/html; charset=iso-8859-1').end(latin);
  } else if (url === '/moved') response.writeHead(302, { location: '/page' }).end();
  else if (hop !== null) response.writeHead(302, { location: `/hop/${Number(hop[1]) + 1}` }).end();
  else if (url === '/elsewhere') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
  else if (url === '/picture.png') response.setHeader('content-type', 'image/png').end('picture');
  else response.writeHead(404).end();
};
const server = createServer(answer);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sic-audit-'));
  list = join(folder, 'sources.json');
  await writeFile(
    list,
    JSON.stringify({
      sources: [
        {
          url: SOURCE,
          title: 'River',
          publisher: 'The Post',
          language: 'en',
          terms: TERMS,
          text: RIVER,
        },
        {
          url: `${SOURCE}/2`,
          terms: TERMS,
          language: 'en',
          text: RIVER.replaceAll('river', 'rivière'),
        },
      ],
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  status: number | null;
  out: string;
  complaints: string;
}

function run(args: string[], stdin = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/audit/main.ts', ...args], { cwd: ROOT });
    const ended: Ended = { status: null, out: '', complaints: '' };
    child.stdout.on('data', (chunk) => {
      ended.out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      ended.complaints += chunk;
    });
    child.on('close', (status) => resolve({ ...ended, status }));
    child.stdin.end(stdin);
  });
}

async function save(name: string, html: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, html);
  return path;
}

async function runJson(args: string[], stdin?: string) {
  const { status, out } = await run([...args, '--sources', list, '--json'], stdin);
  return { status, report: v.parse(auditReportSchema, JSON.parse(out)) };
}

describe('the audit', () => {
  it('passes a page that links its source', async () => {
    const { status, report } = await runJson([await save('linked.html', LINKED)]);
    expect(report.pages[0]?.findings).toMatchObject([{ verdict: 'linked', faults: [] }]);
    expect(status).toBe(0);
  });

  it('fails one that does not, and says what is to be put in', async () => {
    const path = await save('unlinked.html', UNLINKED);
    const { status, report } = await runJson([path]);
    expect(status).toBe(1);
    expect(report.pages).toMatchObject([
      {
        page: path,
        title: 'Own page',
        failure: null,
        findings: [
          { verdict: 'missing', faults: ['link'], evidence: TERMS, source: { url: SOURCE } },
        ],
      },
    ]);
    expect(report.pages[0]?.findings[0]?.fix?.html).toContain(`href="${SOURCE}"`);
    const said = await run([path, '--sources', list]);
    expect(said.status).toBe(1);
    expect(said.out).toContain('MISSING');
    expect(said.out).toContain('there is no link to the source');
    expect(said.out).toContain(TERMS);
    expect(said.out).toMatch(/\nPages: 1\. Passages: 0 found, 0 linked, 1 missing, 0 wrong\.\n$/);
  });

  it('reads folders and standard input', async () => {
    const inner = join(folder, 'site', 'deep');
    await mkdir(inner, { recursive: true });
    await writeFile(join(inner, 'a.html'), LINKED);
    await writeFile(join(inner, '..', 'b.HTM'), UNLINKED);
    await writeFile(join(inner, 'c.txt'), UNLINKED);
    const { status, report } = await runJson([join(folder, 'site'), '-'], UNLINKED);
    expect(report.pages.map(({ page }) => page.replace(folder, ''))).toEqual([
      '/site/b.HTM',
      '/site/deep/a.html',
      '-',
    ]);
    expect(report.pages.map(({ findings }) => findings[0]?.verdict)).toEqual([
      'missing',
      'linked',
      'missing',
    ]);
    expect(status).toBe(1);
  });

  it('fetches the address that it was named, and nothing else', async () => {
    requests.length = 0;
    const { status, report } = await runJson([`${origin}/moved`]);
    expect(report.pages[0]?.findings).toMatchObject([{ verdict: 'missing' }]);
    expect(status).toBe(1);
    expect(requests).toEqual(['/moved', '/page']);
  });

  it('reads pages of other encodings', async () => {
    const { report } = await runJson([`${origin}/old`]);
    expect(report.pages[0]?.findings).toMatchObject([{ source: { url: `${SOURCE}/2` } }]);
    expect(report.pages[0]?.findings[0]?.opening).toContain('rivière');
  });

  it('says what cannot be read, and checks the rest', async () => {
    const inputs = ['/none', '/hop/1', '/elsewhere', '/picture.png'].map((path) => origin + path);
    const { status, report } = await runJson([
      ...inputs,
      join(folder, 'none.html'),
      await save('rest.html', UNLINKED),
    ]);
    expect(status).toBe(2);
    const failures = report.pages.map(({ failure }) => failure);
    expect(failures[0]).toContain('404');
    expect(failures[1]).toContain('redirects more than');
    expect(failures[2]).toContain('file:');
    expect(failures[3]).toContain('image/png');
    expect(failures[4]).toContain('no such file');
    expect(report.pages[5]?.findings).toHaveLength(1);
    expect(requests.filter((url) => url.startsWith('/hop'))).toHaveLength(6);
  });

  it('makes no words of a page steer a terminal', async () => {
    const steering = RIVER.replace('river1 ', 'river1 \u001b[2J\u202e ');
    const { out } = await run([
      await save('steering.html', page(`<p>${steering}</p>`)),
      '--sources',
      list,
    ]);
    expect(out).toContain('MISSING');
    expect(out).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  });

  it('takes any bytes for a page', async () => {
    const paths = await Promise.all(
      ['', '<', '<p>'.repeat(20_000), '\u0000\uffff', '<base href="::"><a href="http://[">'].map(
        (html, at) => save(`odd-${at}.html`, html),
      ),
    );
    const { status, report } = await runJson(paths);
    expect(report.pages.every(({ failure }) => failure === null)).toBe(true);
    expect(status).toBe(0);
  });
});

describe('the command', () => {
  it.each([
    [[], 'Name the pages'],
    [['a.html'], '--sources'],
    [['a.html', '--sources', 'x', '--what'], '--what'],
    [['a.html', '--sources', 'x', '--language', 'no language'], 'no language'],
    [['a.html', '--collect'], '--out'],
    [['a.html', '--sources', 'x', '--out', 'y'], '--collect'],
  ])('%j is wrong, and says why', async (args, why) => {
    const { status, complaints } = await run(args);
    expect(status).toBe(2);
    expect(complaints).toContain(why);
  });

  it.each([
    ['not json', 'JSON'],
    ['{"sources": [{"url": "ftp://a.example", "text": "a"}]}', 'sources.0.url'],
    [`{"sources": [{"url": "${SOURCE}"}]}`, 'sources.0'],
    [`{"sources": [{"url": "${SOURCE}", "text": "too short"}]}`, 'sources.0.text'],
    [`{"sources": [{"url": "${SOURCE}", "text": "${RIVER}", "titel": "a"}]}`, 'titel'],
  ])('says what is wrong with the list %s', async (text, why) => {
    const bad = await save('bad.json', text);
    const { status, complaints } = await run(['-', '--sources', bad], LINKED);
    expect(status).toBe(2);
    expect(complaints).toContain(why);
  });

  it('helps', async () => {
    expect(await run(['--help'])).toMatchObject({ status: 0, complaints: '' });
  });
});

describe('the list that is made of articles', () => {
  it('finds their text again, and holds none of it', async () => {
    const article = await save(
      'article.html',
      `<html lang="en"><head><title>River</title><link rel="canonical" href="${SOURCE}"></head>
       <body><article><h1>River</h1><p>${RIVER}</p><p>${write('bank', 70)}</p></article><footer>${TERMS}</footer>`,
    );
    const out = join(folder, 'made.json');
    const made = await run([article, await save('empty.html', ''), '--collect', '--out', out]);
    expect(made.status).toBe(2);
    expect(made.complaints).toContain('empty.html');
    const text = await readFile(out, 'utf8');
    expect(text).not.toContain('river1 river2');
    expect(v.parse(sourceListSchema, JSON.parse(text)).sources).toMatchObject([{ url: SOURCE }]);
    const { out: said } = await run([
      await save('again.html', UNLINKED),
      '--sources',
      out,
      '--json',
    ]);
    const { pages } = v.parse(auditReportSchema, JSON.parse(said));
    expect(pages[0]?.findings).toMatchObject([{ verdict: 'missing', evidence: TERMS }]);
    expect(pages[0]?.findings[0]?.share).toBeGreaterThan(0.4);
    expect(pages[0]?.findings[0]?.share).toBeLessThan(0.6);
  });
});
