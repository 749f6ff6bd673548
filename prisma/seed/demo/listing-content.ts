import type { AchievementContent } from "~/domain/catalogue/achievement-schema";
import type { NeedContent } from "~/domain/catalogue/need-schema";
import { patentNumber } from "./numbers";
import type { Budget, DemoAchievement, DemoIp, DemoNeed, Price } from "./types";

const DAY_MS = 86_400_000;
const fen = (yuan: number) => yuan * 100;

function priceOf(price: Price) {
  switch (price.kind) {
    case "NEGOTIABLE":
      return { priceKind: price.kind };
    case "FIXED":
      return { priceKind: price.kind, priceMinFen: fen(price.yuan), priceMaxFen: fen(price.yuan) };
    case "RANGE":
      return {
        priceKind: price.kind,
        priceMinFen: fen(price.minYuan),
        priceMaxFen: fen(price.maxYuan),
      };
    case "ROYALTY":
      return { priceKind: price.kind, royaltyRateBp: price.rateBp };
  }
}

function budgetOf(budget: Budget) {
  const { priceKind, ...amounts } = priceOf(budget);
  const kind = priceKind === "ROYALTY" ? "NEGOTIABLE" : priceKind;
  return {
    budgetKind: kind,
    budgetMinFen: "priceMinFen" in amounts ? amounts.priceMinFen : null,
    budgetMaxFen: "priceMaxFen" in amounts ? amounts.priceMaxFen : null,
  };
}

function rightOf(ip: DemoIp) {
  const isPatent = ip.kind.startsWith("PATENT") && ip.number !== undefined;
  return {
    kind: ip.kind,
    number: isPatent ? patentNumber(ip.number ?? "") : (ip.number ?? ""),
    title: ip.title,
    status: ip.status,
    owners: ip.owners ?? "",
    filedOn: null,
    expiresOn: null,
  };
}

/** Content of a demonstration achievement, as its owner would have typed it. */
export function achievementContent(
  item: DemoAchievement,
  regionCode: string,
): Partial<AchievementContent> {
  const entry = item.price.kind === "ROYALTY" ? item.price.entryYuan : undefined;
  const entryNote = entry ? `入门费 ${entry / 10_000} 万元，另按销售额提成。` : "";
  return {
    title: item.title,
    titleEn: item.titleEn ?? "",
    summary: item.summary,
    description: item.description,
    advantages: item.advantages.map(([claim, figure, unit, baseline]) => ({
      claim,
      figure,
      unit,
      baseline,
    })),
    team: (item.team ?? []).map(([role, expertise]) => ({ role, expertise })),
    applications: item.applications ?? "",
    cooperationNote: [item.cooperationNote, entryNote].filter(Boolean).join("\n"),
    keywords: item.keywords,
    fieldCodes: item.fields,
    industryCodes: item.industries,
    regionCode: item.region ?? regionCode,
    modes: item.modes,
    licenceKinds: item.licenceKinds ?? [],
    ...priceOf(item.price),
    trlDeclared: item.trl,
    trlEvidence: item.evidence.map(([level, evidence]) => ({ level, evidence })),
    ipRights: item.ip.map(rightOf),
    coOwners: (item.coOwners ?? []).map(([name, hasConsent]) => ({ name, hasConsent })),
    isServiceOutcome: item.serviceOutcome ?? true,
    isBlinded: item.blinded ?? false,
    sectionVisibility: item.visibility ?? {},
    disclosureAcknowledged: item.state !== "DRAFT",
    noStateSecretDeclared: item.state !== "DRAFT",
  };
}

/** Content of a demonstration need; its dates count from the day of seeding. */
export function needContent(item: DemoNeed, regionCode: string, today: Date): Partial<NeedContent> {
  const inDays = (days: number | undefined) =>
    days === undefined
      ? null
      : new Date(today.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  return {
    title: item.title,
    titleEn: item.titleEn ?? "",
    summary: item.summary,
    background: item.background,
    constraints: item.constraints ?? "",
    targets: item.targets.map(([name, comparator, value, unit, testMethod]) => ({
      name,
      comparator,
      value,
      unit,
      testMethod,
    })),
    keywords: item.keywords,
    fieldCodes: item.fields,
    industryCodes: item.industries,
    regionCode: item.region ?? regionCode,
    modes: item.modes,
    ...budgetOf(item.budget),
    trlWanted: item.trlWanted ?? null,
    deadlineOn: inDays(item.deadlineInDays),
    replyOn: inDays(item.replyInDays),
    ipTerms: item.ipTerms,
    ipTermsNote: item.ipTermsNote ?? "",
    isOpenChallenge: item.openChallenge ?? false,
    isBlinded: item.blinded ?? false,
    sectionVisibility: item.visibility ?? {},
    noStateSecretDeclared: item.state !== "DRAFT",
  };
}
