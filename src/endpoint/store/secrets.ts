/** Random keys that all processes on one database share: whoever comes first makes one, the others find it. */
import { randomBytes } from 'node:crypto';
import type { Connections } from './database.ts';

const KEY_BYTES = 32;

export interface SecretStore {
  /**
   * A random key of 256 bits, the same for everybody who asks for its name.
   * @param name what it is for
   * @param validity how long a key is used, in ms; one that is older is replaced. Infinity for ever
   * @param at now, in epoch ms
   */
  takeSecret(name: string, validity: number, at: number): Promise<Buffer>;
}

export function createSecretStore({ read, write }: Connections): SecretStore {
  return {
    async takeSecret(name, validity, at) {
      const known = await read
        .selectFrom('secrets')
        .select(['value', 'created_at'])
        .where('name', '=', name)
        .executeTakeFirst();
      if (known !== undefined && known.created_at > at - validity) return readKey(known.value);
      const value = randomBytes(KEY_BYTES).toString('base64url');
      const taken = await write.transaction().execute(async (transaction) => {
        // Of several who replace it at once the first does: for the others it is no longer what they have seen.
        await transaction
          .insertInto('secrets')
          .values({ name, value, created_at: at })
          .onConflict((conflict) =>
            conflict
              .column('name')
              .doUpdateSet({ value, created_at: at })
              .where('secrets.value', '=', known?.value ?? ''),
          )
          .execute();
        return transaction
          .selectFrom('secrets')
          .select('value')
          .where('name', '=', name)
          .executeTakeFirstOrThrow();
      });
      return readKey(taken.value);
    },
  };
}

function readKey(value: string): Buffer {
  return Buffer.from(value, 'base64url');
}
