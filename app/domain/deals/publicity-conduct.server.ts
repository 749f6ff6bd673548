import { can } from "~/domain/identity/permission-rules";
import { calendarDate, endOfDate } from "~/domain/shared/clock";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveContext, MoveHook } from "~/domain/shared/procedure/conduct";
import { getCalendar, getPolicyNumber } from "~/domain/shared/reference-data.server";
import { rollForward } from "~/domain/shared/working-days";
import type { Tx } from "~/platform/db.server";
import type { publicityProcedure as Table } from "./publicity-procedure";
import {
  type PublicityMove,
  type PublicityRelation,
  type PublicityState,
  publicityProcedure,
} from "./publicity-procedure";
import { type PublicityRow, publicitySelect } from "./publicity-rows.server";
import { isMaterialChange } from "./publicity-rules";
import { findRelatedParties } from "./related-party-queries.server";
import { findAcceptedTerms, readTermSheet } from "./term-sheet-queries.server";
import { tellRoom } from "./terms-notices.server";

type ConditionId =
  | "terms-current"
  | "related-declared"
  | "minutes-there"
  | "long-enough"
  | "objections-closed"
  | "none-upheld"
  | "period-over";
type ClockId = keyof typeof Table.clocks;

const REGULATION = "山东省促进科技成果转化条例 art. 14";
/** Shortest period that the regulation allows; its scope in the table of policy parameters. */
const STATUTE = {
  key: "publicity.sd.agreement_days",
  scope: "Shandong government-run institutes and universities",
};

async function termsCurrent({ tx, subject }: MoveContext<PublicityRow>): Promise<ConditionResult> {
  const accepted = await findAcceptedTerms(tx, subject.dealId);
  const published = readTermSheet(subject.termSheet.content);
  const isCurrent = accepted !== null && !isMaterialChange(published, accepted.content);
  return conditionOf(isCurrent, {
    inputs: { published: subject.termSheetId, accepted: accepted?.id ?? null },
    formula: "the accepted terms say the same about outcome, manner and price",
    source: REGULATION,
    code: "publicity_terms_changed",
  });
}

async function relatedDeclared({ tx, subject }: MoveContext<PublicityRow>) {
  const related = await findRelatedParties(tx, subject.dealId);
  return conditionOf(related.isComplete, {
    inputs: { supply: related.supply !== null, demand: related.demand !== null },
    formula: "both sides have declared whether they are related",
    source: REGULATION,
    code: "publicity_related_missing",
  });
}

/** End of the running period as its clock has it. */
async function runningEnd(tx: Tx, id: string) {
  return tx.procedureClock.findFirstOrThrow({
    where: { procedure: publicityProcedure.name, subjectId: id, firedAt: null, stoppedAt: null },
    select: { id: true, dueAt: true },
  });
}

const eachRow =
  (work: (tx: Tx, row: PublicityRow, now: Date) => Promise<void>): MoveHook<PublicityRow> =>
  async ({ tx, subjects, now }) => {
    for (const row of subjects) await work(tx, row, now);
  };

/** The public reads when the period began and when it ends. */
const begin = async (tx: Tx, row: PublicityRow, now: Date) => {
  const { dueAt } = await runningEnd(tx, row.id);
  await tx.pricingPublicity.update({
    where: { id: row.id },
    data: { startedAt: now, endsAt: dueAt },
  });
};

/** What is left of the period ends with a whole day, and never on a holiday. */
const goOn = async (tx: Tx, row: PublicityRow) => {
  const running = await runningEnd(tx, row.id);
  const lastDay = calendarDate(new Date(running.dueAt.getTime() - 1));
  const dueAt = endOfDate(rollForward(await getCalendar(tx), lastDay));
  await tx.procedureClock.update({ where: { id: running.id }, data: { dueAt } });
  await tx.pricingPublicity.update({ where: { id: row.id }, data: { endsAt: dueAt } });
};

