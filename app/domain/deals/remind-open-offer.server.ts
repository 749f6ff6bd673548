import { notify } from "~/domain/notifications/notify.server";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { dealHref } from "./deal-href";

/** The time to answer an offer is over: it stays open, the receiving side is reminded once. */
export const remindOpenOffer: ClockFiring = async (tx, { subjectId }) => {
  const offer = await tx.termSheet.findUnique({
    where: { id: subjectId },
    select: {
      number: true,
      state: true,
      side: true,
      deal: {
        select: {
          id: true,
          title: true,
          participants: {
            where: { leftAt: null, joinedAt: { not: null } },
            select: { userId: true, role: true },
          },
        },
      },
    },
  });
  if (offer?.state !== "PROPOSED") return;
  const receiver = offer.side === "SUPPLY" ? "DEMAND" : "SUPPLY";
  const { deal, number } = offer;
  await notify(tx, {
    userIds: deal.participants.filter((one) => one.role === receiver).map((one) => one.userId),
    kind: "termsUnanswered",
    params: { title: deal.title, number },
    href: dealHref(deal.id, `terms/${number}`),
    dedupeKey: `terms:${subjectId}:unanswered`,
  });
};
