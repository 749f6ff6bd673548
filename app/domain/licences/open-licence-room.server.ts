import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { isId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";

/**
 * Asks for a deal room about a licence that was issued: for guidance, further talks, and the
 * recognition registration of the contract. Asking twice opens one.
 * @throws DomainError "not_found" (404) for strangers, "wrong_state" (409)
 */
export async function openLicenceRoom(
  input: { purchaseId: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = isId(input.purchaseId)
      ? await tx.licencePurchase.findUnique({
          where: { id: input.purchaseId },
          select: { id: true, organisationId: true, state: true },
        })
      : null;
    const isBuyer = row && can(actor, "licence.buy", { organisationId: row.organisationId });
    const { id, state } = assertFound(isBuyer ? row : null);
    if (state !== "LICENSED") throw new DomainError("wrong_state", { status: 409 });
    const trade = { caseType: "LICENCE", id } as const;
    await enqueueJob(tx, "deals.fromTrade", trade, { key: `deals.fromTrade:LICENCE:${id}` });
  });
}
