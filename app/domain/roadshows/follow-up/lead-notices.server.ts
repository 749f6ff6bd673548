import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import type { Tx } from "~/platform/db.server";
import { leadHref } from "../events/roadshow-href";

type NewLead = { id: string; organisationId: string; ownerId: string | null };

/** Tells the owner of new leads once for all of them; the organisation's publishers where there is none. */
export async function tellOwners(
  tx: Tx,
  roadshowId: string,
  leads: readonly NewLead[],
): Promise<void> {
  const { title } = await tx.roadshow.findUniqueOrThrow({
    where: { id: roadshowId },
    select: { title: true },
  });
  const groups = new Map<string, NewLead[]>();
  for (const lead of leads) {
    const key = lead.ownerId ?? lead.organisationId;
    groups.set(key, [...(groups.get(key) ?? []), lead]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    await notify(tx, {
      userIds: first.ownerId ? [first.ownerId] : await listPublisherIds(tx, first.organisationId),
      kind: "roadshowLeads",
      params: { title, count: group.length },
      href: group.length === 1 ? leadHref(first.id) : "/desk/leads",
      dedupeKey: `roadshowLeads:${first.id}`,
    });
  }
}
