import type { Prisma } from "#prisma/client/client";
import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { assertFound } from "~/domain/shared/domain-error";
import type { Db, DbOrTx } from "~/platform/db.server";
import { lotFactsSelect, toLotFacts } from "./lot-facts-queries.server";
import { isLotNoticeKind, readNotice } from "./lot-notice-schema";
import { PUBLIC_LOT_STATES } from "./lot-procedure";
import type { LotNoticeView, PublicLot } from "./lot-view";
import { findOwnApplications } from "./own-application-queries.server";

/** A withdrawn draft was never announced: it stays unknown. */
const announced: Prisma.LotWhereInput = {
  state: { in: [...PUBLIC_LOT_STATES] },
  announcedAt: { not: null },
};

/** States in which the winner's name is public. */
const NAMED = ["PENDING_CONFIRM", "SOLD", "CONTRACTED", "CLOSED"];

export function toNotices(
  rows: readonly { number: number; kind: string; content: unknown; createdAt: Date }[],
): LotNoticeView[] {
  return rows.flatMap((row) =>
    isLotNoticeKind(row.kind)
      ? [
          {
            number: row.number,
            kind: row.kind,
            content: readNotice(row.content),
            createdAt: row.createdAt,
          },
        ]
      : [],
  );
}

/**
 * The public page of a lot; what the reader takes part in is added for them alone.
 * @throws DomainError "not_found" (404) for whatever was never announced
 */
export async function getPublicLot(
  db: Db,
  number: number,
  actor: Actor | null,
  locale: string,
): Promise<PublicLot> {
  const isNumber = Number.isSafeInteger(number) && number > 0 && number < 2 ** 31;
  const row = assertFound(
    isNumber
      ? await db.lot.findFirst({
          where: { number, ...announced },
          select: {
            ...lotFactsSelect,
            organisationId: true,
            winnerApplicationId: true,
            earlierLot: { select: { number: true } },
            laterLots: {
              where: announced,
              orderBy: { number: "desc" },
              take: 1,
              select: { number: true },
            },
            // An answer makes its question public.
            questions: {
              where: { answeredAt: { not: null } },
              orderBy: { number: "asc" },
              take: 200,
              select: {
                number: true,
                text: true,
                createdAt: true,
                answer: true,
                answeredAt: true,
              },
            },
            notices: { orderBy: { number: "desc" }, take: 100 },
            _count: {
              select: {
                applications: { where: { state: { in: ["SUBMITTED", "QUALIFIED", "ADMITTED"] } } },
                auctions: true,
              },
            },
          },
        })
      : null,
  );
  const [facts, own, winner] = await Promise.all([
    toLotFacts(db, row, locale),
    findOwnApplications(db, row.id, actor),
    NAMED.includes(row.state) ? winnerName(db, row.winnerApplicationId) : null,
  ]);
  const now = clock.now();
  const isSeller = can(actor, "lot.create", { organisationId: row.organisationId });
  const isOperator =
    actor?.kind === "USER" && can(actor, "lot.check", { regionCode: row.regionCode });
  const isAdmitted = own.some((one) => one.state === "QUALIFIED" || one.state === "ADMITTED");
  const isOpen =
    row.state === "ANNOUNCED" && row.applicationsEndAt !== null && now < row.applicationsEndAt;
  return {
    ...facts,
    files: facts.files.filter(
      (file) =>
        isSeller ||
        isOperator ||
        file.visibility === "PUBLIC" ||
        (file.visibility === "APPLICANTS" && isAdmitted),
    ),
    questions: row.questions,
    notices: toNotices(row.notices),
    applicationCount: row._count.applications,
    winnerName: winner,
    isSeller,
    isOperator,
    isSignedIn: actor !== null,
    mayAsk: isOpen && actor !== null && !isSeller,
    isOpen,
    own,
    earlierNumber: row.earlierLot?.number ?? null,
    laterNumber: row.laterLots[0]?.number ?? null,
    hasRun: row._count.auctions > 0,
    now,
  };
}

async function winnerName(db: DbOrTx, applicationId: string | null): Promise<string | null> {
  if (!applicationId) return null;
  const found = await db.lotApplication.findUnique({
    where: { id: applicationId },
    select: { organisation: { select: { legalName: true } } },
  });
  return found?.organisation.legalName ?? null;
}
