import { notify } from "~/domain/notifications/notify.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { dueInstant } from "~/domain/shared/procedure/run-clocks.server";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { dealHref } from "./deal-href";
import { listDealUserIds } from "./deal-people-queries.server";
import { dealProcedure } from "./deal-procedure";

/**
 * The quiet clock of a room has run out. Talk since then only sets it anew; when there was none, the
 * people in the room are asked what is to become of it. Either way the clock starts again.
 */
export const remindQuietDeal: ClockFiring = async (tx, { subjectId, clock: name }) => {
  const deal = await tx.deal.findUnique({
    where: { id: subjectId },
    select: { id: true, title: true, createdAt: true, lastSequence: true },
  });
  if (!deal) return;
  const last = await tx.dealMessage.findUnique({
    where: { dealId_sequence: { dealId: deal.id, sequence: deal.lastSequence } },
    select: { createdAt: true },
  });
  const now = clock.now();
  const definition = dealProcedure.clocks.quiet;
  const lastAt = last?.createdAt ?? deal.createdAt;
  const quietUntil = await dueInstant(tx, definition, lastAt);
  const isQuiet = quietUntil <= now;
  const startedAt = isQuiet ? now : lastAt;
  await tx.procedureClock.create({
    data: {
      id: newId(),
      procedure: dealProcedure.name,
      subjectId,
      clock: name,
      startedAt,
      dueAt: isQuiet ? await dueInstant(tx, definition, now) : quietUntil,
    },
  });
  if (!isQuiet) return;
  await notify(tx, {
    userIds: await listDealUserIds(tx, deal.id),
    kind: "dealQuiet",
    params: { title: deal.title, days: await getPolicyNumber(tx, definition.parameter, now) },
    href: dealHref(deal.id),
    dedupeKey: `deal:${deal.id}:quiet:${calendarDate(now)}`,
  });
};
