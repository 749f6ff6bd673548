import { isPublicityCleared, needsPublicity } from "~/domain/deals/publicity-queries.server";
import { listContractBlockers } from "~/domain/deals/right-holder-queries.server";
import { findAcceptedTerms, readTermSheet } from "~/domain/deals/term-sheet-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { openMoves } from "~/domain/shared/procedure/procedure";
import { listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import { findBlanks } from "./blank-rules";
import { findConflicts } from "./conflict-rules";
import { getReadableContract } from "./contract-access.server";
import { contractConduct } from "./contract-conduct.server";
import { type ContractDraftText, getContractDraft } from "./contract-draft-queries.server";
import { conflictFactsOf } from "./contract-facts.server";
import { numberClauses } from "./contract-layout";
import { contractItemOf } from "./contract-list-queries.server";
import { contractNumber } from "./contract-number-rules";
import { contractProcedure } from "./contract-procedure";
import { isRoomOpenFor } from "./contract-room-rules";
import type { ContractRow } from "./contract-rows.server";
import { describeVersions } from "./contract-version-queries.server";
import type { ApprovalView, ClauseView, ContractPageView } from "./contract-view";
import { listElements } from "./element-rules";
import { findMonopolyClauses } from "./monopoly-rules";
import { templateClausesOf } from "./template-clauses.server";
import { termFacts } from "./term-fact-rules";

/**
 * A contract with all that a person needs to bring it to signing: the text with its contradictions,
 * blanks and warnings, the elements that the law asks for, approvals, and each step with the reason
 * why it is not open.
 */
export async function getContractPage(
  ids: { dealId: string; contractId: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<ContractPageView> {
  const { row, access } = await getReadableContract(db, ids, actor);
  const draft = await getContractDraft(db, row.id, row.draftNumber);
  const text = await describeText(db, row, draft);
  const accepted = await findAcceptedTerms(db, row.dealId);
  const approvals = await listApprovals(db, row, draft, access.side);
  const moves = openMoves(contractProcedure, row.state, contractConduct.relations(actor, row));
  const { organisationId, side, participantId } = access;
  const takesPart = participantId !== null && side !== null;
  const isRoomOpen = isRoomOpenFor(row.kind, row.deal.state);
  const isDraft = row.state === "DRAFT";
  const content = readTermSheet(row.termSheet.content);
  const isCurrent = row.termSheet.state === "ACCEPTED";
  const isPublicityOpen =
    isDraft &&
    (await needsPublicity(db, row.dealId, content)) &&
    !(await isPublicityCleared(db, row.dealId, row.termSheetId));
  const isDeclarationOpen = isDraft && (await listContractBlockers(db, row.dealId)).length > 0;

  const editReason = !isDraft
    ? "wrong_state"
    : !takesPart || !can(actor, "contract.draft", { organisationId })
      ? "forbidden"
      : isRoomOpen
        ? null
        : "contract_room_not_open";
  const textReason = !isCurrent
    ? "contract_terms_outdated"
    : text.conflictCount > 0
      ? "contract_conflicts"
      : text.blankCount > 0
        ? "contract_blanks"
        : null;
  const ours = approvals.find((one) => one.isOurs);
  const approveReason =
    editReason === null && !can(actor, "contract.approve", { organisationId })
      ? "forbidden"
      : (editReason ?? textReason);
  const finaliseReason =
    editReason ??
    textReason ??
    (approvals.some((one) => !one.approvedAt) ? "contract_not_approved" : null) ??
    (isDeclarationOpen ? "contract_blockers" : null) ??
    (isPublicityOpen ? "contract_publicity_open" : null);
  const step = (reason: string | null) => ({ isOpen: reason === null, reason });

  return {
    ...contractItemOf(row),
    dealId: row.dealId,
    canEdit: editReason === null,
    editReason,
    version: text.version,
    clauses: text.clauses,
    missing: text.missing,
    removed: text.removed,
    elements: text.elements,
    termSheet: {
      number: row.termSheet.number,
      isCurrent,
      newestNumber: accepted && accepted.id !== row.termSheetId ? accepted.number : null,
    },
    approvals,
    approve: isDraft && takesPart && !ours?.approvedAt ? step(approveReason) : null,
    finalise: isDraft && takesPart ? step(finaliseReason) : null,
    reopen: moves.includes("reopen"),
    void: moves.includes("void"),
    isDeclarationOpen,
    isPublicityOpen,
    knownNumber: await findKnownNumber(db, row, side),
    final:
      row.finalSha256 && row.finalPageCount
        ? {
            sha256: row.finalSha256,
            pages: row.finalPageCount,
            finalAt: row.finalAt?.toISOString() ?? null,
          }
        : null,
    hasSealed: row.sealedFileId !== null,
    parent: row.parent
      ? {
          id: row.parent.id,
          title: row.parent.title,
          number: contractNumber({ ...row.parent, kind: "MAIN" }),
        }
      : null,
    timeline: (await listTimeline(db, "contract", row.id, 50)).map(
      ({ fromState: _, ...entry }) => ({
        ...entry,
        at: entry.at.toISOString(),
      }),
    ),
  };
}

async function describeText(db: DbOrTx, row: ContractRow, draft: ContractDraftText) {
  const facts = await conflictFactsOf(db, row);
  const template = row.state === "DRAFT" ? await templateClausesOf(db, row) : [];
  // What is signed is judged no more.
  const conflicts = row.state === "DRAFT" ? findConflicts(draft.clauses, facts) : [];
  const blanks = findBlanks(draft.clauses);
  const warnings = row.state === "DRAFT" ? findMonopolyClauses(draft.clauses) : [];
  const stated = row.kind === "MAIN" ? termFacts(facts.terms) : [];
  const [version] = await describeVersions(db, row.id, [draft]);
  if (!version) throw new Error("a draft describes one version");
  const templateKeys = new Set(template.map((one) => one.key));
  const present = new Set(draft.clauses.map((one) => one.key));
  const clauses = numberClauses(draft.clauses).map(
    ({ key, heading, body, number, isEdited }): ClauseView => ({
      key,
      heading,
      body,
      number,
      isEdited,
      isOwn: row.state === "DRAFT" && !templateKeys.has(key),
      conflicts: conflicts.filter((one) => one.clauseKey === key),
      blanks: blanks.filter((one) => one.clauseKey === key).map((one) => one.what),
      warnings: warnings
        .filter((one) => one.clauseKey === key)
        .map(({ type, sentence, source }) => ({ type, sentence, source })),
      facts: stated
        .filter((one) => one.clauseKey === key)
        .map(({ label, words }) => ({ label, words })),
    }),
  );
  return {
    version,
    clauses,
    missing: conflicts.filter((one) => one.clauseKey === null),
    conflictCount: conflicts.length,
    blankCount: blanks.length,
    removed: template
      .filter((one) => !present.has(one.key))
      .map(({ key, heading }) => ({ key, heading })),
    elements: row.kind === "MAIN" ? listElements(draft.clauses, facts.terms.categoryCode) : [],
  };
}

async function listApprovals(
  db: DbOrTx,
  row: ContractRow,
  draft: ContractDraftText,
  ourSide: string | null,
): Promise<ApprovalView[]> {
  const given = await db.contractApproval.findMany({
    where: { contractId: row.id, draftNumber: draft.number, contentHash: draft.contentHash },
    select: { side: true, userId: true, createdAt: true },
  });
  const users = await db.user.findMany({
    where: { id: { in: given.map((one) => one.userId) } },
    select: { id: true, name: true },
  });
  return (["DEMAND", "SUPPLY"] as const).map((side) => {
    const one = given.find((approval) => approval.side === side);
    const { legalName } =
      side === "SUPPLY" ? row.deal.supplyOrganisation : row.deal.demandOrganisation;
    return {
      side,
      organisationName: legalName,
      isOurs: side === ourSide,
      approvedBy: users.find((user) => user.id === one?.userId)?.name ?? null,
      approvedAt: one?.createdAt.toISOString() ?? null,
    };
  });
}

/** The newest version that the reader's side wrote or approved, when there is a newer one. */
async function findKnownNumber(
  db: DbOrTx,
  row: ContractRow,
  side: string | null,
): Promise<number | null> {
  if (!side) return null;
  const written = await db.contractDraft.aggregate({
    where: { contractId: row.id, side },
    _max: { number: true },
  });
  const approved = await db.contractApproval.aggregate({
    where: { contractId: row.id, side },
    _max: { draftNumber: true },
  });
  const known = Math.max(written._max.number ?? 0, approved._max.draftNumber ?? 0);
  return known > 0 && known < row.draftNumber ? known : null;
}
