import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { type DealAccess, getDealAccess } from "./deal-access.server";
import type { DealSide } from "./deal-role-rules";
import { ACCEPTING_LEVEL } from "./term-sheet-conduct.server";
import { type TermSheetState, termSheetProcedure } from "./term-sheet-procedure";
import { readTermSheet } from "./term-sheet-queries.server";
import { isContractFrozen, mayTalkTerms } from "./term-sheet-rows.server";
import { areTermsConsistent, checkTerms } from "./terms-consistency-rules";
import { diffTerms } from "./terms-diff-rules";
import type { TermAnswer, TermsOverview, TermVersionLine, TermVersionView } from "./terms-view";

const VERSIONS_SHOWN = 20;

type Row = Awaited<ReturnType<DbOrTx["termSheet"]["findFirstOrThrow"]>>;

type Reader = {
  access: DealAccess;
  actor: Actor;
  isFrozen: boolean;
  names: Map<string, string>;
  organisations: Map<string, string>;
};

async function readerOf(db: DbOrTx, dealId: string, actor: Actor, rows: readonly Row[]) {
  const access = await getDealAccess(db, dealId, actor);
  const { supplyOrganisationId, demandOrganisationId } = access.deal;
  const [people, organisations, isFrozen] = await Promise.all([
    db.user.findMany({
      where: {
        id: {
          in: rows.flatMap((row) => [row.proposedById, row.answeredById ?? ""]).filter(Boolean),
        },
      },
      select: { id: true, name: true },
    }),
    db.organisation.findMany({
      where: { id: { in: [supplyOrganisationId, demandOrganisationId] } },
      select: { id: true, legalName: true },
    }),
    isContractFrozen(db, dealId),
  ]);
  return {
    access,
    actor,
    isFrozen,
    names: new Map(people.map((one) => [one.id, one.name])),
    organisations: new Map(organisations.map((one) => [one.id, one.legalName])),
  } satisfies Reader;
}

function lineOf(row: Row, reader: Reader): TermVersionLine {
  const { deal, side: readerSide } = reader.access;
  const side: DealSide = row.side === "SUPPLY" ? "SUPPLY" : "DEMAND";
  const ownerId = side === "SUPPLY" ? deal.supplyOrganisationId : deal.demandOrganisationId;
  return {
    id: row.id,
    number: row.number,
    state: row.state as TermSheetState,
    side,
    isOurs: readerSide === side,
    proposedBy: reader.names.get(row.proposedById) ?? "",
    organisation: reader.organisations.get(ownerId) ?? "",
    note: row.note,
    at: row.createdAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answeredBy: row.answeredById ? (reader.names.get(row.answeredById) ?? "") : null,
    totalFen: readTermSheet(row.content).price.totalFen,
  };
}

/** Why the reader's side cannot put an offer on the table; null when it can. */
function offerRefusalOf({ access, actor }: Reader): string | null {
  if (!access.side || !access.role) return "none";
  if (!can(actor, "term-sheet.offer", { organisationId: access.organisationId })) {
    return "terms_no_right_to_offer";
  }
  return mayTalkTerms(access.deal.state) ? null : "terms_room_closed";
}

function acceptRefusalOf(row: Row, reader: Reader): string | null {
  const { access, actor, isFrozen } = reader;
  if (!can(actor, "term-sheet.accept", { organisationId: access.organisationId })) {
    return "terms_no_right_to_accept";
  }
  if (actor.kind === "USER" && actor.realNameLevel < ACCEPTING_LEVEL) return "terms_real_name";
  if (!mayTalkTerms(access.deal.state)) return "terms_room_closed";
  if (isFrozen) return "terms_contract_frozen";
  return areTermsConsistent(readTermSheet(row.content)) ? null : "terms_inconsistent";
}

/** The moves of the reader's side, each with the reason why it is not open. */
function answersOf(row: Row, reader: Reader): TermAnswer[] {
  const { access, actor } = reader;
  if (row.state !== "PROPOSED" || !access.side || !access.role) return [];
  const mayOffer = can(actor, "term-sheet.offer", { organisationId: access.organisationId });
  if (row.side === access.side) {
    return [{ move: "withdraw", refusal: mayOffer ? null : "terms_no_right_to_offer" }];
  }
  const maySign = can(actor, "term-sheet.accept", { organisationId: access.organisationId });
  return [
    { move: "accept", refusal: acceptRefusalOf(row, reader) },
    { move: "counter", refusal: offerRefusalOf(reader) },
    { move: "reject", refusal: maySign ? null : "terms_no_right_to_accept" },
  ];
}

