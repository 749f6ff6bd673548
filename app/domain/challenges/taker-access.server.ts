import type { UserActor } from "~/domain/identity/actor";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { type TakerRow, takerSelect } from "./taker-rows.server";

export type TakerRole = "taker" | "poster" | "expert" | "office";

/**
 * A taker's case for its two sides, the active experts and the office; nobody else learns of it, other
 * takers of the race included.
 * @throws DomainError "not_found" (404)
 */
export async function getReadableTaker(
  db: DbOrTx,
  id: string,
  actor: UserActor,
): Promise<{ row: TakerRow; role: TakerRole }> {
  const row = isId(id)
    ? await db.challengeTaker.findUnique({ where: { id }, select: takerSelect })
    : null;
  if (!row) throw new DomainError("not_found", { status: 404 });
  if (membershipOf(actor, row.organisationId)) return { row, role: "taker" };
  const { organisationId, regionCode, experts } = row.challenge;
  if (membershipOf(actor, organisationId)) return { row, role: "poster" };
  const isExpert = experts.some(
    (one) => one.userId === actor.userId && one.acceptedAt !== null && one.recusedAt === null,
  );
  if (isExpert) return { row, role: "expert" };
  if (can(actor, "challenge.vet", { regionCode })) return { row, role: "office" };
  throw new DomainError("not_found", { status: 404 });
}
