import type { Actor } from "~/domain/identity/actor";
import { calendarDate, clock, MARKET_TIME_ZONE } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import { recordSeal } from "~/domain/shared/record-seal.server";
import { getSealProvider } from "~/domain/shared/seal-key.server";
import { storeMade } from "~/domain/shared/store-file.server";
import type { Db } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import { renderPdf } from "~/platform/pdf-document.server";
import { sealPdf } from "~/platform/seal-pdf.server";
import { getStorage } from "~/platform/storage.server";
import { getDealAccess } from "./deal-access.server";
import { publicityPackBlocks } from "./publicity-pack-rules";
import { isPublicityState, publicityProcedure } from "./publicity-procedure";
import { PUBLICITY_MODES } from "./publicity-text-rules";
import { findRelatedParties } from "./related-party-queries.server";
import { readTermSheet } from "./term-sheet-queries.server";

const SUBJECT = "PricingPublicity";
const KIND = "PUBLICITY_PACK";

const minute = new Intl.DateTimeFormat("en-GB", {
  timeZone: MARKET_TIME_ZONE,
  hour: "2-digit",
  minute: "2-digit",
});
const at = (instant: Date) => `${calendarDate(instant)} ${minute.format(instant)}`;

/** Version of the sealed pack of an ended publicity; null while it runs and nothing is final. */
function finalVersion(state: string): number | null {
  if (state === "CLEARED") return 1;
  return state === "REVISED" || state === "STOPPED" ? 2 : null;
}

/**
 * The evidence pack of a publicity that has begun. While it runs a fresh unsealed record; once it has
 * ended it is sealed and stored at the first request and the same bytes ever after.
 * @throws DomainError "not_found" (404) for people outside of the room and before the beginning
 */
export async function getPublicityPack(
  dealId: string,
  number: number,
  actor: Actor,
  db: Db,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { userId } = await getDealAccess(db, dealId, actor);
  const row = Number.isSafeInteger(number)
    ? await db.pricingPublicity.findFirst({
        where: { dealId, number },
        select: { id: true, state: true, startedAt: true, organisationId: true },
      })
    : null;
  if (!row?.startedAt) throw new DomainError("not_found", { status: 404 });
  const name = `协议定价公示证据材料-${number}.pdf`;
  const version = finalVersion(row.state);
  if (version === null) return { name, bytes: await drawPack(row.id, db) };
  const stored = await readStored(row.id, version, db);
  if (stored) return { name, bytes: stored };
  const original = await drawPack(row.id, db);
  const sealed = await sealPdf(
    { original, signedAt: clock.now(), reason: "协议定价公示证据材料", fieldName: "seal-1" },
    await getSealProvider(db),
  );
  try {
    const made = { name, bytes: sealed.bytes, contentType: "application/pdf", ending: "pdf" };
    const owner = { purpose: "SEALED" as const, organisationId: row.organisationId, userId };
    await storeMade({ ...made, ...owner }, db, (tx, file) =>
      recordSeal(
        {
          kind: KIND,
          subjectType: SUBJECT,
          subjectId: row.id,
          version,
          label: `协议定价公示证据材料 第 ${number} 号`,
          fileId: file.id,
          sha256: sealed.sha256,
          originalSha256: sealed.originalSha256,
          originalBytes: sealed.originalBytes,
          fingerprint: sealed.fingerprint,
        },
        tx,
      ),
    );
    return { name, bytes: sealed.bytes };
  } catch (error) {
    // Two people asked at once: the pack of the first is the pack.
    const first = await readStored(row.id, version, db);
    if (first) return { name, bytes: first };
    throw error;
  }
}

async function readStored(id: string, version: number, db: Db): Promise<Uint8Array | null> {
  const seal = await db.documentSeal.findFirst({
    where: { subjectType: SUBJECT, subjectId: id, kind: KIND, version },
    select: { file: { select: { storageKey: true } } },
  });
  if (!seal?.file) return null;
  const content = await getStorage().readFile(seal.file.storageKey);
  return content ? new Uint8Array(await new Response(content.stream).arrayBuffer()) : null;
}

async function drawPack(id: string, db: Db): Promise<Buffer> {
  const row = await db.pricingPublicity.findUniqueOrThrow({
    where: { id },
    include: {
      organisation: { select: { legalName: true } },
      minutesFile: { select: { name: true, sha256: true } },
      termSheet: { select: { number: true, content: true } },
      objections: { orderBy: { number: "asc" } },
    },
  });
  const { categoryCode } = readTermSheet(row.termSheet.content);
  const category = await db.codeItem.findFirst({
    where: { list: "contract-categories", code: categoryCode },
  });
  const related = await findRelatedParties(db, row.dealId);
  const moves = await listTimeline(db, publicityProcedure.name, id);
  const sides = [
    { side: "供给方", declared: related.supply },
    { side: "需求方", declared: related.demand },
  ];
  const started = row.startedAt ?? row.createdAt;
  return renderPdf({
    title: `协议定价公示证据材料 第 ${row.number} 号`,
    author: row.organisation.legalName,
    language: "zh-CN",
    createdAt: clock.now(),
    header: { left: "协议定价公示证据材料", right: `第 ${row.number} 号` },
    blocks: publicityPackBlocks({
      number: row.number,
      state: isPublicityState(row.state) ? row.state : "STOPPED",
      title: row.title,
      unit: row.organisation.legalName,
      counterparty: row.counterparty,
      mode: PUBLICITY_MODES.find((mode) => mode === row.mode) ?? "TRANSFER",
      category: category?.nameZh ?? categoryCode,
      priceText: row.priceText,
      relatedStatement: row.relatedStatement,
      contact: row.contact,
      startedAt: at(started),
      endsAt: row.endsAt ? `${calendarDate(new Date(row.endsAt.getTime() - 1))} 24:00` : "",
      clearedAt: row.clearedAt && at(row.clearedAt),
      termNumber: row.termSheet.number,
      termHash: row.termHash,
      minutes: row.minutesFile,
      declarations: sides.flatMap(({ side, declared }) =>
        declared ? [{ side, isRelated: declared.isRelated, at: at(declared.declaredAt) }] : [],
      ),
      objections: row.objections.map((one) => ({
        number: one.number,
        at: at(one.createdAt),
        text: one.text,
        outcome: one.outcome === "UPHELD" || one.outcome === "REJECTED" ? one.outcome : null,
        result: one.result,
        handledAt: one.handledAt && at(one.handledAt),
      })),
      moves: [...moves].reverse().map((one) => ({
        move: one.move,
        at: at(one.at),
        by: one.actorName ?? "平台",
        note: one.note,
      })),
      address: `${appUrl()}/publicity/${row.number}`,
    }),
  });
}
