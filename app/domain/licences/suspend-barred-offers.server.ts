import { systemActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { licenceOfferConduct } from "./licence-offer-conduct.server";
import { loadLicenceOffers } from "./licence-offer-rows.server";
import { findSaleBars } from "./sale-bar-queries.server";

const PAGE = 100;
const NOTE = "系统核对：按现在的权利、成果或主体状态，这项许可不能再给予。";

/** Suspends open offers that can no longer be sold, so that nobody reads them as open. */
export async function suspendBarredOffers(db: Db): Promise<number> {
  const today = calendarDate(clock.now());
  let after: string | undefined;
  let suspended = 0;
  for (;;) {
    const found = await db.licenceOffer.findMany({
      where: { state: "OPEN", ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: "asc" },
      take: PAGE,
      select: { id: true },
    });
    for (const { id } of found) {
      const isDone = await inTransaction(db, async (tx) => {
        await tx.$executeRaw`SELECT id FROM "LicenceOffer" WHERE id = ${id}::uuid FOR UPDATE`;
        const [row] = await loadLicenceOffers(tx, [id]);
        if (row?.state !== "OPEN" || (await findSaleBars(tx, row, today)).length === 0)
          return false;
        const actor = systemActor("licences");
        await advance(tx, licenceOfferConduct, id, "suspend", actor, { note: NOTE });
        return true;
      });
      if (isDone) suspended += 1;
    }
    after = found.at(-1)?.id;
    if (found.length < PAGE) return suspended;
  }
}
