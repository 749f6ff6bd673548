import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { Conduct, MoveInput } from "~/domain/shared/procedure/conduct";
import type { Db } from "~/platform/db.server";

/**
 * Why a move that state and relation leave open cannot be made now: the code of the first condition
 * that is not met, or null. For pages; the kernel checks again under its lock.
 * @param ignored conditions that the move's own form is going to meet
 */
export async function whyClosed<
  S extends { id: string; state: string },
  St extends string,
  M extends string,
  R extends string,
  C extends string,
  K extends string,
>(
  db: Db,
  conduct: Conduct<S, St, M, R, C, K>,
  subject: S,
  move: M,
  actor: UserActor,
  ignored: readonly C[] = [],
  input: MoveInput = {},
): Promise<string | null> {
  const conditions = conduct.procedure.moves[move].conditions ?? [];
  for (const id of conditions) {
    if (ignored.includes(id)) continue;
    // Conditions only read: the client stands for the transaction that they get in the kernel.
    const context = { tx: db, actor, input, now: clock.now(), subject };
    const result = await conduct.conditions[id](context);
    if (result.answer === "NOT_MET") return result.code ?? "condition_not_met";
  }
  return null;
}
