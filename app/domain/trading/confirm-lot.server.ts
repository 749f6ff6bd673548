import type { Actor } from "~/domain/identity/actor";
import { assertOwnPassword } from "~/domain/identity/own-password.server";
import { can } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { lotConduct } from "./lot-conduct.server";

/**
 * 成交确认: the winner's signatory confirms the price, with the password asked again. From then on
 * the sale stands.
 * @throws DomainError "not_found" (404) for strangers too, "password_wrong" at `password`,
 * "too_many_requests" (429), "lot_confirm_late", "wrong_state" (409)
 */
export async function confirmLot(
  input: { lotId: string; password: string },
  actor: Actor,
  db: Db,
): Promise<void> {
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  const lot = isId(input.lotId)
    ? await db.lot.findUnique({
        where: { id: input.lotId },
        select: {
          winnerApplicationId: true,
          applications: { select: { id: true, organisationId: true } },
        },
      })
    : null;
  const winner = lot?.applications.find((one) => one.id === lot.winnerApplicationId);
  const mayConfirm = winner && can(actor, "lot.confirm", { organisationId: winner.organisationId });
  assertFound(mayConfirm ? winner : null);
  await assertOwnPassword(input.password, "password", actor, db);
  await advance(db, lotConduct, input.lotId, "confirm", actor);
}
