import { systemActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { remindMaterials } from "../call/remind-materials.server";
import { settleConfirmations } from "../call/settle-confirmations.server";
import { followUpDue } from "../follow-up/follow-up-due.server";
import { advanceRoadshow } from "./advance-roadshow.server";
import type { DueRoadshow } from "./due-roadshows-queries.server";
import type { RoadshowMove } from "./roadshow-procedure";

const market = systemActor("roadshow-sweep");

/** Does what is due about one event; before its time, or twice, it changes nothing. */
export async function settleRoadshow(due: DueRoadshow, db: Db): Promise<void> {
  const { id, what } = due;
  if (what === "CALL_OVER") await tryMove(id, "closeCall", db);
  if (what === "CONFIRMATIONS") await settleConfirmations(id, market, db);
  if (what === "MATERIALS") await remindMaterials(id, db);
  if (what === "FOLLOW_UP") {
    await followUpDue(id, market, db);
    await tryMove(id, "close", db);
  }
}

/** A refusal is the usual answer: a person was first, or a condition is not met yet. */
async function tryMove(id: string, move: RoadshowMove, db: Db): Promise<void> {
  try {
    await advanceRoadshow(id, move, {}, market, db);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}
