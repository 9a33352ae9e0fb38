/**
 * The answering side: a table of handlers, one a command. What is no command of this direction is
 * refused before any handler sees it, and what a handler throws becomes an answer.
 */
import type * as v from 'valibot';
import { describeFaults, parse } from '../model/annotation.ts';
import { fail, type Result } from '../model/result.ts';

type Handlers<Command extends { type: string }, Context> = {
  [T in Command['type']]: (
    command: Extract<Command, { type: T }>,
    context: Context,
  ) => Promise<Result<unknown>>;
};

/** @returns `dispatch(input, context)`: the handler's answer, or why there is none; never throws */
export function createDispatch<S extends v.GenericSchema<unknown, { type: string }>, Context>(
  schema: S,
  handlers: Handlers<v.InferOutput<S>, Context>,
) {
  return async (input: unknown, context: Context): Promise<Result<unknown>> => {
    const parsed = parse(schema, input);
    if (!parsed.ok) {
      return fail('bad-request', describeFaults(parsed.faults));
    }
    const command = parsed.value;
    const handle = handlers[command.type as v.InferOutput<S>['type']];
    try {
      return await handle(command as Parameters<typeof handle>[0], context);
    } catch (error) {
      return fail('internal', String(error));
    }
  };
}
