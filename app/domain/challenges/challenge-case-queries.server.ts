import { codeNamer, regionNamer } from "~/domain/catalogue/code-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { calendarDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { openMoves } from "~/domain/shared/procedure/procedure";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertChallengeSeen } from "./challenge-access.server";
import { challengeConduct } from "./challenge-conduct.server";
import { type ChallengeState, challengeProcedure } from "./challenge-procedure";
import { findObjections } from "./challenge-result-queries.server";
import { challengeSelect } from "./challenge-rows.server";
import { type ChallengeForm, type ListKind, readTargets, type TakerMode } from "./challenge-schema";
import type { TakerState } from "./challenge-taker-procedure";
import type { ChallengeCase, TakerItem } from "./challenge-view";
import { missingParts } from "./completeness-rules";
import { findExperts, findIntentionItems } from "./intention-item-queries.server";
import { findQuestions } from "./question-queries.server";
import { lintTargets } from "./target-rules";

/**
 * A challenge as its poster or the office of its region works with it.
 * @throws DomainError "not_found" (404)
 */
export async function getChallengeCase(
  db: DbOrTx,
  id: string,
  actor: UserActor,
  as: "poster" | "office",
  locale: string,
): Promise<ChallengeCase> {
  const role = await assertChallengeSeen(db, id, actor);
  if (role !== as) throw new DomainError("not_found", { status: 404 });
  const row = await db.challenge.findUniqueOrThrow({ where: { id }, select: challengeSelect });
  const [organisation, returned, files, questions, objections, experts, intentions, takers] =
    await Promise.all([
      db.organisation.findUniqueOrThrow({
        where: { id: row.organisationId },
        select: { legalName: true },
      }),
      findReturned(db, row.id, row.state),
      db.challengeFile.findMany({
        where: { challengeId: row.id },
        orderBy: { createdAt: "asc" },
        select: { id: true, title: true, visibility: true, file: { select: { name: true } } },
      }),
      findQuestions(db, row.id),
      findObjections(db, row.id, false),
      findExperts(db, row.id),
      findIntentionItems(db, row),
      findTakerItems(db, row.id),
    ]);
  const [name, region] = await Promise.all([codeNamer(db, locale), regionNamer(db, locale)]);
  const targets = readTargets(row.targets);
  const relations = challengeConduct.relations(actor, row);
  const moves = openMoves(challengeProcedure, row.state, relations).map((move) => {
    const definition: { needsNote?: boolean } = challengeProcedure.moves[move];
    return { move, needsNote: definition.needsNote === true };
  });
  const subject = { organisationId: row.organisationId };
  return {
    id: row.id,
    number: row.number,
    revision: row.revision,
    state: row.state as ChallengeState,
    organisation: organisation.legalName,
    region: region(row.regionCode),
    fields: row.fieldCodes.map((code) => name("fields", code)),
    form: {
      listKind: row.listKind as ListKind,
      title: row.title,
      background: row.background,
      content: row.content,
      targets,
      fieldCodes: row.fieldCodes,
      regionCode: row.regionCode,
      cooperation: row.cooperation as ChallengeForm["cooperation"],
      posterFen: row.posterFen,
      publicFen: row.publicFen,
      publicSource: row.publicSource,
      ipTerms: row.ipTerms,
      eligibility: row.eligibility,
      takerMode: row.takerMode as TakerMode,
      maxTakers: row.maxTakers,
      scoutShareBp: row.scoutShareBp,
      intentionsDueOn: row.intentionsDueAt
        ? calendarDate(new Date(row.intentionsDueAt.getTime() - 1))
        : null,
      finishOn: row.finishOn?.toISOString().slice(0, 10) ?? null,
      agreementText: row.agreementText,
      confidential: row.confidential,
    },
    missing: missingParts({ ...row, targets }),
    lint: lintTargets(targets),
    moves,
    returned,
    intentionsDueAt: row.intentionsDueAt?.toISOString() ?? null,
    publicityEndsAt: row.publicityEndsAt?.toISOString() ?? null,
    files: files.map((one) => ({
      id: one.id,
      title: one.title || one.file.name,
      visibility: one.visibility === "AGREED" ? "AGREED" : "PUBLIC",
    })),
    questions,
    objections,
    experts,
    expertsMinimum: await getPolicyNumber(db, "market.challenge.experts_minimum"),
    intentions,
    takers,
    mayEdit: ["DRAFT", "CORRECTION"].includes(row.state) && can(actor, "challenge.create", subject),
    mayScreen: row.state === "SCREENING" && (relations.has("poster") || relations.has("office")),
  };
}

async function findReturned(db: DbOrTx, id: string, state: string) {
  if (state !== "CORRECTION") return null;
  const move = await db.procedureMove.findFirst({
    where: { procedure: challengeProcedure.name, subjectId: id, move: "return" },
    orderBy: { at: "desc" },
    select: { note: true, evidence: true },
  });
  if (!move) return null;
  const evidence = move.evidence as { input?: { comments?: Record<string, string> } };
  return { note: move.note, comments: evidence.input?.comments ?? {} };
}

async function findTakerItems(db: DbOrTx, challengeId: string): Promise<TakerItem[]> {
  const rows = await db.challengeTaker.findMany({
    where: { challengeId },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      state: true,
      stage: true,
      organisation: { select: { legalName: true } },
      milestones: { select: { state: true } },
    },
  });
  return rows.map((one) => ({
    id: one.id,
    state: one.state as TakerState,
    stage: one.stage,
    organisation: one.organisation.legalName,
    accepted: one.milestones.filter(({ state }) => state === "ACCEPTED").length,
    milestones: one.milestones.length,
  }));
}
