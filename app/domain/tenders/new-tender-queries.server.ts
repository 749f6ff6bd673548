import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { DbOrTx } from "~/platform/db.server";

/** What a new tender can begin from: published needs of the organisation acted for. */
export async function getTenderStart(
  actor: Actor,
  db: DbOrTx,
): Promise<{ organisationId: string | null; needs: { id: string; title: string }[] }> {
  const organisationId = actor.kind === "USER" ? actor.organisationId : null;
  if (!organisationId || !can(actor, "tender.create", { organisationId })) {
    return { organisationId: null, needs: [] };
  }
  const needs = await db.need.findMany({
    where: { organisationId, state: "PUBLISHED" },
    orderBy: { publishedAt: "desc" },
    take: 50,
    select: { id: true, title: true },
  });
  return { organisationId, needs };
}
