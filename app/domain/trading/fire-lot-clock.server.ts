import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { loadLots } from "./lot-rows.server";
import { tellOperators } from "./tell-lot.server";

/** The time for a check is over: the operators are reminded. */
export const fireLotClock: ClockFiring = async (tx, { subjectId }) => {
  const [lot] = await loadLots(tx, [subjectId]);
  if (lot?.state === "CHECK") await tellOperators(tx, lot, "lotCheckOverdue");
};
