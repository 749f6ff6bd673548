import { createHash } from "node:crypto";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";

/**
 * Counts one attempt under a key within a window that begins with the first attempt.
 * @returns how many there were, this one included, and when the window ends. Two at once are counted
 * one after the other by the row lock of the upsert.
 */
export async function countAttempt(
  db: DbOrTx,
  key: string,
  windowSeconds: number,
): Promise<{ count: number; endsAt: Date }> {
  const now = clock.now().getTime();
  const windowMs = windowSeconds * 1000;
  // Addresses and numbers are not kept in clear.
  const hashed = `${key.split(":")[0]}:${createHash("sha256").update(key).digest("base64url")}`;
  const rows = await db.$queryRaw<{ count: number; lastRequest: bigint }[]>`
    INSERT INTO "RateLimit" (id, key, count, "lastRequest")
    VALUES (${newId()}::uuid, ${hashed}, 1, ${now}::bigint)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN "RateLimit"."lastRequest" + ${windowMs}::bigint <= ${now}::bigint
                   THEN 1 ELSE "RateLimit".count + 1 END,
      "lastRequest" = CASE WHEN "RateLimit"."lastRequest" + ${windowMs}::bigint <= ${now}::bigint
                   THEN ${now}::bigint ELSE "RateLimit"."lastRequest" END
    RETURNING count, "lastRequest"`;
  const row = rows[0];
  return { count: row?.count ?? 1, endsAt: new Date(Number(row?.lastRequest ?? now) + windowMs) };
}
