import { createHash } from "node:crypto";
import type { LicenceOffer } from "#prisma/client/client";
import type { Tx } from "~/platform/db.server";
import type { LicenceFacts } from "./licence-check-rules";
import { readLicenceChecks, readPatents } from "./licence-schema";
import type { LicenceTextFacts } from "./licence-text-rules";

export type LicenceOfferRow = LicenceOffer & {
  organisation: { legalName: string; uscc: string | null };
  achievement: {
    number: number;
    title: string;
    state: string;
    organisationId: string;
    isBlinded: boolean;
  };
};

const ACHIEVEMENT = {
  number: true,
  title: true,
  state: true,
  organisationId: true,
  isBlinded: true,
} as const;

export function loadLicenceOffers(tx: Tx, ids: readonly string[]): Promise<LicenceOfferRow[]> {
  return tx.licenceOffer.findMany({
    where: { id: { in: [...ids] } },
    include: {
      organisation: { select: { legalName: true, uscc: true } },
      achievement: { select: ACHIEVEMENT },
    },
  });
}

export function licenceFactsOf(row: LicenceOffer): LicenceFacts {
  return {
    kind: row.kind,
    title: row.title,
    summary: row.summary,
    declarationNumber: row.declarationNumber,
    feeFen: row.feeFen,
    termMonths: row.termMonths,
    territory: row.territory,
    fieldOfUse: row.fieldOfUse,
    patents: readPatents(row.patents),
    checks: readLicenceChecks(row.checks),
  };
}

export function textFactsOf(row: LicenceOfferRow): LicenceTextFacts {
  return {
    kind: row.kind,
    licensor: row.organisation.legalName,
    licensorUscc: row.organisation.uscc,
    title: row.title,
    achievementNumber: row.achievement.number,
    achievementTitle: row.achievement.title,
    declarationNumber: row.declarationNumber,
    patents: readPatents(row.patents),
    feeFen: row.feeFen ?? 0n,
    termMonths: row.termMonths,
    territory: row.territory,
    fieldOfUse: row.fieldOfUse,
  };
}

export function hashOfText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
