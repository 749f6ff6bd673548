import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { WORK_TYPES } from "~/domain/shared/file-type-rules";
import { advance } from "~/domain/shared/procedure/advance.server";
import { type FileUpload, storeUpload } from "~/domain/shared/store-file.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { challengeMilestoneConduct } from "./challenge-milestone-conduct.server";
import { readTargets } from "./challenge-schema";
import { getReadableTaker } from "./taker-access.server";
import { lockTaker } from "./taker-rows.server";
import { isTargetMet } from "./target-rules";

export type ReportInput = {
  takerId: string;
  milestoneId: string;
  report: string;
  /** Measured values in the order of the targets; empty where nothing was measured. */
  measured: readonly string[];
  upload: FileUpload | null;
};

/**
 * Reports a milestone with what was measured against the targets, and one paper if there is one.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409),
 * "challenge_taker_not_running", and at `file` what storeUpload refuses
 */
export async function reportMilestone(input: ReportInput, actor: UserActor, db: Db): Promise<void> {
  const { row } = await getReadableTaker(db, input.takerId, actor);
  assertCan(actor, "challenge.intend", { organisationId: row.organisationId });
  const { upload } = input;
  if (upload === null) {
    await inTransaction(db, (tx) => report(tx, input, null, actor));
    return;
  }
  await storeUpload(
    {
      purpose: "CHALLENGE",
      organisationId: row.organisationId,
      userId: actor.userId,
      upload,
      allowed: WORK_TYPES,
      field: "file",
    },
    db,
    (tx, file) => report(tx, input, file.id, actor),
  );
}

async function report(tx: Tx, input: ReportInput, fileId: string | null, actor: UserActor) {
  const row = await lockTaker(tx, input.takerId);
  const milestone = row.milestones.find((one) => one.id === input.milestoneId);
  if (!milestone) throw new DomainError("not_found", { status: 404 });
  if (milestone.state !== "PLANNED") throw new DomainError("wrong_state", { status: 409 });
  const measured = readTargets(row.challenge.targets).flatMap((target, index) => {
    const value = input.measured[index]?.trim() ?? "";
    return value === ""
      ? []
      : [{ target: index, measured: value, met: isTargetMet(target, value) }];
  });
  await tx.challengeMilestone.update({
    where: { id: milestone.id },
    data: {
      report: input.report,
      measured,
      reportedAt: clock.now(),
      reportedById: actor.userId,
      ...(fileId ? { fileId } : {}),
    },
  });
  await advance(tx, challengeMilestoneConduct, milestone.id, "report", actor);
}
