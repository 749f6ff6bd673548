import { advance } from "~/domain/shared/procedure/advance.server";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { organisationConduct } from "./organisation-conduct.server";
import { tellLater } from "./tell-later.server";

/** What happens when a clock of the procedure "organisation-verification" is due. */
export const fireOrganisationClock: ClockFiring = async (tx, { subjectId, clock }, actor) => {
  switch (clock) {
    case "recheck":
      return advance(tx, organisationConduct, subjectId, "recheckDue", actor);
    case "grace":
      return advance(tx, organisationConduct, subjectId, "lapse", actor);
    case "review":
      return tellLater(tx, "organisationReviewOverdue", subjectId);
    default:
      throw new Error(`no clock ${clock} of an organisation`);
  }
};

/** What happens when a clock of the procedure "real-name" is due. */
export const fireRealNameClock: ClockFiring = async (tx, { subjectId, clock }) => {
  if (clock !== "review") throw new Error(`no clock ${clock} of a real-name application`);
  await tellLater(tx, "realNameReviewOverdue", subjectId);
};
