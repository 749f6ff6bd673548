import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { findLedgerOwner, listYearLines, summariseYear } from "./ledger-queries.server";
import type { FilingSummary, LedgerLine, LedgerOwner } from "./ledger-view";

export type FilingPack = {
  owner: LedgerOwner;
  filing: FilingSummary;
  lines: LedgerLine[];
  /** Calendar date of the making. */
  madeOn: string;
};

/**
 * Everything of a year that goes into the filing pack, read in one snapshot, so that the lines sum to
 * the totals although entries are made meanwhile.
 * @throws DomainError "not_found" (404) for a ledger that the actor may not read or a year to come
 */
export async function getFilingPack(
  input: { owner: string | null; year: number },
  actor: UserActor,
  db: Db,
): Promise<FilingPack> {
  const { owner } = await findLedgerOwner(input.owner, actor, db);
  const madeOn = calendarDate(clock.now());
  if (input.year < 2000 || input.year > Number(madeOn.slice(0, 4))) {
    throw new DomainError("not_found", { status: 404 });
  }
  return db.$transaction(
    async (tx) => ({
      owner,
      filing: await summariseYear(owner, input.year, tx),
      lines: await listYearLines(owner, input.year, actor, tx),
      madeOn,
    }),
    { isolationLevel: "RepeatableRead" },
  );
}
