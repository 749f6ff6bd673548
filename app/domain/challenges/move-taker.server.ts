import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { challengeTakerConduct } from "./challenge-taker-conduct.server";
import type { DiligencePoint } from "./reward-rules";
import { getReadableTaker } from "./taker-access.server";
import { lockTaker } from "./taker-rows.server";

export type MoveTakerInput = { takerId: string } & (
  | { move: "begin"; paperSigned: boolean }
  | { move: "deliver" | "nextStage" }
  | { move: "sendBack" | "fail" | "eliminate" | "terminate"; note: string }
  | { move: "opine"; opinion: "ACCEPT" | "REJECT"; note: string }
  | ({ move: "exempt"; note: string } & Record<DiligencePoint, boolean>)
);

/**
 * Makes one move of a taker's case; passing, which settles the money, has a use case of its own.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "note_required", or
 * the code of the first condition that is not met
 */
export async function moveTaker(
  input: MoveTakerInput,
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { takerId, move, ...rest } = input;
  const values: MoveInput = rest;
  await inTransaction(db, async (tx) => {
    await getReadableTaker(tx, takerId, actor);
    const row = await lockTaker(tx, takerId);
    await advance(tx, challengeTakerConduct, row.id, move, actor, values);
  });
}
