import type { Prisma } from "#prisma/client/client";
import { dateColumn } from "~/domain/shared/clock";
import type { AchievementContent } from "./achievement-schema";
import type { NeedContent } from "./need-schema";
import { canonicalIpNumber } from "./patent-number-rules";
import { simhashOf } from "./simhash";

const big = (fen: number | null) => (fen === null ? null : BigInt(fen));
const date = (day: string | null) => (day === null ? null : dateColumn(day));

/** Price columns in the order that the table's checks want: a range turned round is put right. */
function bounds(kind: string, min: number | null, max: number | null) {
  if (kind === "FIXED") return { min, max: min };
  if (kind !== "RANGE") return { min: null, max: null };
  if (min !== null && max !== null && min > max) return { min: max, max: min };
  return { min, max };
}

/** Columns of the row itself; children are in `achievementChildren`. */
export function achievementColumns(content: AchievementContent, now: Date) {
  const price = bounds(content.priceKind, content.priceMinFen, content.priceMaxFen);
  return {
    title: content.title,
    titleEn: content.titleEn,
    summary: content.summary,
    description: content.description,
    advantages: content.advantages,
    team: content.team,
    applications: content.applications,
    cooperationNote: content.cooperationNote,
    keywords: content.keywords,
    fieldCodes: content.fieldCodes,
    industryCodes: content.industryCodes,
    regionCode: content.regionCode,
    modes: content.modes,
    licenceKinds: content.licenceKinds,
    priceKind: content.priceKind,
    priceMinFen: big(price.min),
    priceMaxFen: big(price.max),
    royaltyRateBp: content.priceKind === "ROYALTY" ? content.royaltyRateBp : null,
    trlDeclared: content.trlDeclared,
    isServiceOutcome: content.isServiceOutcome,
    isBlinded: content.isBlinded,
    sectionVisibility: content.sectionVisibility,
    disclosureAcknowledgedAt: content.disclosureAcknowledged ? now : null,
    noStateSecretDeclaredAt: content.noStateSecretDeclared ? now : null,
    simhash: simhashOf(`${content.title}${content.summary}${content.description}`),
  } satisfies Prisma.AchievementUncheckedUpdateInput;
}

/** Rows of the tables below an achievement, without ids. */
export function achievementChildren(content: AchievementContent) {
  return {
    ipRights: content.ipRights.map((right, sort) => ({
      kind: right.kind,
      number: right.number === "" ? null : canonicalIpNumber(right.kind, right.number),
      title: right.title,
      status: right.status,
      owners: right.owners,
      filedOn: date(right.filedOn),
      expiresOn: date(right.expiresOn),
      sort,
    })),
    coOwners: content.coOwners.map((owner, sort) => ({ ...owner, sort })),
    trlEvidence: content.trlEvidence,
  };
}

export function needColumns(content: NeedContent, now: Date) {
  const budget = bounds(content.budgetKind, content.budgetMinFen, content.budgetMaxFen);
  return {
    title: content.title,
    titleEn: content.titleEn,
    summary: content.summary,
    background: content.background,
    constraints: content.constraints,
    keywords: content.keywords,
    fieldCodes: content.fieldCodes,
    industryCodes: content.industryCodes,
    regionCode: content.regionCode,
    modes: content.modes,
    budgetKind: content.budgetKind,
    budgetMinFen: big(budget.min),
    budgetMaxFen: big(budget.max),
    trlWanted: content.trlWanted,
    deadlineOn: date(content.deadlineOn),
    replyOn: date(content.replyOn),
    ipTerms: content.ipTerms,
    ipTermsNote: content.ipTermsNote,
    isOpenChallenge: content.isOpenChallenge,
    isBlinded: content.isBlinded,
    sectionVisibility: content.sectionVisibility,
    noStateSecretDeclaredAt: content.noStateSecretDeclared ? now : null,
    simhash: simhashOf(`${content.title}${content.summary}${content.background}`),
  } satisfies Prisma.NeedUncheckedUpdateInput;
}

export function needChildren(content: NeedContent) {
  return { targets: content.targets.map((target, sort) => ({ ...target, sort })) };
}
