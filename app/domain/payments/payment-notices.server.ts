import type { NotificationKind } from "~/domain/notifications/notification-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listOperatorIds } from "~/domain/notifications/recipients-queries.server";
import { toYuanText } from "~/domain/shared/money";
import type { MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { officePaymentHref, paymentHref } from "./payment-href";
import { listPayerIds } from "./payment-people.server";
import type { PaymentRow } from "./payment-rows.server";

export type PaymentNotice = Extract<
  NotificationKind,
  | "payDue"
  | "payToCheck"
  | "payPaid"
  | "payRejected"
  | "payReturnDue"
  | "payReturned"
  | "payApplied"
  | "payForfeited"
  | "payLapsed"
  | "payCancelled"
>;

/** Tells those who must act now or whose money it is; operators for what they have to check. */
export async function tellOfPayment(
  tx: Tx,
  row: Pick<PaymentRow, "id" | "title" | "amountFen" | "payerOrganisationId">,
  kind: PaymentNotice,
  note: string,
  now: Date,
  exceptUserId: string | null = null,
): Promise<void> {
  const isOffice = kind === "payToCheck";
  const people = isOffice
    ? await listOperatorIds(tx)
    : await listPayerIds(tx, row.payerOrganisationId);
  await notify(tx, {
    userIds: people.filter((id) => id !== exceptUserId),
    kind,
    params: { title: row.title, amount: toYuanText(row.amountFen), note },
    href: isOffice ? officePaymentHref(row.id) : paymentHref(row.id),
    dedupeKey: `pay:${row.id}:${kind}:${now.getTime()}`,
  });
}

/** The same after a move of the procedure. */
export function tellAfter(kind: PaymentNotice): MoveHook<PaymentRow> {
  return async ({ tx, subjects, actor, input, now }) => {
    const actorId = actor.kind === "USER" ? actor.userId : null;
    for (const row of subjects) {
      await tellOfPayment(tx, row, kind, input.note?.trim() ?? "", now, actorId);
    }
  };
}
