import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { noteOutcome } from "../call/project-moves.server";
import { enqueueLeads } from "./enqueue-leads.server";
import { lockSigning } from "./signing-rows.server";

/**
 * One side says that it has signed. When both have, the row counts. Nobody speaks for both sides.
 * @throws DomainError "not_found" (404), "signing_withdrawn" (409), "signing_confirmed" (409),
 * "signing_both_sides" (403)
 */
export async function confirmSigning(
  signingId: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockSigning(tx, signingId);
    const speaks = (organisationId: string) => can(actor, "roadshow.pitch", { organisationId });
    const isSupply = speaks(row.supplyOrganisationId);
    const isDemand = speaks(row.demandOrganisationId);
    if (!isSupply && !isDemand) throw new DomainError("not_found", { status: 404 });
    if (row.withdrawnAt) throw new DomainError("signing_withdrawn", { status: 409 });
    const other = [row.supplyConfirmedById, row.demandConfirmedById];
    if (other.includes(actor.userId)) {
      throw new DomainError(isSupply && isDemand ? "signing_both_sides" : "signing_confirmed", {
        status: isSupply && isDemand ? 403 : 409,
      });
    }
    const side =
      isSupply && !row.supplyConfirmedAt
        ? "supply"
        : isDemand && !row.demandConfirmedAt
          ? "demand"
          : null;
    if (!side) throw new DomainError("signing_confirmed", { status: 409 });
    const at = clock.now();
    await tx.roadshowSigning.update({
      where: { id: row.id },
      data:
        side === "supply"
          ? { supplyConfirmedAt: at, supplyConfirmedById: actor.userId }
          : { demandConfirmedAt: at, demandConfirmedById: actor.userId },
    });
    const isBoth = side === "supply" ? row.demandConfirmedAt : row.supplyConfirmedAt;
    if (isBoth) {
      const kind = row.kind === "CONTRACT" ? "CONTRACT" : "INTENTION";
      if (row.projectId) await noteOutcome(tx, row.projectId, kind, actor);
      await enqueueLeads(tx, row.roadshowId);
    }
    await appendAudit(tx, actor, {
      action: "roadshow.signing-confirmed",
      subjectType: "RoadshowSigning",
      subjectId: row.id,
      detail: { side, counts: Boolean(isBoth) },
    });
  });
}
