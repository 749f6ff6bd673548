import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { consentHash } from "./consent-hash.server";
import { assertPresenter, listStandingConsents, readConsentFacts } from "./consent-queries.server";
import type { ConsentKind } from "./consent-schema";

/**
 * Gives a consent, or takes it back: every answer is a row of its own, bound to the text that was shown.
 * Taking back asks for no text. The same answer again writes nothing.
 * @throws DomainError "not_found" (404), "forbidden" (403), "changed_meanwhile" (409) when the text is not
 * the one that was shown, "roadshow_replay_confidential" for the replay of a confidential session
 */
export async function answerConsent(
  input: { projectId: string; kind: ConsentKind; isGiven: boolean; textHash: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { projectId, kind, isGiven } = input;
  await inTransaction(db, async (tx) => {
    const project = await assertPresenter(tx, projectId, actor);
    await lockRoadshow(tx, project.roadshowId);
    const textHash = consentHash(projectId, kind, await readConsentFacts(tx, projectId));
    if (isGiven && input.textHash !== textHash) {
      throw new DomainError("changed_meanwhile", { status: 409 });
    }
    if (isGiven && kind === "REPLAY" && project.confidentiality !== "PUBLIC") {
      throw new DomainError("roadshow_replay_confidential", { status: 409 });
    }
    const standing = (await listStandingConsents(tx, [projectId])).get(projectId)?.get(kind);
    if ((standing?.isGiven ?? false) === isGiven) return;
    await tx.roadshowConsent.create({
      data: {
        id: newId(),
        projectId,
        kind,
        isGiven,
        textHash,
        userId: actor.userId,
        createdAt: clock.now(),
      },
    });
    await appendAudit(tx, actor, {
      action: isGiven ? "roadshow-consent.give" : "roadshow-consent.revoke",
      subjectType: "RoadshowProject",
      subjectId: projectId,
      detail: { kind, textHash },
    });
  });
}
