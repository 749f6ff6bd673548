import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertAttendee, assertSeenProject } from "./attendee-access.server";
import type { CardKind } from "./audience-schema";
import { enqueueLeads } from "./enqueue-leads.server";
import { tellRoadshowHint } from "./roadshow-news.server";

/**
 * 意向卡: says what a participant wants of a project. One of each kind; giving it again changes its note.
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409), "stage_register_first" (403),
 * "stage_undertaking_first" (403)
 */
export async function giveCard(
  input: { number: number; projectId: string; kind: CardKind; note: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { projectId, kind, note } = input;
  const roadshowId = await inTransaction(db, async (tx) => {
    const { access, attendee } = await assertAttendee(tx, { number: input.number }, actor);
    const { id } = access.roadshow;
    await assertSeenProject(tx, id, projectId, attendee);
    const key = { projectId, participantId: attendee.id, kind };
    await tx.roadshowCard.upsert({
      where: { projectId_participantId_kind: key },
      create: { ...key, id: newId(), note, createdAt: clock.now() },
      update: { note, withdrawnAt: null },
    });
    await enqueueLeads(tx, id);
    return id;
  });
  tellRoadshowHint({ roadshowId, topic: "cards" });
}
