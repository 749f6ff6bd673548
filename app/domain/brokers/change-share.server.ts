import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockDealMatter } from "./deal-matter.server";
import { listLiveEntries, reverseEntry } from "./live-entries.server";
import { freeShareBp, partOf } from "./share-rules";
import type { ShareChange } from "./share-schema";

/**
 * Corrects a broker's share in a deal: the entry is reversed and entered anew on the same day. A
 * broker lowers the own share freely and raises it only into what others have left free; both are
 * counted under the room's lock, so that two at once cannot exceed the whole.
 * @throws DomainError "not_found" (404), "forbidden" (403), "share_reversed" (409), "share_not_free"
 */
export async function changeShare(input: ShareChange, actor: UserActor, db: Db): Promise<void> {
  const asked = assertFound(
    await db.attributionEntry.findUnique({
      where: { id: input.entryId },
      select: { dealId: true, kind: true, agencyId: true, broker: { select: { userId: true } } },
    }),
  );
  assertCan(actor, "attribution.view", {
    userId: asked.broker.userId,
    organisationId: asked.agencyId,
  });
  if (asked.kind !== "TURNOVER") throw new DomainError("not_found", { status: 404 });
  await inTransaction(db, async (tx) => {
    await lockDealMatter(tx, asked.dealId);
    const live = await listLiveEntries(tx, { dealId: asked.dealId, kind: "TURNOVER" });
    const entry = live.find((one) => one.id === input.entryId);
    if (!entry) throw new DomainError("share_reversed", { status: 409 });
    const sameContract = live.filter((one) => one.contractId === entry.contractId);
    const others = sameContract.filter((one) => one.id !== entry.id).map((one) => one.shareBp);
    const free = freeShareBp(others);
    if (input.shareBp > free) {
      throw new DomainError("share_not_free", { field: "share", params: { free: free / 100 } });
    }
    if (input.shareBp === entry.shareBp) throw new DomainError("nothing_changed");
    const turnoverFen = await firstTurnover(tx, entry);
    await reverseEntry(tx, entry, { countsOn: null, note: "SHARE_CORRECTED" });
    if (input.shareBp > 0) {
      const { sequence: _sequence, createdAt: _createdAt, ...facts } = entry;
      await tx.attributionEntry.create({
        data: {
          ...facts,
          id: newId(),
          shareBp: input.shareBp,
          amountFen: partOf(turnoverFen, input.shareBp),
          factKey: `correction:${entry.id}`,
          createdAt: clock.now(),
        },
      });
    }
    await appendAudit(tx, actor, {
      action: "brokers.share.changed",
      subjectType: "AttributionEntry",
      subjectId: entry.id,
      detail: { from: entry.shareBp, to: input.shareBp, note: input.note },
    });
  });
}

/** The contract's turnover: what was first entered for all its brokers together. */
async function firstTurnover(
  tx: Parameters<typeof lockDealMatter>[0],
  entry: { dealId: string; contractId: string | null },
): Promise<bigint> {
  const { _sum } = await tx.attributionEntry.aggregate({
    where: {
      dealId: entry.dealId,
      contractId: entry.contractId,
      kind: "TURNOVER",
      factKey: { startsWith: "turnover:" },
    },
    _sum: { amountFen: true },
  });
  return _sum.amountFen ?? 0n;
}
