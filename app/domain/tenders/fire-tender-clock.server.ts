import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { tellBidders, tellBuyer, tellOperators } from "./tender-notices.server";
import { lockTender } from "./tender-rows.server";

/** Reminders: the market of a check, both sides of a contract that is not signed. */
export const fireTenderClock: ClockFiring = async (tx, due) => {
  const tender = await lockTender(tx, due.subjectId);
  if (due.clock === "check") {
    await tellOperators(tx, tender, "tenderCheckLate");
    return;
  }
  await tellBuyer(tx, tender, "tenderContractLate");
  await tellOperators(tx, tender, "tenderContractLate");
  const bids = tender.bids.filter((one) => one.id === tender.awardedBidId);
  await tellBidders(tx, { ...tender, bids }, "tenderContractLate");
};