async function viewOf(db: DbOrTx, row: Row, reader: Reader): Promise<TermVersionView> {
  const content = readTermSheet(row.content);
  const former = await db.termSheet.findFirst({
    where: { dealId: row.dealId, number: { lt: row.number } },
    orderBy: { number: "desc" },
  });
  const due = await db.procedureClock.findFirst({
    where: { procedure: termSheetProcedure.name, subjectId: row.id, stoppedAt: null },
    select: { dueAt: true },
  });
  const before = former && readTermSheet(former.content);
  return {
    ...lineOf(row, reader),
    content,
    contentHash: row.contentHash,
    answers: answersOf(row, reader),
    isSigned: reader.access.deal.state === "CONTRACTED",
    dueAt: row.state === "PROPOSED" ? (due?.dueAt.toISOString() ?? null) : null,
    issues: checkTerms(content),
    previous:
      former && before
        ? { number: former.number, content: before, changes: diffTerms(before, content) }
        : null,
  };
}

/** The table of a room: offer, agreed version, own draft and the versions, newest first. */
export async function getTermsOverview(
  dealId: string,
  page: number,
  actor: Actor,
  db: DbOrTx,
): Promise<TermsOverview> {
  await getDealAccess(db, dealId, actor);
  const where = { dealId };
  const [rows, standing, total] = await Promise.all([
    db.termSheet.findMany({
      where,
      orderBy: { number: "desc" },
      skip: (page - 1) * VERSIONS_SHOWN,
      take: VERSIONS_SHOWN,
    }),
    db.termSheet.findMany({ where: { dealId, state: { in: ["PROPOSED", "ACCEPTED"] } } }),
    db.termSheet.count({ where }),
  ]);
  const reader = await readerOf(db, dealId, actor, [...rows, ...standing]);
  const { access } = reader;
  const open = standing.find((row) => row.state === "PROPOSED");
  const accepted = standing.find((row) => row.state === "ACCEPTED");
  const draft =
    access.side && access.role
      ? await db.termSheetDraft.findUnique({
          where: { dealId_side: { dealId, side: access.side } },
          select: { updatedAt: true, savedById: true },
        })
      : null;
  const savedBy = draft ? await db.user.findUnique({ where: { id: draft.savedById } }) : null;
  return {
    open: open ? await viewOf(db, open, reader) : null,
    accepted: accepted ? await viewOf(db, accepted, reader) : null,
    draft: draft ? { savedAt: draft.updatedAt.toISOString(), savedBy: savedBy?.name ?? "" } : null,
    offerRefusal: offerRefusalOf(reader),
    versions: rows.map((row) => lineOf(row, reader)),
    total,
  };
}

/** One version with what changed in it. @throws DomainError "not_found" (404) */
export async function getTermsVersion(
  dealId: string,
  number: number,
  actor: Actor,
  db: DbOrTx,
): Promise<TermVersionView> {
  await getDealAccess(db, dealId, actor);
  const row = await findVersion(db, dealId, number);
  return viewOf(db, row, await readerOf(db, dealId, actor, [row]));
}

/** Any two versions beside each other. @throws DomainError "not_found" (404) */
export async function compareTerms(
  dealId: string,
  numbers: { before: number; after: number },
  actor: Actor,
  db: DbOrTx,
) {
  await getDealAccess(db, dealId, actor);
  const [before, after] = await Promise.all([
    findVersion(db, dealId, numbers.before),
    findVersion(db, dealId, numbers.after),
  ]);
  const reader = await readerOf(db, dealId, actor, [before, after]);
  const [a, b] = [readTermSheet(before.content), readTermSheet(after.content)];
  return {
    before: { ...lineOf(before, reader), content: a },
    after: { ...lineOf(after, reader), content: b },
    changes: diffTerms(a, b),
  };
}

async function findVersion(db: DbOrTx, dealId: string, number: number): Promise<Row> {
  const row =
    Number.isSafeInteger(number) && number > 0 && number < 100_000
      ? await db.termSheet.findUnique({ where: { dealId_number: { dealId, number } } })
      : null;
  if (!row) throw new DomainError("not_found", { status: 404 });
  return row;
}
