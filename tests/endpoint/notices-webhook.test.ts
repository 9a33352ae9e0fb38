/** What programs and chats receive, how they know whose it is, and where the endpoint does not go. */
import { createHmac } from 'node:crypto';
import type { LookupAddress } from 'node:dns';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { composeSlack } from '../../src/endpoint/notices/compose-slack.ts';
import { webhookPayloadSchema } from '../../src/endpoint/notices/compose-webhook.ts';
import { DeliveryError } from '../../src/endpoint/notices/delivery-error.ts';
import type { Notice, NoticeReport } from '../../src/endpoint/notices/notice.ts';
import {
  findUrlFault,
  postWebhook,
  readRetryAfter,
  type WebhookRequest,
} from '../../src/endpoint/notices/post-webhook.ts';
import { isPublicAddress, lookUpPublic } from '../../src/endpoint/notices/public-addresses.ts';
import { planRetry } from '../../src/endpoint/notices/retry-delay.ts';
import { mintWebhookSecret, signWebhook } from '../../src/endpoint/notices/sign-webhook.ts';
import { SITE } from './endpoint.ts';
import { addChannel, makeNotifier, report, startReceiver } from './notice-receivers.ts';
import { openFor, sqliteKind } from './stores.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

describe('a webhook', () => {
  test('is signed as Standard Webhooks has it, with one id for every repeat', async () => {
    const store = await openFor(await sqliteKind.makeAddress());
    const hook = await startReceiver();
    const secret = mintWebhookSecret();
    const key = Buffer.from(/^whsec_([A-Za-z\d+/]{43}=)$/.exec(secret)?.[1] ?? '', 'base64');
    expect(key).toHaveLength(32);
    await addChannel(store, { kind: 'webhook', target: hook.url, secret });
    const { canonical } = await report(store, { comment: 'Ünï — 👍' });
    const clock = { now: 1_800_000_000_999 };
    const notifier = makeNotifier(store, clock);
    hook.answer = { status: 500 };
    await notifier.runOnce();
    hook.answer = { status: 200, body: 'ok' };
    clock.now += DAY;
    await notifier.runOnce();
    const [one, other] = hook.received;
    if (one === undefined || other === undefined) throw new Error('it was not sent twice');
    expect(one.headers['webhook-id']).toMatch(/^msg_[\da-f-]{36}$/);
    expect(other.headers['webhook-id']).toBe(one.headers['webhook-id']);
    expect(other.body).toBe(one.body);
    expect(one.headers['webhook-timestamp']).toBe('1800000000');
    expect(other.headers['webhook-timestamp']).toBe('1800086400');
    for (const { headers, body } of [one, other]) {
      const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
      const digest = createHmac('sha256', key).update(Buffer.from(signed, 'utf8')).digest('base64');
      expect(headers['webhook-signature']).toBe(`v1,${digest}`);
      expect(headers['content-type']).toBe('application/json');
    }
    const payload = v.parse(webhookPayloadSchema, JSON.parse(one.body));
    expect(payload).toMatchObject({
      type: 'report.created',
      version: 1,
      data: { canonical, site: SITE, exact: 'recieved', correction: 'received', readers: 1 },
    });
  });

  test('has the signature of the specification’s own example', () => {
    // https://github.com/standard-webhooks/standard-webhooks, the libraries' test vector
    const body = '{"test": 2432232314}';
    const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    expect(signWebhook({ id, body, at: 1_614_265_330_000 }, secret)).toEqual({
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  async function post(url: string, changes: Partial<WebhookRequest> = {}): Promise<DeliveryError> {
    const { signal } = new AbortController();
    const request = {
      url,
      headers: {},
      body: '{}',
      allowPrivate: true,
      signal,
      now: 0,
      ...changes,
    };
    const failure: unknown = await postWebhook(request).then(
      () => null,
      (error: unknown) => error,
    );
    if (!(failure instanceof DeliveryError)) throw new Error(`it was sent, or: ${failure}`);
    return failure;
  }

  test.each([
    [301, false],
    [307, false],
    [400, false],
    [404, false],
    [410, true],
    [429, false],
    [500, false],
  ])('that is answered %d was not delivered (for good: %s)', async (status, isFinal) => {
    const hook = await startReceiver();
    hook.answer = {
      status,
      headers: { location: hook.url, 'retry-after': '120' },
      body: 'no\nway',
    };
    const failure = await post(hook.url);
    expect(failure).toMatchObject({ isFinal, retryAfter: 120_000 });
    expect(failure.message).toBe(`The receiver answered ${status}: no way`);
    expect(hook.received).toHaveLength(1);
  });

  test('waits no longer than its time for an answer, and keeps little of it', async () => {
    const hook = await startReceiver();
    hook.answer = { status: 200, hangs: true, body: 'x' };
    expect((await post(hook.url, { timeout: 200 })).message).toMatch(/in time/);
    hook.answer = { status: 500, hangs: true, body: 'é'.repeat(100_000) };
    const { message } = await post(hook.url);
    expect(message.length).toBeLessThan(320);
    expect(message.isWellFormed()).toBe(true);
  });

  test('leaves a receiver alone for as long as it asks', async () => {
    const store = await openFor(await sqliteKind.makeAddress());
    const hook = await startReceiver();
    await addChannel(store, { kind: 'webhook', target: hook.url, secret: 'whsec_AAAA' });
    await report(store);
    const clock = { now: 1_800_000_000_000 };
    const notifier = makeNotifier(store, clock);
    hook.answer = { status: 429, headers: { 'retry-after': '7200' } };
    await notifier.runOnce();
    await report(store);
    for (const wait of [MINUTE, 58 * MINUTE, 60 * MINUTE]) {
      clock.now += wait;
      await notifier.runOnce();
    }
    expect(hook.received).toHaveLength(1);
    hook.answer = { status: 204 };
    clock.now += MINUTE;
    await notifier.runOnce();
    expect(hook.received).toHaveLength(3);
  });

  test('one that cannot be taken does not keep the others', async () => {
    const store = await openFor(await sqliteKind.makeAddress());
    const hook = await startReceiver();
    await addChannel(store, { kind: 'webhook', target: hook.url, secret: 'whsec_AAAA' });
    const clock = { now: 1_800_000_000_000 };
    const notifier = makeNotifier(store, clock);
    await report(store);
    hook.answer = { status: 400 };
    for (let i = 0; i < 20; i += 1) {
      await notifier.runOnce();
      clock.now += 30 * MINUTE;
    }
    hook.answer = { status: 204 };
    hook.received.length = 0;
    await report(store);
    clock.now += 2 * MINUTE;
    await notifier.runOnce();
    expect(hook.received.length).toBeGreaterThan(0);
  });
});

describe('without leave, a webhook goes to public addresses by https alone', () => {
  test.each([
    ...['http://example.org/', 'ftp://example.org/', 'https://127.0.0.1/', 'https://[::1]/', 'x'],
    ...['https://10.1.2.3/', 'https://169.254.169.254/latest', 'https://2130706433/', 'https://0/'],
    ...[
      'https://[::ffff:127.0.0.1]/',
      'https://[fd00::1]/',
      'https://[fe80::1]/',
      'https://0x7f.1/',
    ],
    ...['https://a:b@example.org/', 'https://[64:ff9b::7f00:1]/', 'https://[2002:7f00:1::]/'],
  ])('not to %s', (url) => expect(findUrlFault(url, false)).not.toBeNull());

  test.each(['https://example.org/x?y', 'https://93.184.216.34/', 'https://[2606:2800:220:1::1]/'])(
    'but to %s',
    (url) => expect(findUrlFault(url, false)).toBeNull(),
  );

  test('nor by a name that leads elsewhere', async () => {
    const found = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      lookUpPublic('localhost', { all: true }, (error: NodeJS.ErrnoException | null) =>
        resolve(error),
      );
    });
    expect(found?.name).toBe('PrivateAddressError');
    const { signal } = new AbortController();
    const request = { url: 'https://localhost:1/', headers: {}, body: '', signal, now: 0 };
    await expect(postWebhook({ ...request, allowPrivate: false })).rejects.toThrow(
      'localhost has no public address',
    );
  });

  test('no address of a private network is public, and none is both', () => {
    const nets = [[10], [127], [0], [192, 168], [169, 254], [172, 16], [172, 31], [100, 64], [224]];
    fc.assert(
      fc.property(fc.constantFrom(...nets), fc.ipV4(), (net, address) => {
        const inside = [...net, ...address.split('.').slice(net.length)].join('.');
        expect(isPublicAddress(inside)).toBe(false);
        expect(isPublicAddress(`::ffff:${inside}`)).toBe(false);
      }),
    );
    for (const open of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.169.0.1', '2a00:1450::1']) {
      expect(isPublicAddress(open)).toBe(true);
    }
    const odd: LookupAddress['address'][] = ['', 'localhost', '127.1', '::', '8.8.8.8 '];
    expect(odd.filter(isPublicAddress)).toEqual([]);
  });
});

describe('the next attempt', () => {
  test('comes later each time, within a day, and not before the receiver wants it', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.option(fc.integer({ min: 0, max: DAY })),
        (attempts, random, retryAfter) => {
          const plan = (n: number) =>
            planRetry({ attempts: n, createdAt: 0, at: 1_000, retryAfter, random }) ?? -1;
          expect(plan(attempts) - 1_000).toBeGreaterThanOrEqual(Math.max(5_000, retryAfter ?? 0));
          expect(plan(attempts) - 1_000).toBeLessThanOrEqual(DAY);
          expect(plan(attempts + 1)).toBeGreaterThanOrEqual(plan(attempts));
        },
      ),
    );
  });

  test('is not given up because a clock jumped ahead', () => {
    const late = { createdAt: 0, at: 400 * DAY, retryAfter: null, random: 0 };
    expect(planRetry({ ...late, attempts: 0 })).not.toBeNull();
    expect(planRetry({ ...late, attempts: 20 })).toBeNull();
  });

  test.each([
    ['5', 5_000],
    ['999999999', DAY],
    ['Thu, 01 Jan 1970 00:01:00 GMT', 60_000],
    ['Wed, 31 Dec 1969 00:00:00 GMT', 0],
    ['soon', null],
    ['-5', expect.anything()],
    [undefined, null],
  ])('Retry-After: %s', (header, wait) => {
    const read = readRetryAfter(header, 0);
    if (header === '-5') expect(read === null || read >= 0).toBe(true);
    else expect(read).toBe(wait);
  });
});

