import { createHash } from "node:crypto";
import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { CODE_HASH_LENGTH, searchPeople } from "./check-in-rules";
import type { CheckInCounts, CheckInList, CheckInPerson } from "./check-in-view";
import { assertStaff } from "./day-access.server";

/** People whom one device keeps: more than any hall of the market holds. */
const MOST_PEOPLE = 10_000;

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

export type CheckInPage = {
  title: string;
  number: number;
  state: string;
  counts: CheckInCounts;
  found: CheckInPerson[];
};

/** The page of the desk; `query` is what somebody without client code searches. */
export async function getCheckInPage(
  db: DbOrTx,
  roadshowId: string,
  query: string,
  actor: Actor,
): Promise<CheckInPage> {
  const { roadshow } = await assertStaff(db, roadshowId, actor, ["DESK"]);
  const [counts, found] = await Promise.all([
    countCheckIns(db, roadshowId),
    query.trim() === "" ? [] : findCheckInList(db, roadshowId, actor),
  ]);
  return {
    title: roadshow.title,
    number: roadshow.number,
    state: roadshow.state,
    counts,
    found: Array.isArray(found) ? [] : searchPeople(found.people, query, 20),
  };
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
