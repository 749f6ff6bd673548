import { notify } from "~/domain/notifications/notify.server";
import { listOperatorIds } from "~/domain/notifications/recipients-queries.server";
import { toYuanText } from "~/domain/shared/money";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { officePaymentHref } from "./payment-href";

/** A transfer that nobody has checked in time: the operators are reminded. */
export const remindPaymentCheck: ClockFiring = async (tx, due) => {
  const row = await tx.payment.findUnique({ where: { id: due.subjectId } });
  if (row?.state !== "PROOF_GIVEN" && row?.state !== "RECEIVED") return;
  await notify(tx, {
    userIds: await listOperatorIds(tx),
    kind: "payUnchecked",
    params: { title: row.title, amount: toYuanText(row.amountFen) },
    href: officePaymentHref(row.id),
  });
};
