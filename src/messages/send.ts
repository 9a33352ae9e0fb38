/**
 * The asking side: sends a command through whatever carries it and parses the reply before anyone
 * believes it. Never throws: a context that is gone (the extension was updated, the tab was closed)
 * is a failure with a code like any other.
 */
import * as v from 'valibot';
import { describeFaults, parse } from '../model/annotation.ts';
import { FAILURE_CODES, fail, type Result, succeed } from '../model/result.ts';

const envelopeSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), code: v.picklist(FAILURE_CODES), detail: v.string() }),
]);

/** Carries a command to the other context and brings back whatever it answers. */
export type Carry = (command: unknown) => Promise<unknown>;

/** @returns `send(command)`: the parsed reply to it, typed by the command's type */
export function createSend<
  Command extends { type: string },
  Replies extends Record<Command['type'], v.GenericSchema>,
>(carry: Carry, replies: Replies) {
  return async <T extends Command['type']>(
    command: Extract<Command, { type: T }>,
  ): Promise<Result<v.InferOutput<Replies[T]>>> => {
    let answer: unknown;
    try {
      answer = await carry(command);
    } catch (error) {
      return fail('no-answer', String(error));
    }
    const envelope = parse(envelopeSchema, answer);
    if (!envelope.ok) return fail('no-answer', describeFaults(envelope.faults));
    if (!envelope.value.ok) return envelope.value;
    const schema: Replies[T] = replies[command.type as T];
    const value = parse(schema, envelope.value.value);
    return value.ok ? succeed(value.value) : fail('no-answer', describeFaults(value.faults));
  };
}
