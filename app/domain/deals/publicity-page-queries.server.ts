import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import { getDealAccess } from "./deal-access.server";
import {
  isPublicityState,
  PUBLIC_STATES,
  type PublicityState,
  publicityProcedure,
} from "./publicity-procedure";
import { isPublicityCleared, needsPublicity } from "./publicity-queries.server";
import { PUBLICITY_MODES, type PublicityMode } from "./publicity-text-rules";
import type {
  PublicityLine,
  PublicObjection,
  PublicPublicity,
  RoomPublicity,
} from "./publicity-view";
import { findRelatedParties } from "./related-party-queries.server";
import { findAcceptedTerms, readTermSheet } from "./term-sheet-queries.server";

const iso = (date: Date | null) => date?.toISOString() ?? null;

function stateOf(state: string): PublicityState {
  return isPublicityState(state) ? state : "STOPPED";
}

function modeOf(mode: string): PublicityMode {
  return PUBLICITY_MODES.find((one) => one === mode) ?? "TRANSFER";
}

type ObjectionRow = {
  number: number;
  createdAt: Date;
  text: string;
  outcome: string | null;
  result: string;
  handledAt: Date | null;
};

/** Names stay out; the words too until there is a result. */
function publicObjection(row: ObjectionRow): PublicObjection {
  const outcome = row.outcome === "UPHELD" || row.outcome === "REJECTED" ? row.outcome : null;
  return {
    number: row.number,
    at: row.createdAt.toISOString(),
    text: outcome ? row.text : null,
    outcome,
    result: outcome ? row.result : null,
    handledAt: iso(row.handledAt),
  };
}

/** Publicities that have begun, newest first. */
export async function listPublicities(
  db: DbOrTx,
  filter: { isRunning: boolean; skip: number; take: number },
): Promise<{ lines: PublicityLine[]; total: number }> {
  const states = filter.isRunning ? ["PUBLICITY", "OBJECTION_HANDLING"] : [...PUBLIC_STATES];
  const where = { state: { in: states }, startedAt: { not: null } };
  const [rows, total] = await Promise.all([
    db.pricingPublicity.findMany({
      where,
      orderBy: [{ startedAt: "desc" }, { number: "desc" }],
      skip: filter.skip,
      take: filter.take,
      include: { organisation: { select: { legalName: true } } },
    }),
    db.pricingPublicity.count({ where }),
  ]);
  const lines = rows.map((row) => ({
    number: row.number,
    state: stateOf(row.state),
    title: row.title,
    unit: row.organisation.legalName,
    priceText: row.priceText,
    startedAt: iso(row.startedAt),
    endsAt: iso(row.endsAt),
  }));
  return { lines, total };
}