function both(
  first: MoveHook<PublicityRow>,
  second: MoveHook<PublicityRow>,
): MoveHook<PublicityRow> {
  return async (context) => {
    await first(context);
    await second(context);
  };
}

const TOLD = {
  start: "publicityStarted",
  object: "publicityObjected",
  resume: "publicityResumed",
  restart: "publicityResumed",
  clear: "publicityCleared",
  revise: "publicityRevised",
  stop: "publicityStopped",
} as const;

const tell =
  (move: keyof typeof TOLD): MoveHook<PublicityRow> =>
  async ({ tx, subjects, actor, input }) => {
    for (const row of subjects) {
      const code = TOLD[move];
      const params = { number: row.number, ...(input.note ? { note: input.note.trim() } : {}) };
      const notice = { kind: code, params: { title: row.title, number: row.number } };
      const told = { event: { code, params }, part: "publicity", notice };
      await tellRoom(tx, row.deal, told, actor, row.organisationId);
    }
  };

/** How publicities move: the unit's administrators run them, the clock clears them. */
export const publicityConduct: Conduct<
  PublicityRow,
  PublicityState,
  PublicityMove,
  PublicityRelation,
  ConditionId,
  ClockId
> = {
  procedure: publicityProcedure,
  table: "PricingPublicity",

  async load(tx, ids) {
    const where = { id: { in: [...ids] } };
    return tx.pricingPublicity.findMany({ where, orderBy: { id: "asc" }, select: publicitySelect });
  },

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<PublicityRelation>(["market"]);
    const found = new Set<PublicityRelation>();
    if (can(actor, "publicity.run", { organisationId: row.organisationId })) found.add("unit");
    return found;
  },

  conditions: {
    "terms-current": termsCurrent,
    "related-declared": relatedDeclared,
    "minutes-there": ({ subject }) =>
      conditionOf(subject.minutesFileId !== null, {
        inputs: { minutesFileId: subject.minutesFileId },
        formula: "minutes of the decision are on file",
        source: `${REGULATION}; diligence of the unit's leaders (art. 14-2)`,
        code: "publicity_minutes_missing",
        field: "file",
      }),
    "long-enough": async ({ tx, now }) => {
      const days = await getPolicyNumber(tx, publicityProcedure.clocks.publicity.parameter, now);
      const statute = await getPolicyNumber(tx, STATUTE.key, now, STATUTE.scope);
      return conditionOf(days >= statute, {
        inputs: { days, statute },
        formula: "days >= statute",
        source: REGULATION,
        code: "publicity_too_short",
      });
    },
    "objections-closed": ({ subject }) => {
      const open = subject.objections.filter((one) => one.outcome === null).length;
      return conditionOf(open === 0, {
        inputs: { open },
        formula: "no objection waits for its result",
        source: REGULATION,
        code: "publicity_objections_open",
      });
    },
    "none-upheld": ({ subject }) => {
      const upheld = subject.objections.filter((one) => one.outcome === "UPHELD").length;
      return conditionOf(upheld === 0, {
        inputs: { upheld },
        formula: "no objection was upheld",
        source: REGULATION,
        code: "publicity_objection_upheld",
      });
    },
    "period-over": ({ subject, now }) =>
      conditionOf(subject.endsAt !== null && subject.endsAt <= now, {
        inputs: { endsAt: subject.endsAt?.toISOString() ?? null, now: now.toISOString() },
        formula: "endsAt <= now",
        source: `${REGULATION}; Civil Code arts. 201, 203`,
        code: "publicity_running",
      }),
  },

  before: {
    clear: eachRow(async (tx, row, now) => {
      await tx.pricingPublicity.update({ where: { id: row.id }, data: { clearedAt: now } });
    }),
  },

  after: {
    start: both(eachRow(begin), tell("start")),
    object: tell("object"),
    resume: both(eachRow(goOn), tell("resume")),
    restart: both(eachRow(begin), tell("restart")),
    clear: tell("clear"),
    revise: tell("revise"),
    stop: tell("stop"),
  },
};
