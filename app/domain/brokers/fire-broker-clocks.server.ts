import { advance } from "~/domain/shared/procedure/advance.server";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { brokerProfileConduct, profileSelect } from "./broker-profile-conduct.server";
import { mandateConduct } from "./mandate-conduct.server";
import { mandateSelect } from "./mandate-rows.server";
import { tellTalentPool } from "./tell-brokers.server";
import { tellClients } from "./tell-mandate.server";

/** What happens when a clock of the procedure "broker-profile" is due. */
export const fireBrokerProfileClock: ClockFiring = async (tx, { subjectId, clock }, actor) => {
  switch (clock) {
    case "recheck":
      return advance(tx, brokerProfileConduct, subjectId, "recheck", actor);
    case "grace":
      return advance(tx, brokerProfileConduct, subjectId, "lapse", actor);
    case "review": {
      const where = { id: subjectId };
      const row = await tx.brokerProfile.findUniqueOrThrow({ where, select: profileSelect });
      return tellTalentPool(tx, "brokerReviewOverdue", row);
    }
    default:
      throw new Error(`no clock ${clock} of a broker's profile`);
  }
};

/** What happens when a clock of the procedure "mandate" is due. */
export const fireMandateClock: ClockFiring = async (tx, { subjectId, clock }, actor) => {
  if (clock !== "payment") return advance(tx, mandateConduct, subjectId, "expire", actor);
  const where = { id: subjectId };
  const row = await tx.mandate.findUniqueOrThrow({ where, select: mandateSelect });
  await tellClients(tx, "mandateFeeOverdue", row, "payment", null);
};
