import { codeNamer, regionNamer } from "~/domain/catalogue/code-queries.server";
import type { Actor } from "~/domain/identity/actor";
import { membershipOf } from "~/domain/identity/permission-rules";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { getCalendar, getPolicyNumber } from "~/domain/shared/reference-data.server";
import { addWorkingDays } from "~/domain/shared/working-days";
import type { DbOrTx } from "~/platform/db.server";
import { isPublished, readsConfidential } from "./challenge-access.server";
import { publicHref } from "./challenge-href";
import { type ChallengeState, challengeProcedure } from "./challenge-procedure";
import {
  findActivity,
  findObjections,
  findProposal,
  findResults,
} from "./challenge-result-queries.server";
import { type ChallengeForm, type ListKind, readTargets, type TakerMode } from "./challenge-schema";
import type { ChallengeFileView, PublicChallenge } from "./challenge-view";
import { findQuestions } from "./question-queries.server";
import { scoutCode } from "./scout-link.server";
import { findWeights } from "./weights-queries.server";

const notFound = () => new DomainError("not_found", { status: 404 });

/** Promised date of the result; beyond the working-day calendar nothing is promised. */
async function replyDate(db: DbOrTx, due: Date | null, publishedAt: Date): Promise<string | null> {
  if (due === null) return null;
  const days = await getPolicyNumber(db, "market.challenge.reply_workdays", publishedAt);
  const lastDay = calendarDate(new Date(due.getTime() - 1));
  try {
    return addWorkingDays(await getCalendar(db), lastDay, days);
  } catch (error) {
    if (error instanceof DomainError && error.code === "calendar_year_unknown") return null;
    throw error;
  }
}

/** Notes that a move of the office or of the poster has left for the public. */
async function publicMoves(db: DbOrTx, id: string) {
  const moves = await db.procedureMove.findMany({
    where: {
      procedure: challengeProcedure.name,
      subjectId: id,
      move: { in: ["publish", "relist"] },
    },
    orderBy: { at: "asc" },
    select: { move: true, note: true, evidence: true },
  });
  const relist = moves.find((one) => one.move === "relist");
  const evidence = relist?.evidence as { input?: { relistedAs?: unknown } } | undefined;
  const relistedAs = evidence?.input?.relistedAs;
  return {
    vettingNote: moves.findLast((one) => one.move === "publish")?.note ?? "",
    relistedAs: typeof relistedAs === "number" ? relistedAs : null,
  };
}

/**
 * A published challenge as this reader may see it. The confidential part and its files are not read
 * from the table's row into the answer unless the reader has accepted the agreement as it stands.
 * @throws DomainError "not_found" (404)
 */
export async function getPublicChallenge(
  db: DbOrTx,
  number: number,
  actor: Actor | null,
  locale: string,
): Promise<PublicChallenge> {
  if (!Number.isInteger(number) || number < 1 || number > 2_147_483_647) throw notFound();
  const row = await db.challenge.findUnique({
    where: { number },
    omit: { confidential: true },
    include: { organisation: { select: { legalName: true } } },
  });
  const { publishedAt } = row ?? {};
  if (!row || !publishedAt || !isPublished(row)) throw notFound();
  const mayRead = await readsConfidential(db, row, actor);
  const [name, region, questions, objections, proposal, results, activity, weights, moves] =
    await Promise.all([
      codeNamer(db, locale),
      regionNamer(db, locale),
      findQuestions(db, row.id),
      findObjections(db, row.id, true),
      findProposal(db, row),
      findResults(db, row.id),
      findActivity(db, row),
      findWeights(db, publishedAt),
      publicMoves(db, row.id),
    ]);
  const now = clock.now();
  const { viewer, acceptedAt } = await viewerOf(db, row, actor);
  const files = await readableFiles(db, row.id, mayRead);
  const secret = mayRead
    ? await db.challenge.findUniqueOrThrow({
        where: { id: row.id },
        select: { confidential: true },
      })
    : null;
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state as ChallengeState,
    organisation: row.organisation.legalName,
    listKind: row.listKind as ListKind,
    posterFen: row.posterFen ?? 0n,
    publicFen: row.publicFen ?? 0n,
    publicSource: row.publicSource,
    region: region(row.regionCode),
    fields: row.fieldCodes.map((code) => name("fields", code)),
    intentionsDueAt: row.intentionsDueAt?.toISOString() ?? null,
    takerMode: row.takerMode as TakerMode,
    background: row.background,
    content: row.content,
    targets: readTargets(row.targets),
    cooperation: row.cooperation as ChallengeForm["cooperation"],
    ipTerms: row.ipTerms,
    eligibility: row.eligibility,
    maxTakers: row.maxTakers,
    scoutShareBp: row.scoutShareBp,
    finishOn: row.finishOn?.toISOString().slice(0, 10) ?? null,
    publishedAt: publishedAt.toISOString(),
    publicityEndsAt: row.publicityEndsAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    closeNote: row.closeNote,
    replyOn: await replyDate(db, row.intentionsDueAt, publishedAt),
    weights,
    agreement: { text: row.agreementText, hash: row.agreementHash ?? "", acceptedAt },
    mayRead,
    confidential: secret?.confidential ?? null,
    ...files,
    questions,
    objections,
    results,
    activity,
    isOpen: row.state === "PUBLISHED" && row.intentionsDueAt !== null && now < row.intentionsDueAt,
    mayObject:
      row.state === "PUBLICITY" && row.publicityEndsAt !== null && now < row.publicityEndsAt,
    viewer,
    ...proposal,
    ...moves,
  };
}

