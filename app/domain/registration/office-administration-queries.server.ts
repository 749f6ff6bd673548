import { type OptionNode, regionNamer, regionTree } from "~/domain/catalogue/code-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import type { OfficeDetail, OfficeListItem } from "./office-view";

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** Offices that a person may look after: the operator all, a chief the own and its service points. */
function within(actor: UserActor) {
  if (can(actor, "registration.operate")) return {};
  const ids = actor.registrarSeats.map((seat) => seat.officeId);
  if (ids.length === 0) throw new DomainError("forbidden", { status: 403 });
  return { OR: [{ id: { in: ids } }, { forwardsToId: { in: ids } }] };
}

/** Offices and service points with their delegations, by code. @throws DomainError "forbidden" */
export async function listOffices(
  paging: { skip: number; take: number },
  actor: UserActor,
  locale: string,
  db: Db,
): Promise<{ items: OfficeListItem[]; total: number }> {
  const where = within(actor);
  const [rows, total, regionName] = await Promise.all([
    db.registrationOffice.findMany({
      where,
      orderBy: { code: "asc" },
      ...paging,
      include: { _count: { select: { delegations: true, seats: true } } },
    }),
    db.registrationOffice.count({ where }),
    regionNamer(db, locale),
  ]);
  const items = rows.map((row) => ({
    id: row.id,
    code: row.code,
    kind: row.kind,
    level: row.level,
    name: locale.startsWith("zh") ? row.nameZh : row.nameEn,
    region: regionName(row.regionCode),
    validTo: day(row.validTo),
    delegations: row._count.delegations,
    seats: row._count.seats,
  }));
  return { items, total };
}

export type OfficeChoices = { regions: OptionNode[]; offices: { value: string; label: string }[] };

export async function readOfficeChoices(locale: string, db: Db): Promise<OfficeChoices> {
  const offices = await db.registrationOffice.findMany({
    where: { kind: "OFFICE" },
    orderBy: { code: "asc" },
    select: { id: true, code: true, nameZh: true, nameEn: true },
  });
  return {
    regions: await regionTree(db, locale),
    offices: offices.map((one) => ({
      value: one.id,
      label: `${one.code} ${locale.startsWith("zh") ? one.nameZh : one.nameEn}`,
    })),
  };
}

/** One office with its delegations and running seats. @throws DomainError "not_found", "forbidden" */
export async function getOffice(
  id: string,
  actor: UserActor,
  locale: string,
  db: Db,
): Promise<OfficeDetail> {
  const now = clock.now();
  const row = isId(id)
    ? await db.registrationOffice.findFirst({
        where: { AND: [{ id }, within(actor)] },
        include: {
          delegations: { orderBy: [{ validFrom: "desc" }, { id: "asc" }] },
          seats: {
            where: { OR: [{ validTo: null }, { validTo: { gt: now } }] },
            orderBy: { validFrom: "asc" },
            include: { user: { select: { name: true, email: true } } },
          },
        },
      })
    : null;
  if (!row) throw new DomainError("not_found", { status: 404 });
  const regionName = await regionNamer(db, locale);
  const registrationOfficeId = row.forwardsToId ?? row.id;
  const isOperator = can(actor, "registration.operate");
  const isChief = can(actor, "registration.head", { registrationOfficeId });
  return {
    office: {
      id: row.id,
      code: row.code,
      kind: row.kind,
      level: row.level,
      regionCode: row.regionCode,
      nameZh: row.nameZh,
      nameEn: row.nameEn,
      issuingAuthority: row.issuingAuthority,
      mayCertify: row.mayCertify,
      forwardsToId: row.forwardsToId,
      address: row.address,
      phone: row.phone,
      validFrom: day(row.validFrom) ?? "",
      validTo: day(row.validTo),
      source: row.source,
    },
    delegations: row.delegations.map((one) => ({
      id: one.id,
      region: regionName(one.regionCode),
      belowFen: one.belowFen,
      validFrom: day(one.validFrom) ?? "",
      validTo: day(one.validTo),
      source: one.source,
      confidence: one.confidence,
    })),
    seats: row.seats.map((one) => ({
      id: one.id,
      name: one.user.name,
      email: one.user.email,
      role: one.role,
      canEnd: isOperator || (isChief && one.role !== "CHIEF"),
    })),
    canOperate: isOperator,
    roles: [
      ...(row.kind === "SERVICE_POINT" ? (["PRECHECK"] as const) : (["REGISTRAR"] as const)),
      ...(isOperator && row.kind === "OFFICE" ? (["CHIEF"] as const) : []),
    ].filter(() => isOperator || isChief),
  };
}
