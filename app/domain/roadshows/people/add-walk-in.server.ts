import { systemActor, type UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { insertParticipant } from "./insert-participant.server";
import { OVER_STATES } from "./participant-conditions.server";
import { participantConduct } from "./participant-conduct.server";
import type { WalkInInput } from "./walk-in-schema";

/**
 * Writes down somebody who comes without registration. The door decides, so the number of places does
 * not refuse. Somebody of the same name and phone is the same person and is not written down twice.
 * @returns the participant's id
 * @throws DomainError "not_found" (404) for all but the organiser and its desk, "roadshow_over" (409)
 */
export async function addWalkIn(
  roadshowId: string,
  input: WalkInInput,
  actor: UserActor,
  db: DbOrTx,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const { isOrganiser, seats } = await findRoadshowAccess(tx, { id: roadshowId }, actor);
    if (!isOrganiser && !seats.has("DESK")) throw new DomainError("not_found", { status: 404 });
    await lockRoadshow(tx, roadshowId);
    const { state } = await tx.roadshow.findUniqueOrThrow({
      where: { id: roadshowId },
      select: { state: true },
    });
    if (OVER_STATES.includes(state)) throw new DomainError("roadshow_over", { status: 409 });
    const known = await findSamePerson(tx, roadshowId, input);
    const id =
      known?.id ??
      (await insertParticipant(
        tx,
        { ...input, roadshowId, roles: ["AUDIENCE"], isWalkIn: true, meetingsMax: 0 },
        actor,
      ));
    const market = systemActor("roadshow-registration");
    if (known?.state === "CANCELLED") await advance(tx, participantConduct, id, "return", market);
    if (known?.state !== "REGISTERED") await advance(tx, participantConduct, id, "seat", market);
    return id;
  });
}

/** Prefixes of countries and what people write between digits do not make another person. */
const PHONE_DIGITS = 11;
const phoneOf = (phone: string) => phone.replaceAll(/\D/g, "").slice(-PHONE_DIGITS);

/** Whoever is at this event with the same name and the same phone, registered, waiting or cancelled. */
async function findSamePerson(tx: Tx, roadshowId: string, { name, phone }: WalkInInput) {
  const asked = phoneOf(phone);
  if (asked === "") return null;
  const namesakes = await tx.roadshowParticipant.findMany({
    where: { roadshowId, name, phone: { not: "" } },
    orderBy: { number: "asc" },
    take: 200,
    select: { id: true, state: true, phone: true },
  });
  const same = namesakes.filter((one) => phoneOf(one.phone) === asked);
  return same.find((one) => one.state === "REGISTERED") ?? same[0] ?? null;
}
