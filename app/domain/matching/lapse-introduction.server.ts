import { advance } from "~/domain/shared/procedure/advance.server";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { introductionConduct } from "./introduction-conduct.server";

/** The reply clock of a request has run out: it lapses, and both sides are told. */
export const lapseIntroduction: ClockFiring = async (tx, { subjectId }, actor) => {
  await advance(tx, introductionConduct, subjectId, "lapse", actor);
};
