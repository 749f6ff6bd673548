import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { projectConduct } from "./project-conduct.server";

/** The event is over: who was selected and has not confirmed gives the place up. The event is locked. */
export async function waiveUnconfirmed(tx: Tx, roadshowId: string): Promise<void> {
  const open = await tx.roadshowProject.findMany({
    where: { roadshowId, state: "SELECTED" },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  const market = systemActor("roadshow-call");
  for (const { id } of open) await advance(tx, projectConduct, id, "waive", market);
}
