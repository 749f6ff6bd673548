import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { type ParticipantRow, participantSelect } from "./participant-rows.server";

/**
 * A participant's own row; of others nobody learns by it whether they exist.
 * @throws DomainError "not_found" (404)
 */
export async function getOwnVisit(
  db: DbOrTx,
  participantId: string,
  actor: UserActor,
): Promise<ParticipantRow> {
  const row = isId(participantId)
    ? await db.roadshowParticipant.findUnique({
        where: { id: participantId },
        select: participantSelect,
      })
    : null;
  if (!row || row.userId !== actor.userId) throw new DomainError("not_found", { status: 404 });
  return row;
}
