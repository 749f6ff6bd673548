import type { DealAccess } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { calendarDate, clock } from "~/domain/shared/clock";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import type { InstalmentKind, InstalmentState } from "./instalment-procedure";
import type { MilestoneState } from "./milestone-procedure";
import type { InstalmentView, MilestoneView, PerformanceView } from "./performance-view";
import { sum } from "./plan-adjust-rules";
import { dateText, findRunningContract, type RunningContract } from "./plan-rows.server";
import { fixedTotal } from "./plan-rules";
import { findRewardIncome } from "./reward-income.server";
import type { RewardState } from "./reward-procedure";
import { milestoneSteps } from "./step-rules";
import { findOpenTermination } from "./termination-queries.server";

const SHEETS = 20;

/**
 * How the contract of a room is being performed, seen by one person.
 * @returns null while no contract of the room is signed
 */
export async function getPerformance(
  db: DbOrTx,
  access: DealAccess,
  actor: UserActor,
): Promise<PerformanceView | null> {
  const contract = await findRunningContract(db, { dealId: access.deal.id });
  if (!contract) return null;
  const today = calendarDate(clock.now());
  const milestones = await listMilestones(db, contract, access, actor, today);
  const instalments = await listInstalments(db, contract.id, today);
  const termination = await findOpenTermination(db, contract.id);
  const isRunning = contract.state === "SIGNED";
  const maySign = can(actor, "contract.sign", { organisationId: access.organisationId });
  return {
    contract: {
      id: contract.id,
      number: contract.number,
      title: contract.title,
      state: contract.state,
      signedOn: contract.signedOn,
      endedAt: contract.endedAt?.toISOString() ?? null,
    },
    side: access.side,
    today,
    milestones,
    instalments,
    mayOpenPayments: access.side !== null,
    sums: sumsOf(contract, instalments),
    termination: termination
      ? {
          ...termination,
          createdAt: termination.createdAt.toISOString(),
          isOwn: termination.side === access.side,
        }
      : null,
    terminationClosed: !isRunning
      ? "notRunning"
      : access.participantId === null
        ? "notInRoom"
        : !maySign
          ? "noScope"
          : null,
    registration: await findRegistration(db, contract.id),
    reward: access.side === "SUPPLY" ? await readRewards(db, contract, actor) : null,
  };
}

function sumsOf(contract: RunningContract, rows: readonly InstalmentView[]) {
  const standing = rows.filter((one) => one.state !== "CANCELLED");
  const total = (list: readonly InstalmentView[]) => sum(list.map((one) => one.amountFen ?? 0n));
  return {
    termsFen: fixedTotal(contract.content),
    planFen: total(standing.filter((one) => one.kind !== "ROYALTY")),
    statedRoyaltyFen: total(standing.filter((one) => one.kind === "ROYALTY")),
    confirmedFen: total(standing.filter((one) => one.state === "CONFIRMED")),
    waitingFen: total(
      standing.filter((one) => one.state === "PROOF_GIVEN" || one.state === "RECEIVED"),
    ),
  };
}

async function listMilestones(
  db: DbOrTx,
  contract: RunningContract,
  access: DealAccess,
  actor: UserActor,
  today: string,
): Promise<MilestoneView[]> {
  const rows = await db.milestone.findMany({
    where: { contractId: contract.id },
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { sort: "asc" }],
    include: { reportFile: { select: { name: true } } },
  });
  const names = await namesOfUsers(
    db,
    rows.flatMap((row) => [row.submittedById, row.acceptedById]),
  );
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null);
  const { supplyOrganisationId, demandOrganisationId } = contract;
  const facts = {
    side: access.side,
    isParticipant: access.participantId !== null,
    mayReport: can(actor, "milestone.report", { organisationId: supplyOrganisationId }),
    mayAccept: can(actor, "milestone.accept", { organisationId: demandOrganisationId }),
    isRunning: contract.state === "SIGNED",
  };
  return rows.map((row) => {
    const state = row.state as MilestoneState;
    const dueOn = dateText(row.dueOn);
    return {
      id: row.id,
      title: row.title,
      acceptance: row.acceptance,
      dueOn,
      state,
      isOverdue: state === "PLANNED" && dueOn !== null && dueOn < today,
      report: row.report,
      fileName: row.reportFile?.name ?? null,
      submittedAt: row.submittedAt?.toISOString() ?? null,
      submittedBy: nameOf(row.submittedById),
      acceptedAt: row.acceptedAt?.toISOString() ?? null,
      acceptedBy: nameOf(row.acceptedById),
      rejectionNote: row.rejectionNote,
      steps: milestoneSteps(state, facts),
    };
  });
}

