import type { DbOrTx } from "~/platform/db.server";
import { readScoutCode } from "./scout-link.server";

/**
 * The person who may be the scout of a taker under a code: genuine for this challenge, an active
 * account, and member of neither side. Null otherwise; the link may have been changed by anybody.
 */
export async function findScout(
  db: DbOrTx,
  challenge: { id: string; organisationId: string },
  takerId: string,
  code: string,
): Promise<string | null> {
  if (code === "") return null;
  const userId = readScoutCode(challenge.id, code);
  if (userId === null) return null;
  const [user, ofASide] = await Promise.all([
    db.user.findFirst({ where: { id: userId, deactivatedAt: null }, select: { id: true } }),
    db.membership.count({
      where: {
        userId,
        endedAt: null,
        organisationId: { in: [challenge.organisationId, takerId] },
      },
    }),
  ]);
  return user && ofASide === 0 ? user.id : null;
}
