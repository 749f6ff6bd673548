import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";

/** What happened to a person or an organisation that somebody must be told about. */
export const IDENTITY_EVENTS = [
  "organisationSubmitted",
  "organisationVerified",
  "organisationReturned",
  "organisationSuspended",
  "organisationRecheckDue",
  "organisationReviewOverdue",
  "realNameSubmitted",
  "realNameApproved",
  "realNameReturned",
  "realNameReviewOverdue",
  "invitationAccepted",
  "membershipChanged",
  "membershipEnded",
] as const;
export type IdentityEvent = (typeof IDENTITY_EVENTS)[number];

/**
 * Asks the job "identity.tell" to notify whoever an event concerns. Notifications stand above this
 * area, so that it cannot call them itself.
 */
export async function tellLater(
  tx: Tx,
  event: IdentityEvent,
  subjectId: string,
  more: { userId?: string; note?: string } = {},
): Promise<void> {
  await enqueueJob(tx, "identity.tell", {
    event,
    subjectId,
    userId: more.userId ?? null,
    note: more.note?.trim() ?? "",
    noticeId: newId(),
  });
}
