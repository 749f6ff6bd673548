import { createHash } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getDealAccess } from "./deal-access.server";
import { listDealAudit } from "./deal-log-queries.server";
import { listAllMessages } from "./deal-message-queries.server";
import { namesOf, thingOf } from "./disclosure-queries.server";

const README = [
  "交易室证据包 / Evidence of a deal room",
  "",
  "manifest.json    各文件的 SHA-256；与本包内的文件逐一核对。",
  "room.json        双方、人员和状态。",
  "messages.json    全部消息与事件，按序号连续；附件列出名称、大小和 SHA-256。",
  "nda/             每个人接受的保密承诺全文；文件内容的 SHA-256 即 acceptances.json 中的 textHash。",
  "disclosure.json  资料开放、收回与每次查看的时间。不含资料内容。",
  "audit.json       审计链中与本交易室有关的事件。hash 是除自身外全部字段的规范 JSON（键按码位排序、无空白）的 SHA-256，previousHash 是链上前一事件的 hash。",
  "",
].join("\n");

/**
 * Everything that happened in a room as a ZIP, for people of both sides. Contents of disclosed
 * sections are not in it, nor names of files that were never opened to the reader.
 * @throws DomainError "not_found" (404), "forbidden" (403) for brokers and advisers
 */
export async function exportEvidence(
  dealId: string,
  actor: UserActor,
  db: Db,
): Promise<{ name: string; bytes: Uint8Array }> {
  const access = await getDealAccess(db, dealId, actor);
  const { side, deal } = access;
  if (!side) throw new DomainError("forbidden", { status: 403 });
  const [row, people, messages, ndas, grants, events] = await Promise.all([
    db.deal.findUniqueOrThrow({
      where: { id: dealId },
      include: {
        supplyOrganisation: { select: { legalName: true, uscc: true } },
        demandOrganisation: { select: { legalName: true, uscc: true } },
      },
    }),
    db.dealParticipant.findMany({
      where: { dealId },
      orderBy: { createdAt: "asc" },
      include: { user: { select: { name: true } } },
    }),
    listAllMessages(db, dealId),
    db.ndaAcceptance.findMany({ where: { dealId }, orderBy: { createdAt: "asc" } }),
    db.disclosureGrant.findMany({
      where: { dealId },
      orderBy: { createdAt: "asc" },
      include: {
        file: { select: { name: true } },
        views: { orderBy: { createdAt: "asc" } },
      },
    }),
    listDealAudit(db, dealId),
  ]);
  const files = await db.storedFile.findMany({
    where: { id: { in: messages.flatMap((one) => one.file?.id ?? []) } },
    select: { id: true, sha256: true },
  });
  const shaOf = new Map(files.map((one) => [one.id, one.sha256]));
  const names = await namesOf(db, [
    ...people.map((one) => one.userId),
    ...ndas.map((one) => one.userId),
    ...grants.flatMap((one) => [one.granteeId, one.grantedById]),
  ]);
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null);
  const parts: Record<string, Uint8Array> = { "README.txt": strToU8(README) };
  const add = (name: string, value: unknown) => {
    parts[name] = strToU8(`${JSON.stringify(value, jsonSafe, 2)}\n`);
  };
  add("room.json", {
    number: row.number,
    title: row.title,
    state: row.state,
    closeCode: row.closeCode,
    origin: row.origin,
    supply: row.supplyOrganisation,
    demand: row.demandOrganisation,
    createdAt: row.createdAt,
    agreedAt: row.agreedAt,
    contractedAt: row.contractedAt,
    completedAt: row.completedAt,
    closedAt: row.closedAt,
    people: people.map((one) => ({
      name: one.user.name,
      role: one.role,
      invitedBySide: one.invitedBySide,
      areas: one.areas,
      joinedAt: one.joinedAt,
      leftAt: one.leftAt,
    })),
  });
  add(
    "messages.json",
    messages.map(({ clientKey, authorId, file, ...message }) => ({
      ...message,
      file: file && { ...file, sha256: shaOf.get(file.id) ?? null },
    })),
  );
  for (const nda of ndas) parts[`nda/${nda.id}.txt`] = strToU8(nda.text);
  add(
    "nda/acceptances.json",
    ndas.map((one) => ({
      file: `${one.id}.txt`,
      name: nameOf(one.userId),
      version: one.textVersion,
      textHash: one.textHash,
      acceptedAt: one.createdAt,
      ipAddress: one.ipAddress,
    })),
  );
  add(
    "disclosure.json",
    grants.map((one) => ({
      id: one.id,
      ...thingOf(one, side, actor.userId),
      to: nameOf(one.granteeId),
      by: nameOf(one.grantedById),
      openedAt: one.createdAt,
      expiresAt: one.expiresAt,
      revokedAt: one.revokedAt,
      views: one.views.map((view) => ({ at: view.createdAt, how: view.how })),
    })),
  );
  add("audit.json", events);
  add("manifest.json", {
    dealId,
    number: deal.number,
    madeAt: clock.now(),
    files: Object.entries(parts).map(([name, bytes]) => ({
      name,
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    })),
  });
  const bytes = zipSync(parts, { level: 6 });
  await inTransaction(db, (tx) =>
    appendAudit(tx, actor, {
      action: "deal.export-evidence",
      subjectType: "Deal",
      subjectId: dealId,
      detail: { sha256: createHash("sha256").update(bytes).digest("hex") },
    }),
  );
  return { name: `交易室-${deal.number}-证据包.zip`, bytes };
}

function jsonSafe(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