async function listInstalments(
  db: DbOrTx,
  contractId: string,
  today: string,
): Promise<InstalmentView[]> {
  const rows = await db.instalment.findMany({
    where: { contractId },
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { sort: "asc" }],
    include: { milestone: { select: { title: true, state: true } } },
  });
  return rows.map((row) => toInstalmentView(row, today));
}

type InstalmentColumns = {
  id: string;
  kind: string;
  title: string;
  state: string;
  amountFen: bigint | null;
  baseFen: bigint | null;
  dueOn: Date | null;
  periodFrom: Date | null;
  periodTo: Date | null;
  statedAt: Date | null;
  milestone: { title: string; state: string } | null;
};

export function toInstalmentView(row: InstalmentColumns, today: string): InstalmentView {
  const dueOn = dateText(row.dueOn);
  return {
    id: row.id,
    kind: row.kind as InstalmentKind,
    title: row.title,
    amountFen: row.amountFen,
    baseFen: row.baseFen,
    dueOn,
    periodFrom: dateText(row.periodFrom),
    periodTo: dateText(row.periodTo),
    milestone: row.milestone
      ? { title: row.milestone.title, state: row.milestone.state as MilestoneState }
      : null,
    state: row.state as InstalmentState,
    isOverdue: row.state === "PLANNED" && dueOn !== null && dueOn < today,
    isStated: row.statedAt !== null,
  };
}

/** The file of a milestone's report in a room, or null. */
export async function findReport(db: DbOrTx, dealId: string, milestoneId: string) {
  if (!isId(milestoneId)) return null;
  const row = await db.milestone.findFirst({
    where: { id: milestoneId, contract: { dealId } },
    select: { reportFile: { select: { name: true, contentType: true, storageKey: true } } },
  });
  return row?.reportFile ?? null;
}

/** Names of persons by id. */
export async function namesOfUsers(
  db: DbOrTx,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  const users = await db.user.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  });
  return new Map(users.map((user) => [user.id, user.name]));
}

async function findRegistration(db: DbOrTx, contractId: string) {
  const row = await db.registration.findFirst({
    where: { contractId, state: { notIn: ["WITHDRAWN", "NOT_ACCEPTED"] } },
    orderBy: { createdAt: "desc" },
    select: { id: true, state: true, registrationNo: true, office: { select: { nameZh: true } } },
  });
  if (!row) return null;
  const { id, state, registrationNo, office } = row;
  return { id, state, number: registrationNo, office: office?.nameZh ?? null };
}

async function readRewards(db: DbOrTx, contract: RunningContract, actor: UserActor) {
  const organisationId = contract.supplyOrganisationId;
  const mayRun = can(actor, "reward.run", { organisationId });
  const sheets = await db.rewardSheet.findMany({
    where: { contractId: contract.id, organisationId },
    orderBy: { number: "desc" },
    take: SHEETS,
    select: { id: true, number: true, state: true, rewardFen: true },
  });
  const { availableFen } = await findRewardIncome(db, contract.id);
  return {
    mayRun,
    availableFen,
    sheets: sheets.map((one) => ({ ...one, state: one.state as RewardState })),
  };
}
