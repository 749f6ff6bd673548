import { randomBytes } from "node:crypto";
import type { Tx } from "~/platform/db.server";

/** 256 random bits: the link works without sign-in, so that it must not be guessed. */
export function newUnsubscribeToken(): string {
  return randomBytes(32).toString("base64url");
}

/** The token of a person's unsubscribe link; made at the first mail. */
export async function getUnsubscribeToken(tx: Tx, userId: string): Promise<string> {
  await tx.notificationPreference.createMany({
    data: [{ userId, unsubscribeToken: newUnsubscribeToken() }],
    skipDuplicates: true,
  });
  const { unsubscribeToken } = await tx.notificationPreference.findUniqueOrThrow({
    where: { userId },
    select: { unsubscribeToken: true },
  });
  return unsubscribeToken;
}
