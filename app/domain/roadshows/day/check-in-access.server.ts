import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import type { RoadshowAccess } from "../events/roadshow-access.server";
import { assertDay, assertStaff } from "./day-access.server";

const HOUR_MS = 3_600_000;

/** Also after the report: a phone without network sends what it has hours later. */
const CHECK_IN_STATES = ["AGENDA_SET", "REGISTRATION", "LIVE", "MATCHING", "REPORTED"];

/**
 * The event for the people at its door, from some hours before its first day on.
 * @returns the earliest instant at which anybody can have come
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409), "check_in_early" (409)
 */
export async function assertCheckIn(
  db: DbOrTx,
  roadshowId: string,
  actor: Actor,
  now: Date,
): Promise<{ access: RoadshowAccess; earliest: Date }> {
  const access = await assertStaff(db, roadshowId, actor, ["DESK"]);
  assertDay(access.roadshow.state, CHECK_IN_STATES);
  const earliest = await checkInFrom(db, roadshowId);
  if (!earliest || now < earliest) throw new DomainError("check_in_early", { status: 409 });
  return { access, earliest };
}

/** Start of the first day by the market's clock, less the hours of the policy. */
export async function checkInFrom(db: DbOrTx, roadshowId: string): Promise<Date | null> {
  const row = await db.roadshow.findUnique({
    where: { id: roadshowId },
    select: { startsOn: true },
  });
  if (!row?.startsOn) return null;
  const date = row.startsOn.toISOString().slice(0, 10);
  const hours = await getPolicyNumber(db, "market.roadshow.check_in_early_hours");
  return new Date(Date.parse(`${date}T00:00:00.000+08:00`) - hours * HOUR_MS);
}
