import type { Prisma } from "#prisma/client/client";
import { codeNamer, regionNamer } from "~/domain/catalogue/code-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import { AUCTION_MODES, auctionRulesSchema } from "./auction-rules-schema";
import { LOT_FILE_PURPOSES, LOT_FILE_VISIBILITIES } from "./lot-file-rules";
import { isLotState } from "./lot-procedure";
import { readLotTerms } from "./lot-terms-schema";
import type { LotFacts } from "./lot-view";

/** The sealed reserve is not among the columns: no page can show what it never reads. */
export const lotFactsSelect = {
  id: true,
  number: true,
  state: true,
  title: true,
  description: true,
  defects: true,
  categoryCode: true,
  conditions: true,
  mode: true,
  startPriceFen: true,
  stepFen: true,
  depositFen: true,
  reserveHash: true,
  reserveIsPublic: true,
  reserveFen: true,
  priceBasis: true,
  priceBasisNote: true,
  qualification: true,
  feePayer: true,
  feeBp: true,
  rules: true,
  rulesHash: true,
  isTraining: true,
  auctionHouse: true,
  auctionLicence: true,
  auctioneer: true,
  announcedAt: true,
  applicationsEndAt: true,
  biddingStartsAt: true,
  confirmDueAt: true,
  contractDueAt: true,
  extensionCount: true,
  runNumber: true,
  priceFen: true,
  regionCode: true,
  organisation: { select: { id: true, legalName: true } },
  items: {
    orderBy: { sort: "asc" },
    select: { achievement: { select: { id: true, title: true } } },
  },
  files: {
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      fileId: true,
      purpose: true,
      visibility: true,
      title: true,
      file: { select: { name: true, sizeBytes: true } },
    },
  },
} satisfies Prisma.LotSelect;

export type LotFactsRow = Prisma.LotGetPayload<{ select: typeof lotFactsSelect }>;

const text = (fen: bigint | null) => fen?.toString() ?? null;
const pick = <T extends string>(values: readonly T[], value: string, fallback: T): T =>
  values.find((one) => one === value) ?? fallback;

function reserveOf(row: LotFactsRow): LotFacts["reserve"] {
  if (row.reserveIsPublic && row.reserveFen !== null) {
    return { kind: "PUBLIC", amountFen: row.reserveFen.toString() };
  }
  if (!row.reserveHash) return { kind: "NONE" };
  // Written by the end of the run and by nothing before it.
  return { kind: "SECRET", commitment: row.reserveHash, openedFen: text(row.reserveFen) };
}

/** A row as its readers see it; files are filtered by the caller. */
export async function toLotFacts(db: DbOrTx, row: LotFactsRow, locale: string): Promise<LotFacts> {
  const [name, region] = await Promise.all([codeNamer(db, locale), regionNamer(db, locale)]);
  const { sale, plan } = readLotTerms(row.conditions);
  const rules = row.rulesHash ? auctionRulesSchema.safeParse(row.rules) : null;
  return {
    id: row.id,
    number: row.number,
    state: isLotState(row.state) ? row.state : "VOID",
    title: row.title,
    description: row.description,
    defects: row.defects,
    categoryName: row.categoryCode ? name("contract-categories", row.categoryCode) : "",
    mode: pick(AUCTION_MODES, row.mode, "ASCENDING"),
    startPriceFen: text(row.startPriceFen),
    stepFen: text(row.stepFen),
    depositFen: text(row.depositFen),
    reserve: reserveOf(row),
    priceBasis: row.priceBasis,
    priceBasisNote: row.priceBasisNote,
    qualification: row.qualification,
    feePayer: row.feePayer,
    feeBp: row.feeBp,
    sale,
    plan,
    rules: rules?.success ? rules.data : null,
    rulesHash: row.rulesHash,
    isTraining: row.isTraining,
    auction: row.auctionHouse
      ? {
          house: row.auctionHouse,
          licence: row.auctionLicence ?? "",
          auctioneer: row.auctioneer ?? "",
        }
      : null,
    announcedAt: row.announcedAt,
    applicationsEndAt: row.applicationsEndAt,
    biddingStartsAt: row.biddingStartsAt,
    confirmDueAt: row.confirmDueAt,
    contractDueAt: row.contractDueAt,
    extensionCount: row.extensionCount,
    runNumber: row.runNumber,
    priceFen: text(row.priceFen),
    seller: {
      id: row.organisation.id,
      name: row.organisation.legalName,
      regionName: region(row.regionCode),
    },
    items: row.items.map(({ achievement }) => achievement),
    files: row.files.map(({ file, ...one }) => ({
      id: one.id,
      fileId: one.fileId,
      purpose: pick(LOT_FILE_PURPOSES, one.purpose, "OTHER"),
      visibility: pick(LOT_FILE_VISIBILITIES, one.visibility, "OFFICE"),
      title: one.title,
      name: file.name,
      sizeBytes: Number(file.sizeBytes),
    })),
  };
}
