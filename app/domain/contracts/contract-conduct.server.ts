import { noteContractEnded } from "~/domain/brokers/note-contract-ended.server";
import { can } from "~/domain/identity/permission-rules";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { announceMove } from "./announce-move.server";
import {
  type ContractMove,
  type ContractRelation,
  type ContractState,
  contractProcedure,
} from "./contract-procedure";
import { isRoomOpenFor } from "./contract-room-rules";
import { type ContractRow, loadContracts } from "./contract-rows.server";
import { draftConditions } from "./draft-conditions.server";
import { followSignature } from "./follow-signature.server";
import { signConditions } from "./sign-conditions.server";

type ConditionId = keyof typeof draftConditions | keyof typeof signConditions;
type ClockId = keyof typeof contractProcedure.clocks;

const each =
  (work: (tx: Tx, row: ContractRow, now: Date) => Promise<unknown>): MoveHook<ContractRow> =>
  async ({ tx, subjects, now }) => {
    for (const row of subjects) await work(tx, row, now);
  };

const openRoom: MoveHook<ContractRow> = async ({ subjects }) => {
  for (const row of subjects) {
    if (!isRoomOpenFor(row.kind, row.deal.state)) {
      throw new DomainError("contract_room_not_open", { status: 409 });
    }
  }
};

/** The day of signing is that of the last signature, or the one that the paper bears. */
const signedNow = each((tx, row, now) => {
  const given = row.signingMode === "PAPER" ? [] : row.signers;
  const last = Math.max(...given.flatMap((one) => one.signedAt?.getTime() ?? []));
  const signedAt = Number.isFinite(last) ? new Date(last) : now;
  return tx.contract.update({
    where: { id: row.id },
    data: { signedAt, signedOn: row.signedOn ?? dateColumn(calendarDate(signedAt)) },
  });
});

/**
 * The document of a text that is open again is none any more; the stored file stays as evidence. It
 * follows the move: the table's checks want a document in every state but DRAFT and VOID.
 */
const withoutDocument = each((tx, row) =>
  tx.contract.update({
    where: { id: row.id },
    data: { finalFileId: null, finalSha256: null, finalPageCount: null, finalAt: null },
  }),
);

const inTurn =
  (...hooks: MoveHook<ContractRow>[]): MoveHook<ContractRow> =>
  async (context) => {
    for (const hook of hooks) await hook(context);
  };

const endedNow = each((tx, row, now) =>
  tx.contract.update({ where: { id: row.id }, data: { endedAt: now } }),
);

/**
 * How contracts move. Whoever moves one has locked its room first (lockDeal). Side relations are of
 * the people who take part in the room for a side and may draft or sign for its organisation.
 */
export const contractConduct: Conduct<
  ContractRow,
  ContractState,
  ContractMove,
  ContractRelation,
  ConditionId,
  ClockId
> = {
  procedure: contractProcedure,
  table: "Contract",
  load: loadContracts,

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<ContractRelation>(["market"]);
    const found = new Set<ContractRelation>();
    for (const one of row.deal.participants) {
      const { organisationId } = one;
      if (one.userId !== actor.userId || !can(actor, "contract.draft", { organisationId }))
        continue;
      if (one.role === "SUPPLY") found.add("supply");
      if (one.role === "DEMAND") found.add("demand");
    }
    if (row.signers.some((one) => one.userId === actor.userId)) found.add("signer");
    return found;
  },

  conditions: { ...draftConditions, ...signConditions },

  before: {
    finalise: openRoom,
    startSigning: openRoom,
    uploadPaper: openRoom,
    seal: signedNow,
    confirmPaper: signedNow,
    void: endedNow,
    complete: endedNow,
    terminate: endedNow,
  },

  after: {
    finalise: announceMove("finalised"),
    reopen: inTurn(withoutDocument, announceMove("reopened")),
    startSigning: announceMove("signing"),
    decline: inTurn(withoutDocument, announceMove("declined")),
    uploadPaper: announceMove("paperUploaded"),
    rejectPaper: announceMove("paperRejected"),
    void: announceMove("voided"),
    seal: followSignature,
    confirmPaper: followSignature,
    terminate: each(async (tx, row) => {
      if (row.kind !== "MAIN") return;
      const endedOn = calendarDate(clock.now());
      await noteContractEnded(tx, { dealId: row.dealId, contractId: row.id, endedOn });
    }),
  },
};
