import { regionPrefix } from "~/domain/identity/region-rules";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { DelegationRow } from "./routing-rules";

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** Delegations to offices that exist today; the routing rule looks at their own dates. */
export async function listDelegations(db: DbOrTx): Promise<DelegationRow[]> {
  const today = dateColumn(calendarDate(clock.now()));
  const rows = await db.registrationDelegation.findMany({
    where: {
      office: {
        kind: "OFFICE",
        validFrom: { lte: today },
        OR: [{ validTo: null }, { validTo: { gte: today } }],
      },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    officeId: row.officeId,
    regionCode: row.regionCode,
    belowFen: row.belowFen,
    validFrom: day(row.validFrom) ?? "",
    validTo: day(row.validTo),
  }));
}

export type ServicePoint = { id: string; nameZh: string; nameEn: string; address: string };

/** Service points that forward to the office and lie in the seller's region or above it. */
export async function listServicePoints(
  db: DbOrTx,
  officeId: string,
  sellerRegion: string,
): Promise<ServicePoint[]> {
  const today = dateColumn(calendarDate(clock.now()));
  const rows = await db.registrationOffice.findMany({
    where: {
      kind: "SERVICE_POINT",
      forwardsToId: officeId,
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gte: today } }],
    },
    orderBy: { code: "asc" },
    select: { id: true, nameZh: true, nameEn: true, address: true, regionCode: true },
  });
  return rows
    .filter((row) => sellerRegion.startsWith(regionPrefix(row.regionCode)))
    .map(({ regionCode: _, ...point }) => point);
}
