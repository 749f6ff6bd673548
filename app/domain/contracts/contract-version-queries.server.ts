import type { UserActor } from "~/domain/identity/actor";
import type { DbOrTx } from "~/platform/db.server";
import { getReadableContract } from "./contract-access.server";
import { getContractDraft } from "./contract-draft-queries.server";
import { contractItemOf } from "./contract-list-queries.server";
import type { ComparisonView, VersionView } from "./contract-view";
import { compareVersions } from "./version-diff-rules";

const PAGE = 30;

type DraftRow = {
  number: number;
  side: string | null;
  authorId: string;
  note: string;
  createdAt: Date;
};

const sideOf = (side: string | null) => (side === "SUPPLY" || side === "DEMAND" ? side : null);

/** Versions with the names of their authors and who approved them. */
export async function describeVersions(
  db: DbOrTx,
  contractId: string,
  rows: readonly DraftRow[],
): Promise<VersionView[]> {
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.authorId))] } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map((one) => [one.id, one.name]));
  const approvals = await db.contractApproval.findMany({
    where: { contractId, draftNumber: { in: rows.map((row) => row.number) } },
    select: { draftNumber: true, side: true },
  });
  return rows.map((row) => ({
    number: row.number,
    side: sideOf(row.side),
    authorName: names.get(row.authorId) ?? "",
    note: row.note,
    createdAt: row.createdAt.toISOString(),
    approvedBy: approvals
      .filter((one) => one.draftNumber === row.number)
      .flatMap((one) => sideOf(one.side) ?? []),
  }));
}

/**
 * The versions of a contract, newest first by pages, and what two of them say differently. Without a
 * choice the newest is held against the one before.
 */
export async function compareDrafts(
  ids: { dealId: string; contractId: string },
  chosen: { from: number | null; to: number | null; page: number },
  actor: UserActor,
  db: DbOrTx,
): Promise<ComparisonView> {
  const { row } = await getReadableContract(db, ids, actor);
  const pages = Math.max(1, Math.ceil(row.draftNumber / PAGE));
  const page = Math.min(Math.max(1, chosen.page), pages);
  const rows = await db.contractDraft.findMany({
    where: { contractId: row.id },
    orderBy: { number: "desc" },
    skip: (page - 1) * PAGE,
    take: PAGE,
    select: { number: true, side: true, authorId: true, note: true, createdAt: true },
  });
  const inRange = (number: number) => Math.min(Math.max(1, number), row.draftNumber);
  const to = inRange(chosen.to ?? row.draftNumber);
  const from = inRange(chosen.from ?? to - 1);
  const before = await getContractDraft(db, row.id, from);
  const after = await getContractDraft(db, row.id, to);
  return {
    contract: { ...contractItemOf(row), dealId: row.dealId },
    versions: await describeVersions(db, row.id, rows),
    from,
    to,
    changes: compareVersions(before.clauses, after.clauses),
    page,
    pages,
  };
}
