import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { publicityConduct } from "./publicity-conduct.server";
import { lockPublicity } from "./publicity-rows.server";
import type { HandleObjectionInput } from "./publicity-schema";
import { tellRoom } from "./terms-notices.server";

/**
 * Decides on one objection; text and result stand on the public page at once. When the last one is
 * rejected the period goes on by itself, with its rest or from the beginning as the market's parameter
 * says. An upheld one leaves the unit to revise or to stop.
 * @throws DomainError "forbidden" (403), "not_found" (404), "wrong_state" (409)
 */
export async function handleObjection(
  input: HandleObjectionInput & { publicityId: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockPublicity(tx, input.publicityId);
    assertCan(actor, "publicity.run", { organisationId: row.organisationId });
    if (row.state !== "OBJECTION_HANDLING") throw new DomainError("wrong_state", { status: 409 });
    const objection = await tx.publicityObjection.findFirst({
      where: { id: input.objectionId, publicityId: row.id },
    });
    if (!objection) throw new DomainError("not_found", { status: 404 });
    if (objection.outcome) throw new DomainError("wrong_state", { status: 409 });
    const now = clock.now();
    await tx.publicityObjection.update({
      where: { id: objection.id },
      data: {
        outcome: input.outcome,
        result: input.result,
        handledAt: now,
        handledById: actor.kind === "USER" ? actor.userId : null,
      },
    });
    const { number } = objection;
    const event = {
      code: input.outcome === "UPHELD" ? "objectionUpheld" : "objectionRejected",
      params: { number },
    };
    await tellRoom(tx, row.deal, { event, part: "publicity" }, actor, row.organisationId);
    const all = await tx.publicityObjection.findMany({
      where: { publicityId: row.id },
      select: { outcome: true },
    });
    if (all.every((one) => one.outcome === "REJECTED")) {
      const key = "market.publicity.restarts_after_objection";
      const move = (await getPolicyNumber(tx, key, now)) === 1 ? "restart" : "resume";
      await advance(tx, publicityConduct, row.id, move, actor, { objection: number });
    }
    await appendAudit(tx, actor, {
      action: "pricing-publicity.objection-handled",
      subjectType: "PricingPublicity",
      subjectId: row.id,
      detail: { objection: number, outcome: input.outcome },
    });
  });
}
