import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { leadHref } from "../events/roadshow-href";

/** Reminds the owner of a lead that nobody has answered in time. */
export const remindLead: ClockFiring = async (tx, { subjectId }) => {
  const lead = await tx.roadshowLead.findUnique({
    where: { id: subjectId },
    select: {
      id: true,
      state: true,
      ownerId: true,
      organisationId: true,
      replyDueAt: true,
      project: { select: { title: true } },
      participant: { select: { name: true } },
    },
  });
  if (lead?.state !== "NEW") return;
  const { id, ownerId, organisationId, project, participant } = lead;
  await notify(tx, {
    userIds: ownerId ? [ownerId] : await listPublisherIds(tx, organisationId),
    kind: "roadshowLeadWaits",
    params: { title: project.title, name: participant.name },
    href: leadHref(id),
    dedupeKey: `roadshowLeadWaits:${id}:${lead.replyDueAt?.getTime() ?? 0}`,
  });
};
