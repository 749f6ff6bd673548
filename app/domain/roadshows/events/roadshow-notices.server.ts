import { coversRegion } from "~/domain/identity/region-rules";
import type { NotificationKind } from "~/domain/notifications/notification-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { clock } from "~/domain/shared/clock";
import type { Tx } from "~/platform/db.server";
import { officeRoadshowHref, organiserHref, roadshowHref } from "./roadshow-href";

type RoadshowNotice = Extract<NotificationKind, `roadshow${string}`>;
type Event = {
  id: string;
  number: number;
  title: string;
  organisationId: string;
  regionCode: string | null;
};

type Told = { kind: RoadshowNotice; params: Record<string, string | number>; key: string };

async function tell(tx: Tx, userIds: readonly string[], href: string, told: Told): Promise<void> {
  await notify(tx, {
    userIds,
    kind: told.kind,
    params: told.params as never,
    href,
    dedupeKey: `${told.kind}:${told.key}`,
  });
}

/** Tells those who publish for the organiser. */
export async function tellOrganiser(tx: Tx, event: Event, told: Told): Promise<void> {
  const userIds = await listPublisherIds(tx, event.organisationId);
  await tell(tx, userIds, organiserHref(event.id), told);
}

/** Tells the market's operators of the event's region. */
export async function tellOffice(tx: Tx, event: Event, told: Told): Promise<void> {
  const now = clock.now();
  const seats = await tx.officeAssignment.findMany({
    where: {
      office: "MARKET_OPERATOR",
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
      user: { deactivatedAt: null },
    },
    select: { userId: true, regionCode: true },
  });
  const covering = seats.filter((seat) => coversRegion(seat.regionCode, event.regionCode));
  const userIds = covering.map((seat) => seat.userId);
  await tell(tx, userIds, officeRoadshowHref(event.id), told);
}

/** Tells one person about a seat. */
export async function tellPerson(tx: Tx, userId: string, href: string, told: Told): Promise<void> {
  await tell(tx, [userId], href, told);
}

/** Tells those who pitch, unless their project is out of it. */
export async function tellPitching(tx: Tx, event: Event, told: Told): Promise<void> {
  await tell(tx, await listPitchingIds(tx, event.id), roadshowHref(event.number), told);
}

/** Tells everybody who has to do with the event: those who pitch, work for it or are registered. */
export async function tellEverybody(tx: Tx, event: Event, told: Told): Promise<void> {
  const [pitching, members, participants, own] = await Promise.all([
    listPitchingIds(tx, event.id),
    tx.roadshowMember.findMany({
      where: { roadshowId: event.id, state: { in: ["INVITED", "ACCEPTED"] } },
      select: { userId: true },
    }),
    tx.roadshowParticipant.findMany({
      where: { roadshowId: event.id, state: { not: "CANCELLED" }, userId: { not: null } },
      select: { userId: true },
    }),
    listPublisherIds(tx, event.organisationId),
  ]);
  const people = [...members, ...participants].flatMap((one) => one.userId ?? []);
  await tell(tx, [...pitching, ...people, ...own], roadshowHref(event.number), told);
}

async function listPitchingIds(tx: Tx, roadshowId: string): Promise<string[]> {
  const projects = await tx.roadshowProject.findMany({
    where: { roadshowId, state: { notIn: ["WITHDRAWN", "REJECTED", "WAIVED", "DROPPED"] } },
    select: { createdById: true, presenterUserId: true },
  });
  return projects.flatMap((one) => [one.createdById, one.presenterUserId ?? []].flat());
}
