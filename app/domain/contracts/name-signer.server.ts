import { appendAudit } from "~/domain/audit/append-audit.server";
import { lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getSignAccess } from "./sign-access.server";
import { findSignerFault } from "./signer-candidates-queries.server";
import { type SignerCapacity, signingOrder } from "./signer-rules";

/**
 * A side says who signs for it; until that person has signed it may name another. Two of one side at
 * once: the room's lock makes the second one replace the first.
 * @throws DomainError "forbidden" (403), "wrong_state" (409), "signature_given" (409) and at the field
 * `userId` "signer_no_scope", "signer_organisation", "signer_level", "signer_not_representative"
 */
export async function nameSigner(
  input: { contractId: string; userId: string; capacity: SignerCapacity },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { contractId, userId, capacity } = input;
  await inTransaction(db, async (tx) => {
    const access = await getSignAccess(tx, contractId, actor);
    const { side, organisationId, dealId } = access;
    if (!side || !organisationId || !can(actor, "contract.draft", { organisationId })) {
      throw new DomainError("forbidden", { status: 403 });
    }
    await lockDeal(tx, dealId);
    const contract = await tx.contract.findUniqueOrThrow({
      where: { id: contractId },
      select: { state: true, signers: { where: { organisationId } } },
    });
    if (contract.state !== "FINAL" && contract.state !== "SIGNING") {
      throw new DomainError("wrong_state", { status: 409 });
    }
    const fault = await findSignerFault(tx, organisationId, userId, capacity);
    if (fault) throw new DomainError(fault, { field: "userId" });
    const [before] = contract.signers;
    const isRunning = contract.state === "SIGNING";
    if (isRunning && !before) throw new DomainError("wrong_state", { status: 409 });
    if (isRunning && before?.signedAt) throw new DomainError("signature_given", { status: 409 });
    // A row of an earlier round, signed or declined, gives way: the record chain keeps what it said.
    await tx.contractSigner.deleteMany({ where: { contractId, organisationId } });
    await tx.contractSigner.create({
      data: {
        id: newId(),
        contractId,
        sort: before?.sort ?? signingOrder(side, "SUPPLY"),
        side,
        organisationId,
        userId,
        capacity,
        createdAt: clock.now(),
      },
    });
    await appendAudit(tx, actor, {
      action: "contract.signer-named",
      subjectType: "Contract",
      subjectId: contractId,
      detail: { side, organisationId, userId, capacity },
    });
  });
}
