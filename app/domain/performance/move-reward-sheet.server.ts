import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { assertRewardSeen } from "./reward-access.server";
import { rewardConduct } from "./reward-conduct.server";

type Step =
  | { move: "publish" | "confirmAtOnce" | "resume" | "confirm" }
  | { move: "revise" | "cancel"; note: string }
  | { move: "pay"; paidOn: string };

/**
 * A step of the unit with its reward sheet: to the public, back to the desk, confirmed, paid.
 * @throws DomainError "not_found" (404) for strangers, "wrong_actor" (403), "wrong_state" (409),
 * "note_required", "paid_in_future", "paid_before_confirmed", or the code of the condition that is not met (reward-conditions)
 */
export async function moveRewardSheet(
  input: { sheetId: string } & Step,
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { sheetId, move, ...evidence } = input;
  await inTransaction(db, async (tx) => {
    await assertRewardSeen(tx, sheetId, actor);
    if (input.move === "pay") {
      const row = await tx.rewardSheet.findUnique({
        where: { id: sheetId },
        select: { confirmedAt: true },
      });
      if (input.paidOn > calendarDate(clock.now())) {
        throw new DomainError("paid_in_future", { field: "paidOn" });
      }
      if (row?.confirmedAt && input.paidOn < calendarDate(row.confirmedAt)) {
        throw new DomainError("paid_before_confirmed", { field: "paidOn" });
      }
    }
    await advance(tx, rewardConduct, sheetId, move, actor, evidence);
  });
}
