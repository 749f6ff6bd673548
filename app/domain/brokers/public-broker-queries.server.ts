import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { VISIBLE_STATES } from "./broker-profile-procedure";
import { type Availability, maskNumber } from "./profile-rules";
import type { PublicBroker } from "./profile-view";
import { AMOUNT_BANDS, amountBand, suppressSmall } from "./result-rules";

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** A broker's public page. @throws DomainError "not_found" while the profile is not public */
export async function getPublicBroker(id: string, db: Db): Promise<PublicBroker> {
  const row = assertFound(
    isId(id)
      ? await db.brokerProfile.findFirst({
          where: { id, state: { in: [...VISIBLE_STATES] } },
          include: { agency: { select: { id: true, legalName: true, state: true } } },
        })
      : null,
  );
  const results = await readResults(id, db);
  return {
    id: row.id,
    number: row.number,
    isRechecked: row.state === "RECHECK",
    displayName: row.displayName,
    hasPhoto: row.photoFileId !== null && row.photoConsentAt !== null,
    agency: row.agency && { id: row.agency.id, name: row.agency.legalName },
    level: row.level,
    certificate: row.certificateNumber
      ? {
          numberMasked: maskNumber(row.certificateNumber),
          issuedOn: day(row.certificateIssuedOn),
          expiresOn: day(row.certificateExpiresOn),
          base: row.certificateBase,
        }
      : null,
    poolMemberSince: day(row.poolMemberSince),
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    intro: row.intro,
    regionCode: row.regionCode,
    fieldCodes: row.fieldCodes,
    regionCodes: row.regionCodes,
    serviceCodes: row.serviceCodes,
    languageCodes: row.languageCodes,
    availability: row.availability as Availability,
    conflictStatement: row.conflictStatement,
    results,
  };
}

type ResultRow = { amountFen: bigint; categoryCode: string | null };

/** Deals of the ledger that stand, as counts by amount band and category with small cells hidden. */
async function readResults(brokerId: string, db: Db): Promise<PublicBroker["results"]> {
  const rows = await db.$queryRaw<ResultRow[]>`
    SELECT e."amountFen", c."categoryCode"
    FROM "AttributionEntry" e LEFT JOIN "Contract" c ON c.id = e."contractId"
    WHERE e."brokerId" = ${brokerId}::uuid AND e.kind = 'TURNOVER'
      AND NOT EXISTS (SELECT 1 FROM "AttributionEntry" r WHERE r."reversesId" = e.id)`;
  const count = <K extends string>(keys: readonly K[]) => {
    const counts = new Map<K, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts].map(([key, number]) => ({ key, count: number }));
  };
  const order = (key: (typeof AMOUNT_BANDS)[number]) => AMOUNT_BANDS.indexOf(key);
  const bands = suppressSmall(count(rows.map((row) => amountBand(row.amountFen))));
  const categories = suppressSmall(
    count(rows.flatMap((row) => (row.categoryCode ? [`${row.categoryCode.charAt(0)}0`] : []))),
  );
  return {
    bands: bands.cells.sort((a, b) => order(a.key) - order(b.key)),
    categories: categories.cells.sort((a, b) => (a.key < b.key ? -1 : 1)),
    total: bands.total,
  };
}
