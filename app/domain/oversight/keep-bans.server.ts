import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { getBanPolicy } from "./ban-policy.server";
import { banOf } from "./strike-rules";

export type BanChange = {
  kind: "MADE" | "CHANGED" | "LIFTED";
  banId: string;
  untilAt: Date;
} | null;

/**
 * Brings the running ban of an organisation into line with its strikes; the caller holds the lock.
 * @returns what changed, or null
 */
export async function keepBans(
  tx: Tx,
  organisationId: string,
  liftedById: string | null,
): Promise<BanChange> {
  const now = clock.now();
  const strikes = await tx.tradeStrike.findMany({
    where: { organisationId, liftedAt: null },
    orderBy: { createdAt: "asc" },
    select: { id: true, createdAt: true, reason: true },
  });
  const due = banOf(
    strikes.map((one) => ({ id: one.id, at: one.createdAt })),
    await getBanPolicy(tx, now),
  );
  const running = await tx.tradeBan.findFirst({
    where: { organisationId, liftedAt: null, untilAt: { gt: now } },
    orderBy: { untilAt: "desc" },
    select: { id: true, untilAt: true },
  });
  if (due && due.untilAt > now) {
    const counted = strikes.filter((one) => due.strikeIds.includes(one.id));
    const reason = [...new Set(counted.map((one) => one.reason))].join("；");
    if (!running) {
      const made = await tx.tradeBan.create({
        data: {
          id: newId(),
          organisationId,
          fromAt: due.fromAt,
          untilAt: due.untilAt,
          reason,
          createdAt: now,
        },
        select: { id: true },
      });
      return { kind: "MADE", banId: made.id, untilAt: due.untilAt };
    }
    if (running.untilAt.getTime() === due.untilAt.getTime()) return null;
    await tx.tradeBan.update({
      where: { id: running.id },
      data: { untilAt: due.untilAt, reason },
    });
    return { kind: "CHANGED", banId: running.id, untilAt: due.untilAt };
  }
  if (!running) return null;
  await tx.tradeBan.update({ where: { id: running.id }, data: { liftedAt: now, liftedById } });
  return { kind: "LIFTED", banId: running.id, untilAt: running.untilAt };
}
