import { createHash } from "node:crypto";
import { Prisma } from "#prisma/client/client";
import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { CODE_HASH_LENGTH } from "./check-in-rules";
import type {
  CheckInCounts,
  CheckInList,
  CheckInPage,
  CheckInPerson,
  DoorPerson,
} from "./check-in-view";
import { assertStaff } from "./day-access.server";

/** People whom one device keeps: more than any hall of the market holds. */
const MOST_PEOPLE = 10_000;
const PAGE_SIZE = 20;

/** The start of the hash of a code: a lost phone does not carry the codes themselves. */
export const hashCode = (code: string): string =>
  createHash("sha256").update(code, "utf8").digest("hex").slice(0, CODE_HASH_LENGTH);

/**
 * Everybody who is registered, as a device keeps it for the time without network.
 * @throws DomainError "not_found" (404) for all but the organiser and its desk
 */
export async function findCheckInList(
  db: DbOrTx,
  roadshowId: string,
  actor: Actor,
): Promise<CheckInList> {
  await assertStaff(db, roadshowId, actor, ["DESK"]);
  const rows = await db.roadshowParticipant.findMany({
    where: { roadshowId, state: "REGISTERED" },
    orderBy: { number: "asc" },
    take: MOST_PEOPLE,
    select: {
      id: true,
      number: true,
      name: true,
      organisationName: true,
      checkInCode: true,
      phone: true,
      roles: true,
      checkIn: { select: { at: true } },
    },
  });
  const people = rows.map(({ checkInCode, phone, checkIn, ...person }): CheckInPerson => {
    const digits = phone.replaceAll(/\D/g, "");
    return {
      ...person,
      codeHash: hashCode(checkInCode),
      phoneTail: digits.length >= 8 ? digits.slice(-4) : "",
      at: checkIn?.at.toISOString() ?? null,
    };
  });
  return { roadshowId, at: clock.now().toISOString(), people };
}

/**
 * The page of the desk.
 * @param asked what somebody without client code searches, and which page of what is found
 * @throws DomainError "not_found" (404) for all but the organiser and its desk
 */
export async function getCheckInPage(
  db: DbOrTx,
  roadshowId: string,
  asked: { query: string; page: number },
  actor: Actor,
): Promise<CheckInPage> {
  const { roadshow } = await assertStaff(db, roadshowId, actor, ["DESK"]);
  const [counts, { found, total }] = await Promise.all([
    countCheckIns(db, roadshowId),
    searchDoor(db, roadshowId, asked.query.trim(), asked.page),
  ]);
  return {
    title: roadshow.title,
    number: roadshow.number,
    state: roadshow.state,
    counts,
    found,
    total,
    page: asked.page,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
  };
}

/** The same search as on a device, and people of the waiting list too; an empty query finds nobody. */
async function searchDoor(
  db: DbOrTx,
  roadshowId: string,
  query: string,
  page: number,
): Promise<{ found: DoorPerson[]; total: number }> {
  if (query === "") return { found: [], total: 0 };
  const digits = /^#?(\d{1,9})$/.exec(query)?.[1];
  const pattern = `%${query.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const isAsked = digits
    ? Prisma.sql`(number = ${Number(digits)} OR (${digits.length} = 4
        AND length(regexp_replace(phone, '[^0-9]', '', 'g')) >= 8
        AND right(regexp_replace(phone, '[^0-9]', '', 'g'), 4) = ${digits}))`
    : Prisma.sql`(name ILIKE ${pattern} OR "organisationName" ILIKE ${pattern})`;
  const rows = await db.$queryRaw<{ id: string; total: bigint }[]>`
    SELECT id, count(*) OVER () AS total FROM "RoadshowParticipant"
    WHERE "roadshowId" = ${roadshowId}::uuid AND state IN ('REGISTERED', 'WAITING') AND ${isAsked}
    ORDER BY number LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
  const people = await db.roadshowParticipant.findMany({
    where: { id: { in: rows.map((one) => one.id) } },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      name: true,
      organisationName: true,
      state: true,
      checkIn: { select: { at: true } },
    },
  });
  const found = people.map(({ state, checkIn, ...person }) => ({
    ...person,
    at: checkIn?.at.toISOString() ?? null,
    isWaiting: state === "WAITING",
  }));
  return { found, total: Number(rows[0]?.total ?? 0) };
}

async function countCheckIns(db: DbOrTx, roadshowId: string): Promise<CheckInCounts> {
  const [registered, present, walkIns] = await Promise.all([
    db.roadshowParticipant.count({ where: { roadshowId, state: "REGISTERED" } }),
    db.roadshowCheckIn.count({
      where: { roadshowId, participant: { state: "REGISTERED" } },
    }),
    db.roadshowParticipant.count({ where: { roadshowId, state: "REGISTERED", isWalkIn: true } }),
  ]);
  return { registered, in: present, walkIns };
}
