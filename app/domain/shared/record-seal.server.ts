import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";

export type SealKind =
  | "CONTRACT"
  | "CONTRACT_PAPER"
  | "CERTIFICATE"
  | "NOTICE"
  | "PRECHECK_OPINION"
  | "PUBLICITY_PACK"
  | "AUCTION_RESULT"
  | "SALE_CONFIRMATION"
  | "LICENCE"
  | "ROADSHOW_REPORT";

export interface SealRecord {
  kind: SealKind;
  subjectType: string;
  subjectId: string;
  /** Counted from 1 for each subject and kind; an earlier one is marked as superseded. */
  version?: number;
  /** What everybody may read on /verify: a kind and a number, no names. */
  label: string;
  fileId: string | null;
  sha256: string;
  originalSha256?: string;
  originalBytes?: number;
  fingerprint?: string;
}

/**
 * Notes a document that leaves the house, so that /verify knows it.
 * @throws unique violation when that version of the document is noted already: sealing twice is one
 */
export async function recordSeal(record: SealRecord, tx: Tx): Promise<string> {
  const { subjectType, subjectId, kind, version = 1 } = record;
  const now = clock.now();
  await tx.documentSeal.updateMany({
    where: { subjectType, subjectId, kind, version: { lt: version }, supersededAt: null },
    data: { supersededAt: now },
  });
  const made = await tx.documentSeal.create({
    data: {
      id: newId(),
      kind,
      subjectType,
      subjectId,
      version,
      label: record.label,
      fileId: record.fileId,
      sha256: record.sha256,
      originalSha256: record.originalSha256 ?? null,
      originalBytes: record.originalBytes ?? null,
      keyFingerprint: record.fingerprint ?? null,
      createdAt: now,
    },
    select: { id: true },
  });
  return made.id;
}
