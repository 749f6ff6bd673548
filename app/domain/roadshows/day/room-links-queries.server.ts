import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import type { Attendee } from "./attendee-access.server";
import type { RoomLink } from "./audience-view";
import { checkInFrom } from "./check-in-access.server";
import { readShared } from "./shared-reading.server";

/** From the fixed agenda on until people have met. */
const OPEN_STATES = ["AGENDA_SET", "REGISTRATION", "LIVE", "MATCHING"];

/** A room, and whether a confidential session is planned in it. */
type Room = RoomLink & { isConfidential: boolean };

/**
 * Addresses of the online rooms, for people who are registered with a place: from when the door of the first
 * day opens, and never to anybody else. A room with a confidential session opens to those who have accepted
 * the undertaking.
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
    select: { roadshowId: true, ndaAcceptedAt: true },
  });
  return own ? roomLinksOf(db, own.roadshowId, { hasUndertaking: own.ndaAcceptedAt !== null }) : [];
}

/** The same where the person is known already. */
export async function roomLinksOf(
  db: Db,
  roadshowId: string,
  attendee: Pick<Attendee, "hasUndertaking"> | null,
): Promise<RoomLink[]> {
  if (!attendee) return [];
  const rooms = await readShared(db, `rooms/${roadshowId}`, () => listRooms(db, roadshowId));
  return rooms.flatMap(({ isConfidential, ...room }) =>
    isConfidential && !attendee.hasUndertaking ? [] : [room],
  );
}

async function listRooms(db: Db, roadshowId: string): Promise<Room[]> {
  const { state, format, places } = await db.roadshow.findUniqueOrThrow({
    where: { id: roadshowId },
    select: {
      state: true,
      format: true,
      places: {
        where: { url: { not: "" } },
        orderBy: [{ sort: "asc" }, { id: "asc" }],
        take: 200,
        select: {
          id: true,
          name: true,
          url: true,
          entries: {
            where: {
              plan: { state: { in: ["PROVISIONAL", "FINAL"] } },
              project: { confidentiality: "NDA_SESSION" },
            },
            take: 1,
            select: { id: true },
          },
        },
      },
    },
  });
  if (format === "ONSITE" || !OPEN_STATES.includes(state) || places.length === 0) return [];
  const from = await checkInFrom(db, roadshowId);
  if (!from || clock.now() < from) return [];
  return places.map(({ id, name, url, entries }) => ({
    placeId: id,
    placeName: name,
    url,
    isConfidential: entries.length > 0,
  }));
}
