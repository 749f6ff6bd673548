import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertAttendee } from "./attendee-access.server";
import type { CardKind } from "./audience-schema";
import { enqueueLeads } from "./enqueue-leads.server";
import { tellRoadshowHint } from "./roadshow-news.server";

/** Takes an interest card back. @throws DomainError "not_found" (404) where there is none of one's own */
export async function withdrawCard(
  input: { number: number; projectId: string; kind: CardKind },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { projectId, kind } = input;
  const roadshowId = await inTransaction(db, async (tx) => {
    const { access, attendee } = await assertAttendee(tx, { number: input.number }, actor);
    const { id } = access.roadshow;
    const { count } = await tx.roadshowCard.updateMany({
      where: {
        projectId,
        participantId: attendee.id,
        kind,
        withdrawnAt: null,
        project: { roadshowId: id },
      },
      data: { withdrawnAt: clock.now() },
    });
    if (count === 0) throw new DomainError("not_found", { status: 404 });
    await enqueueLeads(tx, id);
    return id;
  });
  tellRoadshowHint({ roadshowId, topic: "cards" });
}
