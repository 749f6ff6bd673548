import { findMessage, getDealSequence } from "~/domain/deals/deal-message-queries.server";
import { listDealUserIds } from "~/domain/deals/deal-people-queries.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { closeDealPages, publishDealHint, publishDealMessage } from "~/realtime/publish.server";
import type { JobContext } from "../job-handler";

/**
 * Brings what has happened in a room to its open pages: a new message to the people who may read it
 * now, and to everybody there where the room stands. Pages of people who have left are cut off first.
 */
export async function publishDealChange(
  { dealId, sequence }: JobPayloads["realtime.deal"],
  { db }: JobContext,
): Promise<void> {
  const [gone, message, userIds, standing] = await Promise.all([
    db.dealParticipant.findMany({
      where: { dealId, leftAt: { not: null } },
      select: { userId: true },
    }),
    sequence === undefined ? null : findMessage(db, dealId, sequence),
    sequence === undefined ? [] : listDealUserIds(db, dealId, "CONVERSATION"),
    getDealSequence(dealId, db),
  ]);
  closeDealPages(
    dealId,
    gone.map((one) => one.userId),
  );
  if (message) publishDealMessage({ dealId, message }, userIds);
  publishDealHint({ dealId, sequence: standing });
}
