import type { Prisma } from "#prisma/client/client";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import type { LotNoticeContent, LotNoticeKind } from "./lot-notice-schema";

/** Writes the next public notice of a lot; the caller holds the lot's row, so that numbers have no gap. */
export async function addLotNotice(
  tx: Tx,
  lotId: string,
  kind: LotNoticeKind,
  content: LotNoticeContent = {},
): Promise<number> {
  const last = await tx.lotNotice.findFirst({
    where: { lotId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const number = (last?.number ?? 0) + 1;
  await tx.lotNotice.create({
    data: {
      id: newId(),
      lotId,
      number,
      kind,
      content: content as Prisma.InputJsonObject,
      createdAt: clock.now(),
    },
  });
  return number;
}
