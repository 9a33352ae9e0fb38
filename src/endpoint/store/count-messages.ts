/** How the outbox stands, for whoever runs the endpoint. */
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

export interface MessageCounts {
  /** are to be sent */
  waiting: number;
  /** are not tried any more */
  failed: number;
}

/** @param limit more are not counted */
export async function countMessages(db: Kysely<Tables>, limit: number): Promise<MessageCounts> {
  const count = async (state: 'is' | 'is not') => {
    const { total } = await db
      .selectFrom(
        db
          .selectFrom('messages')
          .select('id')
          .where('failed_at', state, null)
          .limit(limit)
          .as('some'),
      )
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return total;
  };
  return { waiting: await count('is'), failed: await count('is not') };
}
