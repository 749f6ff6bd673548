import type { NotificationKind } from "~/domain/notifications/notification-rules";
import { notify } from "~/domain/notifications/notify.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { visitHref } from "../events/roadshow-href";
import { entryOrder, entrySelect, viewEntry } from "./entry-rows.server";
import { changesByPerson, type PlanChange, placeText, titleFor } from "./plan-changes";
import { wallTime } from "./wall-time";

/** More changes than this are told in one sentence. */
const SINGLY_MOST = 3;
const BATCH = 50;

interface Told {
  planId: string;
  title: string;
  isFirst: boolean;
}

/**
 * Tells exactly those for whom a published version changes something what it is: new, moved from and to,
 * or cancelled. A first timetable is one message; run again, nobody is told twice.
 */
export async function tellPlan(planId: string, db: Db): Promise<void> {
  const plan = await db.roadshowPlan.findUnique({
    where: { id: planId },
    include: { roadshow: { select: { title: true } } },
  });
  if (!plan || plan.sequence === null) return;
  // Whoever changes the event's dates tells everybody.
  if (plan.reason === "DATES") return;
  const former = await db.roadshowPlan.findFirst({
    where: { roadshowId: plan.roadshowId, sequence: { lt: plan.sequence } },
    orderBy: { sequence: "desc" },
    select: { id: true },
  });
  const changes = changesByPerson(
    former ? await readEntries(db, former.id) : [],
    await readEntries(db, planId),
  );
  const told = { planId, title: plan.roadshow.title, isFirst: former === null };
  const people = await db.roadshowParticipant.findMany({
    where: { id: { in: [...changes.keys()] }, userId: { not: null } },
    orderBy: { id: "asc" },
    select: { id: true, userId: true },
  });
  for (let at = 0; at < people.length; at += BATCH) {
    await inTransaction(db, async (tx) => {
      for (const { id, userId } of people.slice(at, at + BATCH)) {
        if (userId) await tellPerson(tx, told, { id, userId }, changes.get(id) ?? []);
      }
    });
  }
}

async function readEntries(db: Db, planId: string) {
  const rows = await db.roadshowEntry.findMany({
    where: { planId },
    orderBy: entryOrder,
    select: entrySelect,
  });
  return rows.map(viewEntry);
}

async function tellPerson(
  tx: Tx,
  { planId, title, isFirst }: Told,
  person: { id: string; userId: string },
  changes: readonly PlanChange[],
): Promise<void> {
  const send = <K extends NotificationKind>(
    kind: K,
    params: Parameters<typeof notify<K>>[1]["params"],
    key: string,
  ) =>
    notify(tx, {
      userIds: [person.userId],
      kind,
      params,
      href: visitHref(person.id, "agenda"),
      dedupeKey: `plan:${planId}:${key}`,
    });
  const count = (kind: PlanChange["kind"]) =>
    String(changes.filter((one) => one.kind === kind).length);
  if (isFirst) return send("roadshowAgendaReady", { title, count: count("NEW") }, "all");
  if (changes.length > SINGLY_MOST) {
    const counts = { added: count("NEW"), moved: count("MOVED"), cancelled: count("CANCELLED") };
    return send("roadshowAgendaChanged", { title, ...counts }, "all");
  }
  for (const { kind, entry, former } of changes) {
    const base = { title, entry: titleFor(entry, person.id) };
    const to = `${wallTime(entry.startsAt)} ${placeText(entry)}`;
    if (kind === "NEW") await send("roadshowEntryNew", { ...base, to }, entry.id);
    if (kind === "CANCELLED") await send("roadshowEntryCancelled", { ...base, from: to }, entry.id);
    if (kind === "MOVED" && former) {
      const from = `${wallTime(former.startsAt)} ${placeText(former)}`;
      await send("roadshowEntryMoved", { ...base, from, to }, entry.id);
    }
  }
}