describe('a chat', () => {
  const make = (changes: Partial<NoticeReport>): Notice => ({
    ...{ type: 'report', site: SITE, at: 1, queueUrl: null },
    report: {
      ...{ canonical: 'urn:x', source: `https://${SITE}/a`, scope: '', kind: 'fact', exact: 'a' },
      ...{ prefix: '', suffix: '', correction: 'b', comment: '', createdAt: 1, site: SITE },
      ...{ state: 'new', receivedAt: 1, readers: 1, edited: '' },
      placeUrl: `https://${SITE}/a?x=1&y=|z`,
      reviewUrl: 'https://sic.example/#report=urn%3Ax&site=x',
      ...changes,
    },
  });
  const nasty = fc
    .array(
      fc.oneof(
        fc.constantFrom('<!channel>', '<@U1>', '@here', '[x](http://e)', '<', '&', '`'),
        fc.string(),
      ),
    )
    .map((parts) => parts.join(' '));

  test('calls nobody and shows no link but Sic’s, whatever a reader writes', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (exact, correction, comment) => {
        const { text, blocks } = composeSlack(make({ exact, correction, comment }), 'en');
        expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)|@(?!\u2060)|\]\(/);
        expect(text.length).toBeLessThan(4_000);
        for (const { text: object } of blocks) {
          expect(object.text.length).toBeLessThanOrEqual(3_000);
          if (object.type === 'plain_text') continue;
          expect(object.text).toBe(
            `<https://${SITE}/a?x=1&amp;y=%7Cz|Article> · ` +
              '<https://sic.example/#report=urn%3Ax&amp;site=x|Open the report>',
          );
        }
      }),
    );
  });

  test('takes the longest report, and the longest digest', () => {
    const long = '👩‍👩‍👧‍👦'.repeat(3_000);
    const notice = make({
      exact: long,
      correction: long,
      comment: long,
      prefix: long,
      suffix: long,
    });
    if (notice.type !== 'report') throw new Error('it is another');
    const newest = Array.from({ length: 10 }, () => notice.report);
    const { blocks } = composeSlack(
      {
        ...notice,
        type: 'digest',
        reports: 999,
        places: 99,
        newest,
        queueUrl: 'https://s.example/',
      },
      'ar',
    );
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(Math.max(...blocks.map(({ text }) => text.text.length))).toBeLessThanOrEqual(3_000);
    expect(blocks.at(-1)?.text.text).toMatch(/^<https:\/\/s\.example\/\|/);
  });

  test('is told what a program is, unsigned', async () => {
    const store = await openFor(await sqliteKind.makeAddress());
    const hook = await startReceiver();
    await addChannel(store, { kind: 'slack', target: hook.url });
    await report(store);
    await makeNotifier(store, { now: 1_800_000_000_000 }).runOnce();
    const [{ headers, body } = { headers: {}, body: '{}' }] = hook.received;
    expect(JSON.parse(body).text).toMatch(`${SITE}: recieved → received`);
    expect(Object.keys(headers).filter((name) => name.startsWith('webhook'))).toEqual([]);
  });
});
