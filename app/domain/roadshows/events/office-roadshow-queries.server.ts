import type { UserActor } from "~/domain/identity/actor";
import { can, officeRegions } from "~/domain/identity/permission-rules";
import { regionPrefix } from "~/domain/identity/region-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { listRoadshowItems, type RoadshowPage } from "./roadshow-item-queries.server";

/** Events of the operator's regions: those that wait for approval, or all others that were sent in. */
export async function listOfficeRoadshows(
  db: DbOrTx,
  actor: UserActor,
  view: "WAITING" | "REST",
  page: { skip: number; take: number },
  locale: string,
): Promise<RoadshowPage> {
  const regions = officeRegions(actor, ["MARKET_OPERATOR"]);
  if (regions.length === 0) throw new DomainError("forbidden", { status: 403 });
  const prefixes = regions.flatMap((code) =>
    code === null ? [] : [{ regionCode: { startsWith: regionPrefix(code) } }],
  );
  const where = {
    ...(regions.includes(null) ? {} : { OR: prefixes }),
    state: view === "WAITING" ? "VETTING" : { notIn: ["DRAFT", "VETTING"] },
  };
  const first =
    view === "WAITING" ? ({ submittedAt: "asc" } as const) : ({ startsOn: "desc" } as const);
  return listRoadshowItems(db, where, [first, { id: "desc" }], page, locale);
}

/** @throws DomainError "not_found" (404) for whoever does not operate the market in the event's region */
export async function assertOffice(db: DbOrTx, id: string, actor: UserActor): Promise<void> {
  const row = isId(id)
    ? await db.roadshow.findUnique({ where: { id }, select: { regionCode: true, state: true } })
    : null;
  const isOffice = row && can(actor, "roadshow.operate", { regionCode: row.regionCode });
  if (!isOffice || row.state === "DRAFT") throw new DomainError("not_found", { status: 404 });
}
