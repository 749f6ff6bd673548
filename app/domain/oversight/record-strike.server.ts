import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { giveStrike } from "./give-strike.server";
import type { StrikeKind, TradeCaseType } from "./strike-rules";

/**
 * An operator notes a broken duty after a flag was confirmed, of an organisation that the flag names.
 * @throws DomainError "forbidden" (403), "not_found" (404), "flag_not_confirmed" (409)
 */
export async function recordStrike(
  input: { flagId: string; organisationId: string; kind: StrikeKind; reason: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  assertCan(actor, "trade.watch");
  if (!isId(input.flagId)) throw new DomainError("not_found", { status: 404 });
  await inTransaction(db, async (tx) => {
    const flag = await tx.tradeFlag.findUnique({ where: { id: input.flagId } });
    if (!flag) throw new DomainError("not_found", { status: 404 });
    if (flag.state !== "CONFIRMED") throw new DomainError("flag_not_confirmed", { status: 409 });
    if (!flag.organisationIds.includes(input.organisationId)) {
      throw new DomainError("not_a_choice", { field: "organisationId" });
    }
    const { organisationId, kind, reason } = input;
    const caseType = flag.caseType as TradeCaseType;
    await giveStrike(tx, { organisationId, kind, caseType, caseId: flag.caseId, reason }, actor);
  });
}
