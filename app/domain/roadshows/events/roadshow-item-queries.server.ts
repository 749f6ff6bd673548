import type { Prisma } from "#prisma/client/client";
import { codeNamer, regionNamer } from "~/domain/catalogue/code-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import { dayOf } from "./roadshow-rows.server";
import type { RoadshowItem } from "./roadshow-view";

const itemSelect = {
  id: true,
  number: true,
  title: true,
  state: true,
  startsOn: true,
  endsOn: true,
  regionCode: true,
  fieldCodes: true,
  format: true,
  venue: true,
  callDueAt: true,
  organisation: { select: { legalName: true } },
} as const satisfies Prisma.RoadshowSelect;

type Page = { skip: number; take: number };
type Order = Prisma.RoadshowOrderByWithRelationInput[];
export type RoadshowPage = { items: RoadshowItem[]; total: number };

/** Rows of a list with the names of their codes. */
export async function listRoadshowItems(
  db: DbOrTx,
  where: Prisma.RoadshowWhereInput,
  orderBy: Order,
  page: Page,
  locale: string,
): Promise<RoadshowPage> {
  const [rows, total, nameCode, nameRegion] = await Promise.all([
    db.roadshow.findMany({ where, orderBy, ...page, select: itemSelect }),
    db.roadshow.count({ where }),
    codeNamer(db, locale),
    regionNamer(db, locale),
  ]);
  const items = rows.map(({ organisation, regionCode, fieldCodes, startsOn, endsOn, ...row }) => ({
    ...row,
    organiser: organisation.legalName,
    startsOn: dayOf(startsOn),
    endsOn: dayOf(endsOn),
    region: nameRegion(regionCode),
    fields: fieldCodes.map((code) => nameCode("fields", code)),
  }));
  return { items, total };
}

/** Events of the actor's organisations, newest first. */
export function listOwnRoadshows(
  db: DbOrTx,
  organisationIds: readonly string[],
  page: Page,
  locale: string,
): Promise<RoadshowPage> {
  const where = { organisationId: { in: [...organisationIds] } };
  return listRoadshowItems(db, where, [{ createdAt: "desc" }, { id: "desc" }], page, locale);
}
