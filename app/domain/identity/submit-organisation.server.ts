import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { organisationConduct } from "./organisation-conduct.server";
import { assertCan } from "./permission-rules";

export type OwnMove = "submit" | "recall" | "reportChange" | "requestRecheck";

/**
 * The moves that an organisation's administrators make in its verification.
 * @throws DomainError "forbidden", "wrong_state", "note_required", or what a condition says
 */
export async function submitOrganisation(
  input: { organisationId: string; move: OwnMove; note: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { organisationId, move, note } = input;
  assertCan(actor, "organisation.submit", { organisationId });
  await advance(db, organisationConduct, organisationId, move, actor, { note });
}
