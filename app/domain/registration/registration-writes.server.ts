import { calendarDate, dateColumn } from "~/domain/shared/clock";
import type { MoveHook } from "~/domain/shared/procedure/conduct";
import { dueInstant } from "~/domain/shared/procedure/run-clocks.server";
import type { Tx } from "~/platform/db.server";
import { REFUSAL_CODES } from "./recognition-checks/check-ids-rules";
import { refillDossier } from "./refill-dossier.server";
import { readDecidedAmounts } from "./registration-amounts-rules";
import { formatRegistrationNo } from "./registration-number-rules";
import { type RegistrationMove, registrationProcedure } from "./registration-procedure";
import type { RegistrationRow } from "./registration-rows.server";
import { findSecondReason } from "./review-conditions.server";
import { takeSerial } from "./take-serial.server";

type Hook = MoveHook<RegistrationRow>;
type Context = Parameters<Hook>[0];

/** Columns of one row, written before its state. */
const write =
  (
    values: (
      context: Context,
      row: RegistrationRow,
    ) => Promise<Parameters<Tx["registration"]["update"]>[0]["data"]>,
  ): Hook =>
  async (context) => {
    for (const row of context.subjects) {
      await context.tx.registration.update({
        where: { id: row.id },
        data: await values(context, row),
      });
    }
  };

const noteOf = ({ input }: Context) => input.note?.trim() ?? "";
const registrarOf = ({ input }: Context) =>
  typeof input.registrarId === "string" ? input.registrarId : null;

const nextRound: Hook = write(async (_, row) => ({ round: row.round + 1 }));
const end: Hook = write(async (context) => ({
  endedAt: context.now,
  decisionNote: noteOf(context),
}));

/** Amounts, number and date of a decision; a registration that has its number keeps it. */
async function decide(context: Context, row: RegistrationRow) {
  const { tx, now, input } = context;
  const amounts = readDecidedAmounts(input);
  if (!amounts) throw new Error("the condition amounts-valid has let through what is no amount");
  const decided = {
    ...amounts,
    decidedAt: now,
    decisionNote: noteOf(context),
    versionNumber: row.versionNumber + 1,
    endedAt: null,
  };
  if (row.registrationNo !== null) return { ...decided, refusalCodes: [] };
  const { office } = row;
  if (!office) throw new Error("a registration without an office was decided");
  const today = calendarDate(now);
  const serialYear = Number(today.slice(0, 4));
  const serial = await takeSerial(tx, { officeId: office.id, year: serialYear });
  return {
    ...decided,
    refusalCodes: [],
    serialYear,
    serial,
    registrationNo: formatRegistrationNo({ officeCode: office.code, year: serialYear, serial }),
    registeredOn: dateColumn(today),
  };
}

async function restoreLastVersion({ tx, subjects }: Context): Promise<void> {
  for (const row of subjects) {
    const last = await tx.registrationVersion.findFirstOrThrow({
      where: { registrationId: row.id },
      orderBy: { number: "desc" },
      select: { form: true, supplementId: true },
    });
    const data = { form: last.form ?? {}, supplementId: last.supplementId, changeReason: "" };
    await tx.registration.update({ where: { id: row.id }, data });
    await refillDossier(tx, row.id, { isFormKept: true });
  }
}

/** What each move writes into the row before its state changes. */
export const registrationWrites: Partial<Record<RegistrationMove, Hook>> = {
  submit: write(async ({ now }) => ({ submittedAt: now })),
  sendToPoint: write(async ({ now }) => ({ submittedAt: now })),
  resubmit: nextRound,
  answerCorrection: nextRound,
  returnToDraft: nextRound,
  refuseAcceptance: end,
  accept: write(async ({ tx, now }) => ({
    acceptedAt: now,
    decisionDueAt: await dueInstant(tx, registrationProcedure.clocks.review, now),
  })),
  assign: write(async (context) => ({ registrarAId: registrarOf(context) })),
  reassign: write(async (context) => ({ registrarAId: registrarOf(context) })),
  callSecond: write(async ({ tx, now }, row) => ({
    secondReason: await findSecondReason(tx, row, now),
  })),
  assignSecond: write(async (context) => ({ registrarBId: registrarOf(context) })),
  register: write(decide),
  refuse: write(async (context) => {
    const codes = Array.isArray(context.input.codes) ? context.input.codes : [];
    return {
      refusalCodes: REFUSAL_CODES.filter((code) => codes.includes(code)),
      decisionNote: noteOf(context),
      decidedAt: context.now,
    };
  }),
  applyForChange: async (context) => {
    const { supplementId } = context.input;
    for (const row of context.subjects) {
      await context.tx.registration.update({
        where: { id: row.id },
        data: {
          supplementId: typeof supplementId === "string" ? supplementId : null,
          changeReason: noteOf(context),
        },
      });
      await refillDossier(context.tx, row.id, { fromSupplement: true });
    }
  },
  applyForCancellation: write(async (context) => ({
    supplementId: null,
    changeReason: noteOf(context),
  })),
  approveChange: write(decide),
  declineChange: restoreLastVersion,
  recogniseAnew: write(decide),
  cancel: end,
  revoke: end,
  reviewAnew: write(async (context, row) => ({
    registrarAId: registrarOf(context),
    registrarBId: null,
    secondReason: null,
    round: row.round + 1,
  })),
  withdraw: end,
  lapse: end,
};
