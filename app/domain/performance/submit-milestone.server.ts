import { getDealSpeaker, lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import { WORK_TYPES } from "~/domain/shared/file-type-rules";
import { advance } from "~/domain/shared/procedure/advance.server";
import { type FileUpload, storeUpload } from "~/domain/shared/store-file.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { milestoneConduct } from "./milestone-conduct.server";

/**
 * The supply side reports a milestone as reached, with a report and, if there is one, a file.
 * @throws DomainError "forbidden", "wrong_state" (409), "contract_not_running", "required", and what
 * a file is refused for
 */
export async function submitMilestone(
  input: { dealId: string; milestoneId: string; report: string; upload: FileUpload | null },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { deal } = await getDealSpeaker(db, input.dealId, actor);
  assertCan(actor, "milestone.report", { organisationId: deal.supplyOrganisationId });
  const record = async (tx: Tx, fileId: string | null) => {
    await lockDeal(tx, deal.id);
    const row = assertFound(
      await tx.milestone.findFirst({
        where: { id: input.milestoneId, contract: { dealId: deal.id } },
        select: { id: true, state: true },
      }),
    );
    // What was reported stays as it is; the move then refuses.
    if (row.state === "PLANNED") {
      await tx.milestone.update({
        where: { id: row.id },
        data: {
          report: input.report,
          submittedById: actor.userId,
          submittedAt: clock.now(),
          ...(fileId ? { reportFileId: fileId } : {}),
        },
      });
    }
    await advance(tx, milestoneConduct, row.id, "submit", actor, { fileId });
  };
  if (!input.upload) {
    await inTransaction(db, (tx) => record(tx, null));
    return;
  }
  await storeUpload(
    {
      purpose: "DEAL",
      organisationId: deal.supplyOrganisationId,
      userId: actor.userId,
      upload: input.upload,
      allowed: WORK_TYPES,
      field: "file",
    },
    db,
    (tx, file) => record(tx, file.id),
  );
}
