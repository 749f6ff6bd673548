import { can } from "~/domain/identity/permission-rules";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { ChallengeCondition } from "./challenge-selection-conditions.server";
import { challengeTakerProcedure, RUNNING_TAKER_STATES } from "./challenge-taker-procedure";
import { countFreeSeats, findBestReserve } from "./reserve-queries.server";
import { MARKET_RULE } from "./rule-sources";

/** A reserve moves up for a taker that ended before its contract, once for each. */
export const seatFree: ChallengeCondition = async ({ tx, subject }) => {
  const free = await countFreeSeats(tx, subject);
  const reserve = await findBestReserve(tx, subject.id);
  return conditionOf(free > 0 && reserve !== null, {
    inputs: { free, reserve },
    formula: "takers ended while contracting > reserves seated, and a reserve waits",
    source: MARKET_RULE,
    code: "challenge_seat_free",
  });
};

/** Work that was handed over does not end with the challenge at its poster's word. */
export const nothingDelivered: ChallengeCondition = async ({ tx, subject, actor }) => {
  const working = subject.takers.filter((one) =>
    RUNNING_TAKER_STATES.some((state) => state === one.state),
  );
  const delivered = await tx.procedureMove.count({
    where: {
      procedure: challengeTakerProcedure.name,
      subjectId: { in: working.map((one) => one.id) },
      move: "deliver",
    },
  });
  const isOffice = can(actor, "challenge.operate", { regionCode: subject.regionCode });
  return conditionOf(delivered === 0 || isOffice, {
    inputs: { delivered, isOffice },
    formula: "no working taker has handed work over, or the market's operator acts",
    source: MARKET_RULE,
    code: "challenge_work_delivered",
  });
};
