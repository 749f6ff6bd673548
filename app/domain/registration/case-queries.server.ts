import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import type { Db, DbOrTx } from "~/platform/db.server";
import type { CaseView, RegistrarOption } from "./case-view";
import { readDossier } from "./dossier-queries.server";
import { listOpenMoves } from "./open-moves-queries.server";
import { findBias } from "./recusal-rules";
import { getRegistrationAs } from "./registration-access.server";
import { registrationConduct } from "./registration-conduct.server";
import { biasFacts } from "./registration-rows.server";

/** Registrars with a running seat at an office, by name. */
async function listRegistrars(
  db: DbOrTx,
  officeIds: readonly string[],
): Promise<RegistrarOption[]> {
  const now = clock.now();
  const seats = await db.registrarSeat.findMany({
    where: {
      officeId: { in: [...officeIds] },
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
    },
    orderBy: { user: { name: "asc" } },
    select: { role: true, user: { select: { id: true, name: true } } },
  });
  return seats.map((seat) => seat.user);
}

/** A case as its office or service point sees it. @throws DomainError "not_found", "forbidden" */
export async function getCase(
  id: string,
  actor: UserActor,
  locale: string,
  db: Db,
): Promise<CaseView> {
  const { row } = await getRegistrationAs(db, id, actor, ["OFFICE", "POINT"]);
  const { userId } = actor;
  const memberOf = actor.memberships.map((one) => one.organisationId);
  const relations = registrationConduct.relations(actor, row);
  const isChief = can(actor, "registration.head", { registrationOfficeId: row.officeId });
  const officeIds = [row.officeId, row.servicePointId].flatMap((one) => one ?? []);
  const [dossier, moves, people, recusals, handedIn] = await Promise.all([
    readDossier(db, row, actor, locale),
    listOpenMoves(db, row, actor),
    listRegistrars(db, officeIds),
    db.registrationRecusal.findMany({
      where: { registrationId: row.id },
      orderBy: { createdAt: "asc" },
    }),
    db.procedureMove.findFirst({
      where: { procedure: "registration", subjectId: row.id, move: "answerCorrection" },
      orderBy: { at: "desc" },
      select: { at: true },
    }),
  ]);
  const self = { id: userId, name: actor.name };
  const known = [row.registrarAId, row.registrarBId, ...recusals.map((one) => one.userId)];
  const users = await db.user.findMany({
    where: { id: { in: known.flatMap((one) => one ?? []) } },
    select: { id: true, name: true },
  });
  const nameOf = (one: string | null) => users.find((user) => user.id === one)?.name ?? null;
  const { state } = row;
  return {
    dossier,
    moves,
    bias: findBias({ userId, memberOf }, biasFacts(row)),
    isChief,
    readerId: userId,
    first: nameOf(row.registrarAId),
    second: nameOf(row.registrarBId),
    secondReason: row.secondReason,
    assignees: isChief ? people : [self],
    recusable: isChief ? people : [self],
    recusals: recusals.map((one) => ({
      name: nameOf(one.userId) ?? "",
      reason: one.reason,
      note: one.note,
      at: one.createdAt,
    })),
    canRemark:
      (state === "SUBMITTED" && relations.has("registrar")) ||
      (state === "REVIEW" && relations.has("first")),
    canFind:
      (state === "REVIEW" && relations.has("first")) ||
      (state === "SECOND_REVIEW" && relations.has("second")),
    canNumber: relations.has("registrar") && (state === "REGISTERED" || state === "CHANGE_PENDING"),
    correctedAt: handedIn?.at ?? null,
  };
}