/** One publicity as everybody reads it. @throws DomainError "not_found" (404) before it has begun */
export async function getPublicPublicity(
  db: DbOrTx,
  number: number,
  locale: string,
): Promise<PublicPublicity> {
  const isNumber = Number.isSafeInteger(number) && number > 0 && number < 2 ** 31;
  const row = isNumber
    ? await db.pricingPublicity.findUnique({
        where: { number },
        include: {
          organisation: { select: { legalName: true } },
          termSheet: { select: { content: true } },
          objections: { orderBy: { number: "asc" } },
        },
      })
    : null;
  if (!row?.startedAt) throw new DomainError("not_found", { status: 404 });
  const { categoryCode } = readTermSheet(row.termSheet.content);
  const category = await db.codeItem.findFirst({
    where: { list: "contract-categories", code: categoryCode },
  });
  const successor = await db.pricingPublicity.findFirst({
    where: { dealId: row.dealId, number: { gt: row.number }, startedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const state = stateOf(row.state);
  const mayObject =
    state === "OBJECTION_HANDLING" ||
    (state === "PUBLICITY" && row.endsAt !== null && clock.now() < row.endsAt);
  const zh = locale.startsWith("zh");
  return {
    number: row.number,
    state,
    title: row.title,
    unit: row.organisation.legalName,
    counterparty: row.counterparty,
    mode: modeOf(row.mode),
    category: (zh ? category?.nameZh : category?.nameEn) ?? categoryCode,
    priceText: row.priceText,
    relatedStatement: row.relatedStatement,
    contact: row.contact,
    startedAt: row.startedAt.toISOString(),
    endsAt: iso(row.endsAt),
    clearedAt: iso(row.clearedAt),
    mayObject,
    objections: row.objections.map(publicObjection),
    successor: successor?.number ?? null,
  };
}

/** The publicity of a room as both sides see it; names of objectors for the unit alone. */
export async function getRoomPublicity(dealId: string, actor: Actor, db: DbOrTx) {
  const { deal, organisationId } = await getDealAccess(db, dealId, actor);
  const mayRun = can(actor, "publicity.run", { organisationId: deal.supplyOrganisationId });
  const terms = await findAcceptedTerms(db, dealId);
  const [isNeeded, isCleared, related, rows] = await Promise.all([
    needsPublicity(db, dealId),
    terms ? isPublicityCleared(db, dealId, terms.id) : false,
    findRelatedParties(db, dealId),
    db.pricingPublicity.findMany({
      where: { dealId },
      orderBy: { number: "desc" },
      take: 10,
      include: {
        objections: { orderBy: { number: "asc" } },
        minutesFile: { select: { id: true, name: true } },
        termSheet: { select: { number: true } },
      },
    }),
  ]);
  const isUnit = organisationId === deal.supplyOrganisationId;
  const views = rows.map(
    (row): RoomPublicity => ({
      id: row.id,
      number: row.number,
      state: stateOf(row.state),
      title: row.title,
      counterparty: row.counterparty,
      mode: modeOf(row.mode),
      priceText: row.priceText,
      relatedStatement: row.relatedStatement,
      contact: row.contact,
      createdAt: row.createdAt.toISOString(),
      startedAt: iso(row.startedAt),
      endsAt: iso(row.endsAt),
      clearedAt: iso(row.clearedAt),
      minutes: isUnit ? row.minutesFile : null,
      termNumber: row.termSheet.number,
      objections: row.objections.map((one) => ({
        ...publicObjection(one),
        id: one.id,
        ownText: mayRun ? one.text : "",
        objector: mayRun ? { name: one.objectorName, contact: one.objectorContact } : null,
      })),
    }),
  );
  const standing = views[0];
  const moves = standing ? await listTimeline(db, publicityProcedure.name, standing.id) : [];
  return {
    hasTerms: terms !== null,
    isNeeded,
    isCleared,
    mayRun,
    isDeclared: related.isComplete,
    publicities: views,
    timeline: moves.map(({ id, move, at, actorName, note }) => ({
      id,
      move,
      at: at.toISOString(),
      actorName,
      note,
    })),
  };
}

/** Publicities of the units that a person runs them for, those with open objections first. */
export async function listOwnPublicities(
  actor: Actor,
  db: DbOrTx,
  paging: { skip: number; take: number },
) {
  const organisationIds =
    actor.kind === "USER"
      ? actor.memberships
          .map((one) => one.organisationId)
          .filter((organisationId) => can(actor, "publicity.run", { organisationId }))
      : [];
  const where = { organisationId: { in: organisationIds } };
  const [rows, total] = await Promise.all([
    db.pricingPublicity.findMany({
      where,
      orderBy: [{ createdAt: "desc" }],
      skip: paging.skip,
      take: paging.take,
      include: {
        organisation: { select: { legalName: true } },
        objections: { where: { outcome: null }, select: { id: true } },
      },
    }),
    db.pricingPublicity.count({ where }),
  ]);
  const lines = rows.map((row) => ({
    number: row.number,
    dealId: row.dealId,
    state: stateOf(row.state),
    title: row.title,
    unit: row.organisation.legalName,
    counterparty: row.counterparty,
    endsAt: iso(row.endsAt),
    openObjections: row.objections.length,
  }));
  return { lines, total };
}
