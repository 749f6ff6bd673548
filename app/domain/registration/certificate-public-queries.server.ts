import { calendarDate } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { PublicRegistration, PublicStatus } from "./certificate-view";

/** What was once registered stays findable, with how it stands now. */
const STATUSES: Record<string, PublicStatus> = {
  REGISTERED: "REGISTERED",
  CHANGE_PENDING: "CHANGE_PENDING",
  RECONSIDERATION: "RECONSIDERATION",
  // A registration that is reviewed anew after an objection.
  REVIEW: "RECONSIDERATION",
  REVIEW_CORRECTION: "RECONSIDERATION",
  SECOND_REVIEW: "RECONSIDERATION",
  DECISION: "RECONSIDERATION",
  REFUSED: "REVOKED",
  CANCELLED: "CANCELLED",
  REVOKED: "REVOKED",
};

/**
 * A registration by its number, for everybody: number, category, date and status, no names and no
 * amounts. A case that was never registered is not found.
 * @param number registration number or the office's own number, as typed
 */
export async function findPublicRegistration(
  number: string,
  locale: string,
  db: DbOrTx,
): Promise<PublicRegistration | null> {
  const asked = number.normalize("NFKC").trim().toUpperCase();
  if (asked === "" || asked.length > 60) return null;
  const row = await db.registration.findFirst({
    where: {
      registrationNo: { not: null },
      OR: [{ registrationNo: asked }, { officialNo: asked }],
    },
    select: {
      state: true,
      registrationNo: true,
      officialNo: true,
      categoryCode: true,
      registeredOn: true,
      endedAt: true,
      versionNumber: true,
    },
  });
  const status = row && STATUSES[row.state];
  if (!row || !status || !row.registrationNo) return null;
  const category = await db.codeItem.findFirst({
    where: { list: "contract-categories", code: row.categoryCode },
    select: { nameZh: true, nameEn: true },
  });
  const name = locale.startsWith("zh") ? category?.nameZh : category?.nameEn;
  return {
    number: row.registrationNo,
    officialNo: row.officialNo ?? "",
    category: name ?? row.categoryCode,
    registeredOn: row.registeredOn?.toISOString().slice(0, 10) ?? "",
    endedOn: row.endedAt ? calendarDate(row.endedAt) : "",
    status,
    version: row.versionNumber,
  };
}
