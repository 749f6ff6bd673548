import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { hashTermSheet } from "./term-sheet-hash.server";
import type { termSheetProcedure as Table } from "./term-sheet-procedure";
import {
  type TermSheetMove,
  type TermSheetRelation,
  type TermSheetState,
  termSheetProcedure,
} from "./term-sheet-procedure";
import { readTermSheet } from "./term-sheet-queries.server";
import {
  isContractFrozen,
  mayTalkTerms,
  sideOf,
  type TermSheetRow,
  termSheetRelations,
  termSheetSelect,
} from "./term-sheet-rows.server";
import { checkTerms } from "./terms-consistency-rules";
import { tellRoom } from "./terms-notices.server";

type ConditionId = "real-name" | "same-text" | "sums-agree" | "room-open";
type ClockId = keyof typeof Table.clocks;

/** Lowest real-name level that binds an organisation: identity verified. */
export const ACCEPTING_LEVEL = 2;

const OWN_RULE = "the market's own rule on term sheets";

const answered: MoveHook<TermSheetRow> = async ({ tx, subjects, actor, now }) => {
  await tx.termSheet.updateMany({
    where: { id: { in: subjects.map((row) => row.id) } },
    data: { answeredAt: now, answeredById: actor.kind === "USER" ? actor.userId : null },
  });
};

/** Who is told of a move besides the conversation. */
const tell =
  (code: "termsAccepted" | "termsRejected" | "termsWithdrawn"): MoveHook<TermSheetRow> =>
  async ({ tx, subjects, actor, input }) => {
    for (const row of subjects) {
      const { number } = row;
      const params = { number, ...(input.note ? { note: input.note.trim() } : {}) };
      await tellRoom(
        tx,
        row.deal,
        {
          event: { code, params },
          part: `terms/${number}`,
          notice: { kind: code, params: { title: row.deal.title, number } },
        },
        actor,
        sideOf(actor, row.deal)?.organisationId ?? null,
      );
    }
  };

async function load(tx: Tx, ids: readonly string[]): Promise<TermSheetRow[]> {
  const where = { id: { in: [...ids] } };
  return tx.termSheet.findMany({ where, orderBy: { id: "asc" }, select: termSheetSelect });
}

/** How versions of a term sheet move. Accepting also moves the room and the former version: acceptTerms. */
export const termSheetConduct: Conduct<
  TermSheetRow,
  TermSheetState,
  TermSheetMove,
  TermSheetRelation,
  ConditionId,
  ClockId
> = {
  procedure: termSheetProcedure,
  table: "TermSheet",
  load,
  relations: termSheetRelations,

  conditions: {
    "real-name": ({ actor }) => {
      const level = actor.kind === "USER" ? actor.realNameLevel : ACCEPTING_LEVEL;
      return conditionOf(level >= ACCEPTING_LEVEL, {
        inputs: { level },
        formula: `level >= ${ACCEPTING_LEVEL}`,
        source: OWN_RULE,
        code: "terms_real_name",
      });
    },
    "same-text": ({ subject, input }) => {
      const computed = hashTermSheet(readTermSheet(subject.content));
      const seen = typeof input.contentHash === "string" ? input.contentHash : "";
      return conditionOf(computed === subject.contentHash && seen === subject.contentHash, {
        inputs: { seen, stored: subject.contentHash, computed },
        formula: "seen = stored = hash of the content",
        source: "Civil Code arts. 483, 488: an acceptance agrees with the offer",
        code: "terms_other_text",
      });
    },
    "sums-agree": ({ subject }) => {
      const broken = checkTerms(readTermSheet(subject.content)).filter(
        (issue) => issue.level === "ERROR",
      );
      return conditionOf(broken.length === 0, {
        inputs: { broken: broken.map((issue) => issue.field) },
        formula: "no contradiction between total, technical amount, costs, instalments and dates",
        source: "recognition rules of 2001, rules 51–53; judicial interpretation art. 14",
        code: "terms_inconsistent",
      });
    },
    "room-open": async ({ tx, subject }) => {
      const isFrozen = await isContractFrozen(tx, subject.dealId);
      return conditionOf(mayTalkTerms(subject.deal.state) && !isFrozen, {
        inputs: { state: subject.deal.state, isFrozen },
        formula: "state in (OPEN, AGREED, CONTRACTED) and no contract is frozen or being signed",
        source: OWN_RULE,
        code: isFrozen ? "terms_contract_frozen" : "terms_room_closed",
      });
    },
  },

  before: { accept: answered, reject: answered },
  after: {
    accept: tell("termsAccepted"),
    reject: tell("termsRejected"),
    withdraw: tell("termsWithdrawn"),
  },
};