async function viewerOf(
  db: DbOrTx,
  row: { id: string; number: number; organisationId: string; agreementHash: string | null },
  actor: Actor | null,
): Promise<{ viewer: PublicChallenge["viewer"]; acceptedAt: string | null }> {
  if (actor?.kind !== "USER") {
    const viewer = { isSignedIn: false, isPoster: false, intentionId: null, scoutPath: null };
    return { viewer, acceptedAt: null };
  }
  const own = actor.memberships.map((one) => one.organisationId);
  const [accepted, intention] = await Promise.all([
    db.challengeAgreement.findFirst({
      where: { challengeId: row.id, userId: actor.userId, textHash: row.agreementHash ?? "" },
      select: { createdAt: true },
    }),
    db.challengeIntention.findFirst({
      where: { challengeId: row.id, organisationId: { in: own } },
      orderBy: { createdAt: "asc" },
      select: { id: true },
    }),
  ]);
  const isPoster = membershipOf(actor, row.organisationId) !== null;
  const scoutPath = isPoster
    ? null
    : `${publicHref(row.number)}?scout=${scoutCode(row.id, actor.userId)}`;
  return {
    viewer: { isSignedIn: true, isPoster, intentionId: intention?.id ?? null, scoutPath },
    acceptedAt: accepted?.createdAt.toISOString() ?? null,
  };
}

/** Files that the reader may open, and how many more there are after the agreement. */
async function readableFiles(
  db: DbOrTx,
  challengeId: string,
  mayRead: boolean,
): Promise<{ files: ChallengeFileView[]; hiddenFiles: number }> {
  const rows = await db.challengeFile.findMany({
    where: { challengeId, ...(mayRead ? {} : { visibility: "PUBLIC" }) },
    orderBy: { createdAt: "asc" },
    select: { id: true, title: true, visibility: true, file: { select: { name: true } } },
  });
  const hiddenFiles = mayRead
    ? 0
    : await db.challengeFile.count({ where: { challengeId, visibility: "AGREED" } });
  const files = rows.map((one) => ({
    id: one.id,
    title: one.title || one.file.name,
    visibility: one.visibility === "AGREED" ? ("AGREED" as const) : ("PUBLIC" as const),
  }));
  return { files, hiddenFiles };
}

/**
 * A document of a challenge for whoever may open it.
 * @throws DomainError "not_found" (404)
 */
export async function getChallengeFile(
  db: DbOrTx,
  number: number,
  id: string,
  actor: Actor | null,
): Promise<{ name: string; contentType: string; storageKey: string; isPublic: boolean }> {
  const found = isId(id)
    ? await db.challengeFile.findFirst({
        where: { id, challenge: { number } },
        select: {
          visibility: true,
          file: { select: { name: true, contentType: true, storageKey: true } },
          challenge: {
            select: {
              id: true,
              state: true,
              publishedAt: true,
              organisationId: true,
              regionCode: true,
              agreementHash: true,
            },
          },
        },
      })
    : null;
  if (!found) throw notFound();
  const isPublic = found.visibility === "PUBLIC" && isPublished(found.challenge);
  if (!isPublic && !(await readsConfidential(db, found.challenge, actor))) throw notFound();
  return { ...found.file, isPublic };
}
