import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import type { OwnerView } from "./match-view-schema";

export type Subject = {
  id: string;
  title: string;
  state: string;
  organisationId: string;
  version: number;
};

/** The listing whose matches are asked for, in any state, or null. */
export async function findSubject(db: Db, kind: ListingKind, id: string): Promise<Subject | null> {
  const select = {
    id: true,
    title: true,
    state: true,
    organisationId: true,
    versionNumber: true,
  } as const;
  const row =
    kind === "achievement"
      ? await db.achievement.findUnique({ where: { id }, select })
      : await db.need.findUnique({ where: { id }, select });
  if (!row) return null;
  const { versionNumber: version, ...rest } = row;
  return { ...rest, version };
}

export type Counterpart = {
  title: string;
  trl: number | null;
  publishedAt: Date | null;
  owner: OwnerView;
  answer: { answer: string; declineCode: string | null } | null;
  introduction: { id: string; state: string } | null;
};

const owner = { select: { id: true, legalName: true, kind: true } } as const;
const region = { select: { nameZh: true, nameEn: true } } as const;
const listing = {
  id: true,
  title: true,
  isBlinded: true,
  publishedAt: true,
  organisation: owner,
  region,
} as const;

type OwnedRow = {
  isBlinded: boolean;
  organisation: { id: string; legalName: string; kind: string };
  region: { nameZh: string; nameEn: string } | null;
};

/** The owner as others see it; of a blinded one neither name nor id leaves the server. */
export function ownerView(row: OwnedRow): OwnerView {
  return {
    name: row.isBlinded ? null : row.organisation.legalName,
    id: row.isBlinded ? null : row.organisation.id,
    kind: row.organisation.kind,
    region: row.region && { zh: row.region.nameZh, en: row.region.nameEn },
  };
}

/** Columns that `ownerView` and a card need. */
export const LISTING_COLUMNS = listing;

/**
 * The ranked listings that may be shown: published, not expired, not of the subject's organisation.
 * For the owner's side with its answers and requests. Three queries, however long the list.
 */
export async function findCounterparts(
  db: Db,
  kind: ListingKind,
  ranked: readonly { id: string }[],
  subjectKind: ListingKind,
  subject: { id: string; organisationId: string },
  isOwner: boolean,
): Promise<Map<string, Counterpart>> {
  const ids = ranked.map((one) => one.id);
  if (ids.length === 0) return new Map();
  const where = {
    id: { in: ids },
    state: "PUBLISHED",
    organisationId: { not: subject.organisationId },
    OR: [{ expiresAt: null }, { expiresAt: { gt: clock.now() } }],
  };
  const subjectColumn = subjectKind === "need" ? "needId" : "achievementId";
  const column = kind === "need" ? "needId" : "achievementId";
  const pair = { [subjectColumn]: subject.id, [column]: { in: ids } };
  const [rows, answers, introductions] = await Promise.all([
    kind === "achievement"
      ? db.achievement
          .findMany({ where, select: { ...listing, trlVerified: true, trlDeclared: true } })
          .then((found) =>
            found.map((row) => ({ ...row, trl: row.trlVerified ?? row.trlDeclared })),
          )
      : db.need
          .findMany({ where, select: { ...listing, trlWanted: true } })
          .then((found) => found.map((row) => ({ ...row, trl: row.trlWanted }))),
    isOwner
      ? db.matchAnswer.findMany({
          where: { ...pair, organisationId: subject.organisationId },
          select: { needId: true, achievementId: true, answer: true, declineCode: true },
        })
      : [],
    isOwner
      ? db.introduction.findMany({
          where: { ...pair, state: { in: ["REQUESTED", "ACCEPTED"] } },
          orderBy: { createdAt: "asc" },
          select: { id: true, state: true, needId: true, achievementId: true },
        })
      : [],
  ]);
  const answerOf = new Map(answers.map((row) => [row[column], row]));
  const introductionOf = new Map(introductions.map((row) => [row[column], row]));
  return new Map(
    rows.map((row) => {
      const answer = answerOf.get(row.id);
      const introduction = introductionOf.get(row.id);
      return [
        row.id,
        {
          title: row.title,
          trl: row.trl,
          publishedAt: row.publishedAt,
          owner: ownerView(row),
          answer: answer ? { answer: answer.answer, declineCode: answer.declineCode } : null,
          introduction: introduction ? { id: introduction.id, state: introduction.state } : null,
        },
      ];
    }),
  );
}
