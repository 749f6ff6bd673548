import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { paymentHref } from "~/domain/payments/payment-href";
import { calendarDate, clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { canReceiveOnline, findOnlinePayment } from "./online-payment.server";
import { getPaymentAccess, type PaymentAccess } from "./payment-access.server";
import { namesOfUsers, toInstalmentView } from "./performance-queries.server";
import type { PaymentListItem, PaymentView, ProofView } from "./performance-view";
import { dateText, findRunningContract } from "./plan-rows.server";
import { instalmentSteps } from "./step-rules";

/**
 * One payment with its proofs, for the people of payer and payee.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getPayment(id: string, actor: UserActor, db: DbOrTx): Promise<PaymentView> {
  const access = await getPaymentAccess(db, id, actor);
  const row = await db.instalment.findUniqueOrThrow({
    where: { id },
    include: {
      milestone: { select: { title: true, state: true } },
      contract: {
        select: {
          id: true,
          number: true,
          title: true,
          state: true,
          dealId: true,
          deal: {
            select: {
              supplyOrganisation: { select: { legalName: true } },
              demandOrganisation: { select: { legalName: true } },
            },
          },
        },
      },
      proofs: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        include: { file: { select: { name: true } } },
      },
    },
  });
  const running = await findRunningContract(db, { id: row.contractId });
  const royalty = row.kind === "ROYALTY" ? (running?.content.price.royalty ?? null) : null;
  const today = calendarDate(clock.now());
  const view = toInstalmentView(row, today);
  const open = row.proofs.find((proof) => proof.rejectedAt === null);
  const { deal, ...contract } = row.contract;
  return {
    ...view,
    contract,
    payer: deal.demandOrganisation.legalName,
    payee: deal.supplyOrganisation.legalName,
    isInRoom: access.isInRoom,
    today,
    royalty: royalty
      ? { base: royalty.base, rateBp: royalty.rateBp, capFen: royalty.capFen }
      : null,
    online: await getOnline(db, access, row),
    proofs: await toProofs(db, row.proofs),
    steps: instalmentSteps(view.state, {
      treasurerOf: access.treasurerOf,
      isRunning: contract.state === "SIGNED",
      isRoyalty: row.kind === "ROYALTY",
      isStated: view.isStated,
      hasAmount: row.amountFen !== null,
      periodRuns: view.periodTo !== null && view.periodTo > today,
      isFirstPerson: actor.userId === open?.receivedById || actor.userId === open?.submittedById,
    }),
  };
}

/** How an instalment can be, or was, paid online; see `askOnlinePayment`. */
async function getOnline(
  db: DbOrTx,
  access: PaymentAccess,
  row: { id: string; state: string; amountFen: bigint | null; contract: { state: string } },
): Promise<PaymentView["online"]> {
  if (row.amountFen === null || access.treasurerOf.length === 0) return null;
  const asked = await findOnlinePayment(db, access.contractId, row.id);
  if (asked) return { href: paymentHref(asked.id), mayAsk: false, isPaid: asked.state === "PAID" };
  const mayAsk =
    row.state === "PLANNED" &&
    row.contract.state === "SIGNED" &&
    access.treasurerOf.includes("PAYEE") &&
    (await canReceiveOnline(db, access.payeeId, row.amountFen));
  return mayAsk ? { href: null, mayAsk, isPaid: false } : null;
}

type ProofRow = Prisma.PaymentProofGetPayload<{ include: { file: { select: { name: true } } } }>;

async function toProofs(db: DbOrTx, rows: readonly ProofRow[]): Promise<ProofView[]> {
  const names = await namesOfUsers(
    db,
    rows.flatMap((row) => [
      row.submittedById,
      row.receivedById,
      row.confirmedById,
      row.rejectedById,
    ]),
  );
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null);
  return rows.map((row) => ({
    id: row.id,
    amountFen: row.amountFen,
    paidOn: dateText(row.paidOn),
    bankReference: row.bankReference,
    fileName: row.file.name,
    submittedAt: row.createdAt.toISOString(),
    submittedBy: nameOf(row.submittedById),
    receivedAt: row.receivedAt?.toISOString() ?? null,
    receivedBy: nameOf(row.receivedById),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    confirmedBy: nameOf(row.confirmedById),
    rejectedAt: row.rejectedAt?.toISOString() ?? null,
    rejectedBy: nameOf(row.rejectedById),
    rejectionNote: row.rejectionNote,
  }));
}

/** The receipt of a proof, as a stored file. @throws DomainError "not_found" (404) */
export async function findReceipt(
  input: { instalmentId: string; proofId: string },
  actor: UserActor,
  db: DbOrTx,
) {
  await getPaymentAccess(db, input.instalmentId, actor);
  const proof = await db.paymentProof.findFirst({
    where: { id: input.proofId, instalmentId: input.instalmentId },
    select: { file: { select: { name: true, contentType: true, storageKey: true } } },
  });
  return proof?.file ?? null;
}

/** Which payments: those a treasurer must act on, those still to come, those that are done. */
export const PAYMENT_FOLDERS = ["todo", "coming", "done"] as const;
export type PaymentFolder = (typeof PAYMENT_FOLDERS)[number];

/** Organisations whose money a person handles. */
export function treasuryOf(actor: UserActor): string[] {
  return actor.memberships
    .filter((one) => one.scopes.includes("MONEY"))
    .map((one) => one.organisationId);
}

/** Payments of the organisations whose money the person handles, the earliest due first. */
export async function listPayments(
  folder: PaymentFolder,
  paging: { skip: number; take: number },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ items: PaymentListItem[]; total: number; todo: number }> {
  const own = treasuryOf(actor);
  const today = calendarDate(clock.now());
  const asPayer = { contract: { deal: { demandOrganisationId: { in: own } } } };
  const asPayee = { contract: { deal: { supplyOrganisationId: { in: own } } } };
  const todo: Prisma.InstalmentWhereInput = {
    OR: [
      { ...asPayer, state: "PLANNED", contract: { ...asPayer.contract, state: "SIGNED" } },
      { ...asPayee, state: { in: ["PROOF_GIVEN", "RECEIVED"] } },
    ],
  };
  const where: Record<PaymentFolder, Prisma.InstalmentWhereInput> = {
    todo,
    coming: {
      OR: [
        { ...asPayee, state: "PLANNED", contract: { ...asPayee.contract, state: "SIGNED" } },
        { ...asPayer, state: { in: ["PROOF_GIVEN", "RECEIVED"] } },
      ],
    },
    done: { OR: [asPayer, asPayee], state: { in: ["CONFIRMED", "CANCELLED"] } },
  };
  const [rows, total, todoCount] = await Promise.all([
    db.instalment.findMany({
      where: where[folder],
      orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
      ...paging,
      include: {
        milestone: { select: { title: true, state: true } },
        contract: {
          select: {
            title: true,
            deal: {
              select: {
                demandOrganisationId: true,
                supplyOrganisation: { select: { legalName: true } },
                demandOrganisation: { select: { legalName: true } },
              },
            },
          },
        },
      },
    }),
    db.instalment.count({ where: where[folder] }),
    db.instalment.count({ where: todo }),
  ]);
  const items = rows.map((row): PaymentListItem => {
    const { deal, title } = row.contract;
    const isPayer = own.includes(deal.demandOrganisationId);
    return {
      ...toInstalmentView(row, today),
      contractTitle: title,
      counterpart: (isPayer ? deal.supplyOrganisation : deal.demandOrganisation).legalName,
      part: isPayer ? "PAYER" : "PAYEE",
    };
  });
  return { items, total, todo: todoCount };
}
