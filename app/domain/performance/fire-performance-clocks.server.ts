import { notify } from "~/domain/notifications/notify.server";
import { listAdminIds } from "~/domain/notifications/recipients-queries.server";
import { toYuanText } from "~/domain/shared/money";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { paymentHref, performanceHref, rewardHref } from "./performance-href";
import { listSideUserIds, listTreasurerIds } from "./performance-people.server";
import { loadInstalments, loadMilestones } from "./performance-rows.server";

/** A reported milestone that nobody has answered in time: the demand side is reminded. */
export const fireMilestoneClock: ClockFiring = async (tx, due) => {
  const [row] = await loadMilestones(tx, [due.subjectId]);
  if (row?.state !== "SUBMITTED") return;
  await notify(tx, {
    userIds: await listSideUserIds(tx, row.contract.dealId, "DEMAND"),
    kind: "milestoneUnanswered",
    params: { title: row.title || row.contract.title, contract: row.contract.title },
    href: performanceHref(row.contract.dealId),
  });
};

/** A proved payment whose receipt is not confirmed in time: the payee's treasurers are reminded. */
export const fireInstalmentClock: ClockFiring = async (tx, due) => {
  const [row] = await loadInstalments(tx, [due.subjectId]);
  if (row?.state !== "PROOF_GIVEN" && row?.state !== "RECEIVED") return;
  const amount = row.amountFen === null ? "0" : toYuanText(row.amountFen);
  await notify(tx, {
    userIds: await listTreasurerIds(tx, row.contract.deal.supplyOrganisationId),
    kind: "paymentUnanswered",
    params: { contract: row.contract.title, amount },
    href: paymentHref(row.id),
  });
};

/** The publicity of a reward is over: the unit may confirm it. */
export const fireRewardClock: ClockFiring = async (tx, due) => {
  const row = await tx.rewardSheet.findUnique({
    where: { id: due.subjectId },
    select: { state: true, organisationId: true, contract: { select: { title: true } } },
  });
  if (row?.state !== "PUBLICITY") return;
  await notify(tx, {
    userIds: await listAdminIds(tx, row.organisationId),
    kind: "rewardPublicityOver",
    params: { contract: row.contract.title },
    href: rewardHref(due.subjectId),
  });
};
