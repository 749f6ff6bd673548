import type { UserActor } from "~/domain/identity/actor";
import { membershipOf } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { roleFor } from "./challenge-access.server";
import { lockChallenge } from "./challenge-rows.server";
import { type IntentionRow, intentionSelect } from "./intention-rows.server";

export type IntentionRole = "taker" | "poster" | "office";

const notFound = () => new DomainError("not_found", { status: 404 });

/** States of a challenge in which poster and office read what was handed in. */
const OPENED = [
  "SCREENING",
  "APPRAISAL",
  "PUBLICITY",
  "RUNNING",
  "CLOSED",
  "NO_TAKER",
  "TERMINATED",
];

/**
 * An intention for whoever may read it: the taker always, poster and office once the deadline has
 * passed and only what was handed in. For everybody else it does not exist.
 * @throws DomainError "not_found" (404)
 */
export async function getReadableIntention(
  db: DbOrTx,
  id: string,
  actor: UserActor,
): Promise<{ row: IntentionRow; role: IntentionRole }> {
  if (!isId(id)) throw notFound();
  const row = await db.challengeIntention.findUnique({ where: { id }, select: intentionSelect });
  if (!row) throw notFound();
  if (membershipOf(actor, row.organisationId)) return { row, role: "taker" };
  const role = roleFor(actor, row.challenge);
  const isHandedIn = row.submittedAt !== null && !["DRAFT", "WITHDRAWN"].includes(row.state);
  if (role === null || !isHandedIn || !OPENED.includes(row.challenge.state)) throw notFound();
  return { row, role };
}

/**
 * The same with its challenge locked.
 * @throws DomainError "not_found" (404)
 */
export async function lockIntention(
  tx: Tx,
  id: string,
  actor: UserActor,
): Promise<{ row: IntentionRow; role: IntentionRole }> {
  const { row } = await getReadableIntention(tx, id, actor);
  await lockChallenge(tx, row.challengeId);
  return getReadableIntention(tx, id, actor);
}
