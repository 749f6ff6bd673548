import { recordDealEvent } from "~/domain/deals/record-deal-event.server";
import type { NotificationKind } from "~/domain/notifications/notification-rules";
import { notify } from "~/domain/notifications/notify.server";
import type { MoveHook } from "~/domain/shared/procedure/conduct";
import { type ContractRow, otherPartiesOf } from "./contract-rows.server";

type Announced =
  | "finalised"
  | "reopened"
  | "signing"
  | "declined"
  | "paperUploaded"
  | "paperRejected"
  | "voided";

const NOTICE = {
  finalised: "contractFinalised",
  reopened: "contractReopened",
  signing: "contractSigning",
  declined: "contractDeclined",
  paperUploaded: "contractPaperUploaded",
  paperRejected: "contractPaperRejected",
  voided: "contractVoided",
} as const satisfies Record<Announced, NotificationKind>;

/** Tells the room and both sides of a move before signing. */
export function announceMove(what: Announced): MoveHook<ContractRow> {
  return async ({ tx, actor, subjects, now, input }) => {
    const actorId = actor.kind === "USER" ? actor.userId : null;
    for (const row of subjects) {
      const href = `/desk/deals/${row.dealId}/contracts/${row.id}`;
      const mine = row.deal.participants.find((one) => one.userId === actorId);
      const author = actorId
        ? { userId: actorId, organisationId: mine?.organisationId ?? null }
        : null;
      const params = { title: row.title, note: input.note?.trim() ?? "" };
      await recordDealEvent(tx, row.dealId, { code: NOTICE[what], params, href }, author);
      await notify(tx, {
        userIds: otherPartiesOf(row, actorId),
        kind: NOTICE[what],
        params,
        href,
        dedupeKey: `contract:${row.id}:${what}:${now.getTime()}`,
      });
    }
  };
}
