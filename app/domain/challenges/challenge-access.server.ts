import type { Actor } from "~/domain/identity/actor";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { PUBLIC_CHALLENGE_STATES } from "./challenge-procedure";

export type ChallengeRole = "poster" | "office" | null;

const notFound = () => new DomainError("not_found", { status: 404 });

/** What a person is to a challenge: of the poster, of the office of its region, or nobody. */
export function roleFor(
  actor: Actor | null,
  row: { organisationId: string; regionCode: string | null },
): ChallengeRole {
  if (actor === null) return null;
  if (membershipOf(actor, row.organisationId)) return "poster";
  const isOffice = can(actor, "challenge.vet", { regionCode: row.regionCode });
  return isOffice ? "office" : null;
}

/**
 * Strangers do not learn of a challenge by trying to change it.
 * @throws DomainError "not_found" (404)
 */
export async function assertChallengeSeen(
  db: DbOrTx,
  id: string,
  actor: Actor,
): Promise<ChallengeRole> {
  if (!isId(id)) throw notFound();
  const row = await db.challenge.findUnique({
    where: { id },
    select: { organisationId: true, regionCode: true, state: true, publishedAt: true },
  });
  if (!row) throw notFound();
  const role = roleFor(actor, row);
  // A draft, and one that was thrown away, is the poster's own.
  const isUnsent = row.publishedAt === null && ["DRAFT", "WITHDRAWN"].includes(row.state);
  if (role === "office" && isUnsent) throw notFound();
  if (role === null && actor.kind !== "SYSTEM" && !isPublished(row)) throw notFound();
  return role;
}

/** Whether everybody may read of it: published once. */
export function isPublished(row: { state: string; publishedAt: Date | null }): boolean {
  return row.publishedAt !== null && PUBLIC_CHALLENGE_STATES.some((state) => state === row.state);
}

/** Whether a person may read the confidential part: own, or accepted as it stands. */
export async function readsConfidential(
  db: DbOrTx,
  row: {
    id: string;
    organisationId: string;
    regionCode: string | null;
    agreementHash: string | null;
  },
  actor: Actor | null,
): Promise<boolean> {
  if (roleFor(actor, row) !== null) return true;
  if (actor?.kind !== "USER" || row.agreementHash === null) return false;
  const accepted = await db.challengeAgreement.count({
    where: { challengeId: row.id, userId: actor.userId, textHash: row.agreementHash },
  });
  return accepted > 0;
}
