import { notify } from "~/domain/notifications/notify.server";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { nextSignerOf } from "./signer-rules";

/**
 * The time for signing has run out: whoever is to sign next and the people of both sides are reminded,
 * once. Nothing ends by itself: a contract lives or dies by what its parties do.
 */
export const remindSigning: ClockFiring = async (tx, { subjectId }) => {
  const contract = await tx.contract.findUnique({
    where: { id: subjectId },
    select: {
      title: true,
      signers: {
        select: {
          sort: true,
          userId: true,
          signedAt: true,
          declinedAt: true,
          organisation: { select: { legalName: true } },
        },
      },
      deal: {
        select: {
          participants: {
            where: { leftAt: null, joinedAt: { not: null }, role: { in: ["SUPPLY", "DEMAND"] } },
            select: { userId: true },
          },
        },
      },
    },
  });
  const next = contract && nextSignerOf(contract.signers);
  if (!next) return;
  await notify(tx, {
    userIds: [next.userId, ...contract.deal.participants.map((one) => one.userId)],
    kind: "contractSignatureLate",
    params: { title: contract.title, organisation: next.organisation.legalName },
    href: `/desk/contracts/${subjectId}/sign`,
    dedupeKey: `contract-signature-late:${subjectId}:${next.sort}`,
  });
};
