import { calendarDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { findBan } from "./ban-queries.server";

/**
 * Whoever is banned takes no part in a new trade, on either side.
 * @throws DomainError "trade_banned" (403)
 */
export async function assertMayTrade(db: DbOrTx, organisationId: string): Promise<void> {
  const ban = await findBan(db, organisationId);
  if (!ban) return;
  // The period ends with the day: the last day that is still barred is shown.
  const until = calendarDate(new Date(ban.untilAt.getTime() - 1));
  throw new DomainError("trade_banned", { status: 403, params: { until } });
}
