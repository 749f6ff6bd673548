import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { listRoadshowItems } from "./roadshow-item-queries.server";
import { PUBLIC_STATES } from "./roadshow-procedure";

const LARGEST_NUMBER = 2_147_483_647;

/** Series of the actor's organisations with the number of their events. */
export async function listOwnSeries(
  actor: UserActor,
  page: { skip: number; take: number },
  db: DbOrTx,
) {
  const organisationIds = actor.memberships.map((one) => one.organisationId);
  const where = { organisationId: { in: organisationIds } };
  const [series, total] = await Promise.all([
    db.roadshowSeries.findMany({
      where,
      orderBy: [{ archivedAt: { sort: "asc", nulls: "first" } }, { createdAt: "desc" }],
      ...page,
      select: {
        id: true,
        number: true,
        title: true,
        archivedAt: true,
        organisation: { select: { legalName: true } },
        _count: { select: { roadshows: true } },
      },
    }),
    db.roadshowSeries.count({ where }),
  ]);
  return { series, total };
}

/** @throws DomainError "not_found" (404) for whoever does not organise for its organisation */
export async function getOwnSeries(id: string, actor: UserActor, db: DbOrTx) {
  const series = isId(id) ? await db.roadshowSeries.findUnique({ where: { id } }) : null;
  if (!series || !can(actor, "roadshow.organise", { organisationId: series.organisationId })) {
    throw new DomainError("not_found", { status: 404 });
  }
  return series;
}

/** A series as the public sees it: with its public events, coming ones first. @throws DomainError "not_found" (404) */
export async function getPublicSeries(
  number: number,
  page: { skip: number; take: number },
  locale: string,
  db: DbOrTx,
) {
  const isNumber = Number.isInteger(number) && number > 0 && number <= LARGEST_NUMBER;
  const isPublic = { in: [...PUBLIC_STATES] };
  const series = isNumber
    ? await db.roadshowSeries.findFirst({
        where: { number, roadshows: { some: { state: isPublic } } },
        select: {
          id: true,
          number: true,
          title: true,
          intro: true,
          organisation: { select: { id: true, legalName: true } },
        },
      })
    : null;
  if (!series) throw new DomainError("not_found", { status: 404 });
  const where = { seriesId: series.id, state: isPublic };
  const order = [{ startsOn: "desc" as const }, { id: "desc" as const }];
  return { series, ...(await listRoadshowItems(db, where, order, page, locale)) };
}
