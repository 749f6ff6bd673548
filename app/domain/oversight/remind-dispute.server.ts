import { notify } from "~/domain/notifications/notify.server";
import { listOperatorIds } from "~/domain/notifications/recipients-queries.server";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";

/** A dispute that nobody decided in the promised time: the operators are told once more. */
export const remindDispute: ClockFiring = async (tx, { subjectId }) => {
  const row = await tx.tradeDispute.findUnique({
    where: { id: subjectId },
    select: { id: true, number: true, state: true },
  });
  if (row?.state !== "OPEN") return;
  await notify(tx, {
    userIds: await listOperatorIds(tx),
    kind: "tradeDisputeDue",
    params: { number: row.number },
    href: `/office/oversight/disputes/${row.id}`,
    dedupeKey: `trade-dispute:${row.id}:due`,
  });
};
