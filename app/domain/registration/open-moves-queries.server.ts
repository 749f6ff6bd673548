import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { refusalOf } from "~/domain/shared/procedure/procedure";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { COMMITMENT_VERSION } from "./commitment-rules";
import { registrationConduct } from "./registration-conduct.server";
import { type RegistrationMove, registrationProcedure } from "./registration-procedure";
import type { RegistrationRow } from "./registration-rows.server";
import type { MoveView } from "./registration-view";

/** Conditions that the form of the move itself answers. */
const BY_INPUT = new Set([
  ...["assignee-fit", "second-fit", "grounds-given", "amounts-valid", "supplement-signed"],
]);

/**
 * The moves that state and relation leave the person, each with the code of the first condition that
 * stands in its way now.
 */
export async function listOpenMoves(
  db: DbOrTx,
  row: RegistrationRow,
  actor: UserActor,
): Promise<MoveView[]> {
  const relations = registrationConduct.relations(actor, row);
  const moves = Object.keys(registrationProcedure.moves) as RegistrationMove[];
  const open = moves.filter(
    (move) => refusalOf(registrationProcedure, row.state, relations, move) === null,
  );
  const views: MoveView[] = [];
  for (const move of open) {
    const definition = registrationProcedure.moves[move];
    let disabled: string | null = null;
    for (const id of definition.conditions ?? []) {
      if (BY_INPUT.has(id)) continue;
      const result = await registrationConduct.conditions[id]({
        // Conditions only read.
        tx: db as Tx,
        actor,
        input: { commitment: COMMITMENT_VERSION },
        now: clock.now(),
        subject: row,
      });
      if (result.answer !== "NOT_MET") continue;
      disabled = result.code ?? "condition_not_met";
      break;
    }
    views.push({ move, disabled });
  }
  return views;
}
