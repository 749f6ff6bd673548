import {
  type AchievementContent,
  achievementContentSchema,
} from "~/domain/catalogue/achievement-schema";
import type { KindAndContent } from "~/domain/catalogue/listing-content";
import { type NeedContent, needContentSchema } from "~/domain/catalogue/need-schema";
import type { ColumnMapping, ImportField } from "./import-field-rules";
import type { ReadPrice } from "./price-rules";
import type { ReadAchievement, ReadNeed } from "./read-row-rules";

const yuan = (fen: bigint | null) => (fen === null ? null : Number(fen));

/** Fields that a column of the file fills; what no column speaks of stays as the listing has it. */
type Mapped = (field: ImportField) => boolean;

function common(read: ReadAchievement | ReadNeed, isMapped: Mapped, defaultRegion: string) {
  return {
    title: read.title,
    summary: read.summary,
    ...(isMapped("titleEn") ? { titleEn: read.titleEn } : {}),
    ...(isMapped("keywords") ? { keywords: read.keywords } : {}),
    ...(isMapped("fields") ? { fieldCodes: read.fieldCodes } : {}),
    ...(isMapped("industries") ? { industryCodes: read.industryCodes } : {}),
    ...(isMapped("modes") ? { modes: read.modes } : {}),
    regionCode: read.regionCode ?? defaultRegion,
  };
}

function priceOf(price: ReadPrice) {
  return {
    priceKind: price.kind,
    priceMinFen: yuan(price.minFen),
    // The content of a fixed price names it once.
    priceMaxFen: price.kind === "FIXED" ? null : yuan(price.maxFen),
    royaltyRateBp: price.royaltyRateBp,
  };
}

function budgetOf(price: ReadPrice) {
  // A need has no royalty: a rate in its budget column leaves the budget open.
  if (price.kind === "ROYALTY") {
    return { budgetKind: "NEGOTIABLE" as const, budgetMinFen: null, budgetMaxFen: null };
  }
  return {
    budgetKind: price.kind,
    budgetMinFen: yuan(price.minFen),
    budgetMaxFen: price.kind === "FIXED" ? null : yuan(price.maxFen),
  };
}

/**
 * Content of a listing after a row was read into it. With the same row and mapping the result equals
 * the listing, which is how an unchanged row is recognised.
 */
export function contentOfRow(
  read: ReadAchievement | ReadNeed,
  existing: AchievementContent | NeedContent | null,
  mapping: ColumnMapping,
  defaultRegion: string,
): KindAndContent {
  const isMapped: Mapped = (field) => mapping[field] !== undefined;
  const shared = common(read, isMapped, defaultRegion);
  if (read.kind === "NEED") {
    const content = needContentSchema.parse({
      ...existing,
      ...shared,
      background: read.background,
      ...(isMapped("constraints") ? { constraints: read.constraints } : {}),
      ...(isMapped("budget") ? budgetOf(read.budget) : {}),
      ...(isMapped("trl") ? { trlWanted: read.trlWanted } : {}),
      ...(isMapped("deadline") ? { deadlineOn: read.deadlineOn } : {}),
    });
    return { kind: "need", content };
  }
  const right = read.ip && {
    kind: read.ip.kind,
    number: read.ip.number ?? "",
    status: read.ip.kind.startsWith("PATENT") ? "PENDING" : "NOT_REGISTERED",
  };
  const content = achievementContentSchema.parse({
    ...existing,
    ...shared,
    description: read.description,
    ...(isMapped("applications") ? { applications: read.applications } : {}),
    ...(isMapped("cooperationNote") ? { cooperationNote: read.cooperationNote } : {}),
    ...(isMapped("modes") ? { licenceKinds: read.licenceKinds } : {}),
    ...(isMapped("price") ? priceOf(read.price) : {}),
    ...(isMapped("trl") ? { trlDeclared: read.trlDeclared } : {}),
    ...(isMapped("ipKind") || isMapped("ipNumber") ? { ipRights: right ? [right] : [] } : {}),
  });
  return { kind: "achievement", content };
}
