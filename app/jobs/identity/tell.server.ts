import { IDENTITY_EVENTS, type IdentityEvent } from "~/domain/identity/tell-later.server";
import { notify } from "~/domain/notifications/notify.server";
import {
  listAdminIds,
  listOperatorIds,
  listReviewerIds,
} from "~/domain/notifications/recipients-queries.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Tx } from "~/platform/db.server";
import type { JobHandler } from "../job-handler";

type Told = {
  event: IdentityEvent;
  subjectId: string;
  userId: string | null;
  note: string;
  noticeId: string;
};

/**
 * Notifies the people whom an event of identity concerns, from the present state. A run that is
 * repeated tells nobody twice: the id that the event got is the key of its notices.
 */
export const tellIdentityEvent: JobHandler<"identity.tell"> = async (payload, { db }) => {
  const event = IDENTITY_EVENTS.find((one) => one === payload.event);
  if (!event) throw new Error(`unknown event ${payload.event}`);
  const told = { ...payload, event };
  await inTransaction(db, async (tx) => {
    if (event.startsWith("realName")) await tellRealName(tx, told);
    else await tellOrganisation(tx, told);
  });
};

async function tellOrganisation(
  tx: Tx,
  { event, subjectId, userId, note, noticeId }: Told,
): Promise<void> {
  const organisation = await tx.organisation.findUnique({
    where: { id: subjectId },
    select: { id: true, legalName: true, regionCode: true },
  });
  if (!organisation) return;
  const name = organisation.legalName;
  const dedupeKey = noticeId;
  const desk = { href: "/desk/organisation", dedupeKey };
  const office = { href: `/office/verifications/${subjectId}`, dedupeKey };
  switch (event) {
    case "organisationSubmitted":
    case "organisationReviewOverdue":
      return notify(tx, {
        userIds: await listReviewerIds(tx, organisation.regionCode),
        kind: "organisationSubmitted",
        params: { organisation: name },
        ...office,
      });
    case "organisationVerified":
    case "organisationRecheckDue":
      return notify(tx, {
        userIds: await listAdminIds(tx, subjectId),
        kind: event,
        params: { organisation: name },
        ...desk,
      });
    case "organisationReturned":
    case "organisationSuspended":
      return notify(tx, {
        userIds: await listAdminIds(tx, subjectId),
        kind: event,
        params: { organisation: name, note },
        ...desk,
      });
    case "invitationAccepted": {
      const person = userId
        ? await tx.user.findUnique({ where: { id: userId }, select: { name: true } })
        : null;
      const admins = await listAdminIds(tx, subjectId);
      return notify(tx, {
        userIds: admins.filter((id) => id !== userId),
        kind: event,
        params: { name: person?.name ?? "", organisation: name },
        href: "/desk/organisation/members",
        dedupeKey,
      });
    }
    case "membershipChanged":
    case "membershipEnded":
      return notify(tx, {
        userIds: userId ? [userId] : [],
        kind: event,
        params: { organisation: name },
        ...desk,
      });
    default:
      throw new Error(`${event} is not about an organisation`);
  }
}

async function tellRealName(tx: Tx, { event, subjectId, note, noticeId }: Told): Promise<void> {
  const application = await tx.realNameApplication.findUnique({
    where: { id: subjectId },
    select: { userId: true, user: { select: { name: true, realNameLevel: true } } },
  });
  if (!application) return;
  const { userId, user } = application;
  const own = { userIds: [userId], href: "/desk/account/real-name", dedupeKey: noticeId };
  switch (event) {
    case "realNameSubmitted":
    case "realNameReviewOverdue":
      return notify(tx, {
        userIds: await listOperatorIds(tx),
        kind: "realNameSubmitted",
        params: { name: user.name },
        href: `/office/verifications/people/${subjectId}`,
        dedupeKey: noticeId,
      });
    case "realNameApproved":
      return notify(tx, { ...own, kind: event, params: { level: `L${user.realNameLevel}` } });
    case "realNameReturned":
      return notify(tx, { ...own, kind: event, params: { note } });
    default:
      throw new Error(`${event} is not about a real name`);
  }
}
