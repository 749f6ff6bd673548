import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import type { Attendee } from "./attendee-access.server";
import type { RoomLink } from "./audience-view";
import { checkInFrom } from "./check-in-access.server";
import { readShared } from "./shared-reading.server";

/** From the fixed agenda on until people have met. */
const OPEN_STATES = ["AGENDA_SET", "REGISTRATION", "LIVE", "MATCHING"];

/**
 * Addresses of the online rooms, for people who are registered with a place: from when the door of the first
 * day opens, and never to anybody else.
 * @param number of an event that the caller has found
 */
export async function findRoomLinks(
  db: Db,
  number: number,
  actor: Actor | null,
): Promise<RoomLink[]> {
  if (actor?.kind !== "USER") return [];
  const own = await db.roadshowParticipant.findFirst({
    where: { userId: actor.userId, state: "REGISTERED", roadshow: { number } },
    select: { id: true, roadshowId: true },
  });
  return own ? roomLinksOf(db, own.roadshowId, own) : [];
}

/** The same where the person is known already. */
export async function roomLinksOf(
  db: Db,
  roadshowId: string,
  attendee: Pick<Attendee, "id"> | null,
): Promise<RoomLink[]> {
  return attendee ? readShared(db, `rooms/${roadshowId}`, () => listRooms(db, roadshowId)) : [];
}

async function listRooms(db: Db, roadshowId: string): Promise<RoomLink[]> {
  const { state, format, places } = await db.roadshow.findUniqueOrThrow({
    where: { id: roadshowId },
    select: {
      state: true,
      format: true,
      places: {
        where: { url: { not: "" } },
        orderBy: [{ sort: "asc" }, { id: "asc" }],
        take: 200,
        select: { id: true, name: true, url: true },
      },
    },
  });
  if (format === "ONSITE" || !OPEN_STATES.includes(state) || places.length === 0) return [];
  const from = await checkInFrom(db, roadshowId);
  if (!from || clock.now() < from) return [];
  return places.map(({ id, name, url }) => ({ placeId: id, placeName: name, url }));
}
