import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { fromBase64Url } from "./secret-sharing-rules.js";
import { getTenderAccess } from "./tender-access.server";
import { tenderBidContentSchema } from "./tender-bid-schema";
import type { BidContentView } from "./tender-view";

/** An opened content without the bytes of its files. @throws ZodError when it is not opened */
export function readBidContent(stored: unknown): BidContentView {
  const content = tenderBidContentSchema.parse(stored);
  return {
    ...content,
    attachments: content.attachments.map(({ name, sha256, sizeBytes, data }) => ({
      name,
      sha256,
      sizeBytes,
      isInside: data !== undefined,
    })),
  };
}

/**
 * A file out of an opened envelope, for those who evaluate, the market, the bidder, and after the award the buyer.
 * @throws DomainError "not_found" (404) for everybody else and before the opening
 */
export async function getBidAttachment(
  input: { tenderId: string; bidId: string; index: number },
  actor: Actor,
  db: DbOrTx,
): Promise<{ name: string; bytes: Uint8Array }> {
  const notFound = () => new DomainError("not_found", { status: 404 });
  if (!isId(input.tenderId) || !isId(input.bidId) || actor.kind !== "USER") throw notFound();
  const bid = await db.tenderBid.findFirst({
    where: { id: input.bidId, tenderId: input.tenderId },
    select: { content: true, organisationId: true },
  });
  if (!bid?.content) throw notFound();
  const isOwn = actor.memberships.some((one) => one.organisationId === bid.organisationId);
  if (!isOwn) await assertReads(db, input.tenderId, actor);
  const found = tenderBidContentSchema.parse(bid.content).attachments[input.index];
  if (found?.data === undefined) throw notFound();
  return { name: found.name, bytes: fromBase64Url(found.data) };
}

async function assertReads(db: DbOrTx, tenderId: string, actor: Actor): Promise<void> {
  const access = await getTenderAccess(db, tenderId, actor);
  // 评标保密: the buyer reads them when the award is made.
  const isAwarded = ["AWARDED", "CONTRACTED", "CLOSED"].includes(access.tender.state);
  if (access.isOperator || (access.isBuyer && isAwarded)) return;
  const seat = access.memberId
    ? await db.tenderMember.findUnique({ where: { id: access.memberId } })
    : null;
  if (!seat?.acceptedAt || seat.recusedAt) throw new DomainError("not_found", { status: 404 });
}
