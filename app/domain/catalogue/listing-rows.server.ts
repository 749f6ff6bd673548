import type { Prisma } from "#prisma/client/client";
import { type AchievementContent, achievementContentSchema } from "./achievement-schema";
import { type NeedContent, needContentSchema } from "./need-schema";

const organisation = {
  select: {
    id: true,
    legalName: true,
    englishName: true,
    kind: true,
    regionCode: true,
    state: true,
    trustedImport: true,
    website: true,
    intro: true,
    logoFileId: true,
  },
} as const;

const files = {
  orderBy: { sort: "asc" },
  select: {
    id: true,
    role: true,
    visibility: true,
    caption: true,
    file: { select: { id: true, name: true, contentType: true, sizeBytes: true, deletedAt: true } },
  },
} as const;

/** What is read with an achievement: its children, files and owner, in one query each. */
export const achievementInclude = {
  organisation,
  files,
  ipRights: { orderBy: { sort: "asc" } },
  coOwners: { orderBy: { sort: "asc" } },
  trlEvidence: { orderBy: { level: "asc" } },
} as const satisfies Prisma.AchievementInclude;

export const needInclude = {
  organisation,
  files,
  targets: { orderBy: { sort: "asc" } },
} as const satisfies Prisma.NeedInclude;

export type AchievementRow = Prisma.AchievementGetPayload<{ include: typeof achievementInclude }>;
export type NeedRow = Prisma.NeedGetPayload<{ include: typeof needInclude }>;

const day = (column: Date | null) => column?.toISOString().slice(0, 10) ?? null;
const fen = (column: bigint | null) => (column === null ? null : Number(column));

/** The content of an achievement's row; parts that an older version wrote otherwise are dropped. */
export function achievementContentOf(row: AchievementRow): AchievementContent {
  return achievementContentSchema.parse({
    title: row.title,
    titleEn: row.titleEn,
    summary: row.summary,
    description: row.description,
    advantages: row.advantages,
    team: row.team,
    applications: row.applications,
    cooperationNote: row.cooperationNote,
    keywords: row.keywords,
    fieldCodes: row.fieldCodes,
    industryCodes: row.industryCodes,
    regionCode: row.regionCode,
    modes: row.modes,
    licenceKinds: row.licenceKinds,
    priceKind: row.priceKind,
    priceMinFen: fen(row.priceMinFen),
    priceMaxFen: row.priceKind === "FIXED" ? null : fen(row.priceMaxFen),
    royaltyRateBp: row.royaltyRateBp,
    trlDeclared: row.trlDeclared,
    trlEvidence: row.trlEvidence.map(({ level, evidence }) => ({ level, evidence })),
    ipRights: row.ipRights.map((right) => ({
      kind: right.kind,
      number: right.number ?? "",
      title: right.title,
      status: right.status,
      owners: right.owners,
      filedOn: day(right.filedOn),
      expiresOn: day(right.expiresOn),
    })),
    coOwners: row.coOwners.map(({ name, hasConsent }) => ({ name, hasConsent })),
    isServiceOutcome: row.isServiceOutcome,
    isBlinded: row.isBlinded,
    sectionVisibility: row.sectionVisibility,
    disclosureAcknowledged: row.disclosureAcknowledgedAt !== null,
    noStateSecretDeclared: row.noStateSecretDeclaredAt !== null,
  });
}

export function needContentOf(row: NeedRow): NeedContent {
  return needContentSchema.parse({
    title: row.title,
    titleEn: row.titleEn,
    summary: row.summary,
    background: row.background,
    constraints: row.constraints,
    targets: row.targets.map(({ name, comparator, value, unit, testMethod }) => ({
      name,
      comparator,
      value,
      unit,
      testMethod,
    })),
    keywords: row.keywords,
    fieldCodes: row.fieldCodes,
    industryCodes: row.industryCodes,
    regionCode: row.regionCode,
    modes: row.modes,
    budgetKind: row.budgetKind,
    budgetMinFen: fen(row.budgetMinFen),
    budgetMaxFen: row.budgetKind === "FIXED" ? null : fen(row.budgetMaxFen),
    trlWanted: row.trlWanted,
    deadlineOn: day(row.deadlineOn),
    replyOn: day(row.replyOn),
    ipTerms: row.ipTerms,
    ipTermsNote: row.ipTermsNote,
    isOpenChallenge: row.isOpenChallenge,
    isBlinded: row.isBlinded,
    sectionVisibility: row.sectionVisibility,
    noStateSecretDeclared: row.noStateSecretDeclaredAt !== null,
  });
}
