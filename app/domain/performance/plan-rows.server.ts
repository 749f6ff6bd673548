import { readTermSheet } from "~/domain/deals/term-sheet-queries.server";
import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { calendarDate } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { InstalmentKind, InstalmentState } from "./instalment-procedure";
import type { MilestoneState } from "./milestone-procedure";
import type { StoredInstalment, StoredMilestone } from "./plan-adjust-rules";

/** A date column as YYYY-MM-DD. */
export function dateText(column: Date): string;
export function dateText(column: Date | null): string | null;
export function dateText(column: Date | null): string | null {
  return column?.toISOString().slice(0, 10) ?? null;
}

export type RunningContract = {
  id: string;
  number: number;
  dealId: string;
  title: string;
  state: string;
  categoryCode: string;
  signedOn: string;
  endedAt: Date | null;
  /** The terms in force: of the newest signed supplement, else of the contract itself. */
  content: TermSheetContent;
  /** Contract or supplement that brought these terms. */
  termsFromId: string;
  supplyOrganisationId: string;
  demandOrganisationId: string;
};

const SIGNED = ["SIGNED", "COMPLETED", "TERMINATED"];

/** The signed main contract with the terms that hold now; null for a contract that is not signed. */
export async function findRunningContract(
  db: DbOrTx,
  where: { id: string } | { dealId: string },
): Promise<RunningContract | null> {
  const row = await db.contract.findFirst({
    where: { ...where, kind: "MAIN", state: { in: SIGNED } },
    orderBy: { createdAt: "desc" },
    include: {
      termSheet: { select: { content: true } },
      deal: { select: { supplyOrganisationId: true, demandOrganisationId: true } },
      supplements: {
        where: { state: { in: SIGNED } },
        orderBy: [{ signedAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { id: true, termSheet: { select: { content: true } } },
      },
    },
  });
  if (!row) return null;
  const newest = row.supplements[0];
  return {
    id: row.id,
    number: row.number,
    dealId: row.dealId,
    title: row.title,
    state: row.state,
    categoryCode: row.categoryCode,
    signedOn: dateText(row.signedOn) ?? calendarDate(row.signedAt ?? row.createdAt),
    endedAt: row.endedAt,
    content: readTermSheet((newest ?? row).termSheet.content),
    termsFromId: newest?.id ?? row.id,
    supplyOrganisationId: row.deal.supplyOrganisationId,
    demandOrganisationId: row.deal.demandOrganisationId,
  };
}

/** The rows of a plan as the rules compare them, in their order. */
export async function loadPlan(
  db: DbOrTx,
  contractId: string,
): Promise<{ milestones: StoredMilestone[]; instalments: StoredInstalment[]; lastSort: number }> {
  const [milestones, instalments] = await Promise.all([
    db.milestone.findMany({ where: { contractId }, orderBy: { sort: "asc" } }),
    db.instalment.findMany({ where: { contractId }, orderBy: { sort: "asc" } }),
  ]);
  return {
    milestones: milestones.map((one) => ({
      id: one.id,
      state: one.state as MilestoneState,
      title: one.title,
      acceptance: one.acceptance,
      dueOn: dateText(one.dueOn),
    })),
    instalments: instalments.map((one) => ({
      id: one.id,
      state: one.state as InstalmentState,
      kind: one.kind as InstalmentKind,
      title: one.title,
      amountFen: one.amountFen,
      dueOn: dateText(one.dueOn),
      periodFrom: dateText(one.periodFrom),
      periodTo: dateText(one.periodTo),
      isStated: one.statedAt !== null,
    })),
    lastSort: Math.max(-1, ...milestones.map((one) => one.sort), ...instalments.map((o) => o.sort)),
  };
}
