import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { tradeFlagConduct } from "./trade-flag-conduct.server";
import type { TradeFlagMove } from "./trade-flag-procedure";

/**
 * An operator says what a flag is, with reasons.
 * @throws DomainError "forbidden" (403), "not_found" (404), "wrong_state" (409), "note_required"
 */
export async function decideFlag(
  input: { flagId: string; move: TradeFlagMove; note: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "trade.watch");
  if (!isId(input.flagId)) throw new DomainError("not_found", { status: 404 });
  await advance(db, tradeFlagConduct, input.flagId, input.move, actor, { note: input.note });
}
