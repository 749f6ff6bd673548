import { getReference } from "~/domain/catalogue/code-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { getSeenProject } from "./project-access.server";
import { projectConduct } from "./project-conduct.server";
import type { ProjectRow } from "./project-rows.server";
import { NOT_FILED, type ProjectForm } from "./project-schema";

const WRITABLE = ["DRAFT", "RETURNED"];

/**
 * Saves the form of a project; with `isHandedIn` it is submitted in the same step. What needs a patent
 * first is stopped here with that advice, whatever else is missing.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409), "stale_revision" (409),
 * "pitch_patent_first", "pitch_presenter", "not_a_choice", or the first condition of submitting
 */
export async function saveProject(
  input: { projectId: string; form: ProjectForm; isHandedIn: boolean },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ revision: number }> {
  return inTransaction(db, async (tx) => {
    const seen = await getSeenProject(tx, input.projectId, actor);
    await lockRoadshow(tx, seen.row.roadshowId);
    const { row, role } = await getSeenProject(tx, input.projectId, actor);
    if (role !== "owner") throw new DomainError("not_found", { status: 404 });
    assertCan(actor, "roadshow.pitch", { organisationId: row.organisationId });
    if (!WRITABLE.includes(row.state)) throw new DomainError("wrong_state", { status: 409 });
    const { revision: seenRevision, noveltyAnswer, ...form } = input.form;
    if (seenRevision !== row.revision) throw new DomainError("stale_revision", { status: 409 });
    const isSupply = row.side === "SUPPLY";
    if (input.isHandedIn && isSupply && noveltyAnswer === NOT_FILED) {
      throw new DomainError("pitch_patent_first", { field: "noveltyAnswer" });
    }
    await assertKnownFields(tx, form.fieldCodes);
    const presenterName = await presenterOf(tx, row, form);
    const answer = noveltyAnswer === NOT_FILED ? null : noveltyAnswer;
    const { format } = row.roadshow;
    const revision = row.revision + 1;
    await tx.roadshowProject.update({
      where: { id: row.id },
      data: {
        ...form,
        presenterName,
        noveltyAnswer: isSupply ? answer : null,
        confidentiality: answer === "NDA" ? "NDA_SESSION" : form.confidentiality,
        isOnline: format === "BOTH" ? form.isOnline : format === "ONLINE",
        revision,
      },
    });
    if (input.isHandedIn) await advance(tx, projectConduct, row.id, "submit", actor, { revision });
    return { revision };
  });
}

async function assertKnownFields(tx: Tx, fieldCodes: readonly string[]): Promise<void> {
  const { byCode } = await getReference(tx);
  if (fieldCodes.some((code) => !byCode.has(`fields:${code}`))) {
    throw new DomainError("not_a_choice", { field: "fieldCodes" });
  }
}

/** A presenter with an account is a colleague; the name is taken from there where none was written. */
async function presenterOf(
  tx: Tx,
  row: ProjectRow,
  form: Omit<ProjectForm, "revision" | "noveltyAnswer">,
) {
  const { presenterUserId, presenterName } = form;
  if (!presenterUserId) return presenterName;
  const colleague = await tx.membership.findFirst({
    where: { organisationId: row.organisationId, userId: presenterUserId, endedAt: null },
    select: { user: { select: { name: true } } },
  });
  if (!colleague) throw new DomainError("pitch_presenter", { field: "presenterUserId" });
  return presenterName || colleague.user.name;
}
