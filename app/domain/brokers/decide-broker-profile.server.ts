import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertFound } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { brokerProfileConduct } from "./broker-profile-conduct.server";
import type { BrokerOfficeMove } from "./broker-profile-procedure";

/**
 * A talent-pool officer's decision about a profile of the own region.
 * @throws DomainError "not_found", "forbidden" (403), "wrong_state" (409), "note_required",
 * "own_application", or what another condition says
 */
export async function decideBrokerProfile(
  input: { profileId: string; move: BrokerOfficeMove; note: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const where = { id: input.profileId };
  const { regionCode } = assertFound(
    await db.brokerProfile.findUnique({ where, select: { regionCode: true } }),
  );
  assertCan(actor, "broker-profile.verify", { regionCode });
  const { note } = input;
  await advance(db, brokerProfileConduct, input.profileId, input.move, actor, { note });
}
