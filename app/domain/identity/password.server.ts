import { newId } from "~/domain/shared/ids";
import { auth } from "~/platform/auth.server";
import type { DbOrTx, Tx } from "~/platform/db.server";

const PROVIDER = "credential";

/** Hash of a password (scrypt by the library). Slow on purpose: never inside a transaction. */
export async function hashPassword(password: string): Promise<string> {
  const { password: hasher } = await auth().$context;
  return hasher.hash(password);
}

/** Whether it is the person's password. An unknown person costs the same time. */
export async function isPasswordOf(
  db: DbOrTx,
  userId: string | null,
  password: string,
): Promise<boolean> {
  const { password: hasher } = await auth().$context;
  const account = userId
    ? await db.account.findUnique({
        where: { providerId_accountId: { providerId: PROVIDER, accountId: userId } },
        select: { password: true },
      })
    : null;
  if (!account?.password) {
    await hasher.hash(password);
    return false;
  }
  return hasher.verify({ hash: account.password, password });
}

/** Writes the person's password hash, for the first time or anew. */
export async function writePassword(tx: Tx, userId: string, hash: string): Promise<void> {
  await tx.account.upsert({
    where: { providerId_accountId: { providerId: PROVIDER, accountId: userId } },
    create: { id: newId(), userId, accountId: userId, providerId: PROVIDER, password: hash },
    update: { password: hash },
  });
}
