import { advance } from "~/domain/shared/procedure/advance.server";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { publicityConduct } from "./publicity-conduct.server";
import { lockPublicity } from "./publicity-rows.server";

/** The public period is over and nobody's objection waits: the contract may be finalised. */
export const firePublicityClock: ClockFiring = async (tx, { subjectId }, actor) => {
  const { id } = await lockPublicity(tx, subjectId);
  await advance(tx, publicityConduct, id, "clear", actor);
};
