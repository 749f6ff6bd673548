import { createPublicKey } from "node:crypto";
import { canonicalJson } from "~/domain/audit/canonical-json";
import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import type { DbOrTx } from "~/platform/db.server";
import type { AuctionEvent, ChainedEvent } from "./auction-event";
import type { StoredEngine } from "./lock-course.server";
import { TRANSCRIPT_FORMAT, type Transcript } from "./transcript-rules";
import type { TranscriptPage } from "./transcript-view";

const PAGE_SIZE = 100;

/** The public run of a lot with one page of its record; null until it is published. */
export async function findTranscriptPage(
  db: DbOrTx,
  lotNumber: number,
  page: number,
): Promise<TranscriptPage | null> {
  const run = await findPublished(db, lotNumber);
  if (!run?.publishedAt) return null;
  const { state, names } = run.engineState as unknown as StoredEngine;
  const pages = Math.max(1, Math.ceil(run.lastSequence / PAGE_SIZE));
  const shown = Math.min(Math.max(1, page), pages);
  const rows = await db.auctionEvent.findMany({
    where: { auctionId: run.id, sequence: { gt: (shown - 1) * PAGE_SIZE } },
    orderBy: { sequence: "asc" },
    take: PAGE_SIZE,
  });
  return {
    auctionId: run.id,
    lot: run.lot,
    rules: run.rules as unknown as AuctionRules,
    result: state.result,
    names:
      state.result?.outcome === "VOID" ? [] : names.map(({ number, name }) => ({ number, name })),
    publishedAt: run.publishedAt,
    head: { sequence: run.lastSequence, hash: run.headHash },
    fingerprint: run.keyFingerprint ?? "",
    hasNotice: run.resultFileId !== null,
    events: rows.map((row) => eventOf(row)),
    page: shown,
    pages,
  };
}

/** The whole transcript in its one spelling; null until it is published. */
export async function findTranscriptText(db: DbOrTx, lotNumber: number): Promise<string | null> {
  const run = await findPublished(db, lotNumber);
  if (!run?.publishedAt || !run.headSignature || !run.keyFingerprint) return null;
  const [rows, key] = await Promise.all([
    db.auctionEvent.findMany({ where: { auctionId: run.id }, orderBy: { sequence: "asc" } }),
    db.sealKey.findUniqueOrThrow({
      where: { fingerprint: run.keyFingerprint },
      select: { publicKeyPem: true },
    }),
  ]);
  const publicKey = createPublicKey(key.publicKeyPem)
    .export({ type: "spki", format: "der" })
    .toString("base64");
  const transcript: Transcript = {
    format: TRANSCRIPT_FORMAT,
    auctionId: run.id,
    events: rows.map((row): ChainedEvent => {
      return { ...eventOf(row), previousHash: row.previousHash, hash: row.hash };
    }),
    head: { sequence: run.lastSequence, hash: run.headHash },
    signature: {
      algorithm: "ECDSA-P256-SHA256",
      value: run.headSignature,
      fingerprint: run.keyFingerprint,
      publicKey,
    },
  };
  return canonicalJson(transcript);
}

/** The last published run of a lot. */
function findPublished(db: DbOrTx, lotNumber: number) {
  if (!Number.isSafeInteger(lotNumber) || lotNumber < 1 || lotNumber > 2 ** 31 - 1) return null;
  return db.auction.findFirst({
    where: { lot: { number: lotNumber }, publishedAt: { not: null } },
    orderBy: { run: "desc" },
    include: { lot: { select: { number: true, title: true } } },
  });
}

function eventOf(row: { sequence: number; atMicros: bigint; content: unknown }): AuctionEvent {
  const { sequence, atMicros, content } = row;
  return { sequence, atMicros: Number(atMicros), ...(content as object) } as AuctionEvent;
}
