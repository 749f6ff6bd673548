import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getTenderAccess } from "./tender-access.server";
import { DRAFTED } from "./tender-procedure";
import { lockTender } from "./tender-rows.server";
import { type TenderForm, tenderChoicesSchema } from "./tender-schema";

/**
 * Keeps what the buyer has written; incomplete drafts are kept as they are.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409), "not_a_choice"
 */
export async function saveTender(
  input: TenderForm & { tenderId: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getTenderAccess(tx, input.tenderId, actor);
    const tender = await lockTender(tx, input.tenderId);
    assertCan(actor, "tender.create", { organisationId: tender.organisationId });
    if (!DRAFTED.includes(tender.state)) throw new DomainError("wrong_state", { status: 409 });
    if (input.categoryCode !== "") {
      const known = await tx.codeItem.count({
        where: { list: "contract-categories", code: input.categoryCode },
      });
      if (known === 0) throw new DomainError("not_a_choice", { field: "categoryCode" });
    }
    await tx.tender.update({
      where: { id: tender.id },
      data: {
        title: input.title,
        description: input.description,
        categoryCode: input.categoryCode,
        qualification: input.qualification,
        contractTerms: input.contractTerms,
        budgetFen: input.budgetFen,
        bondFen: input.bondFen,
        bidsDueAt: input.bidsDueAt,
        criteria: input.criteria,
        rules: tenderChoicesSchema.parse(input),
        revision: { increment: 1 },
      },
    });
    await appendAudit(tx, actor, {
      action: "tender.save",
      subjectType: "Tender",
      subjectId: tender.id,
      detail: { revision: tender.revision + 1 },
    });
  });
}
