import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";

/** People and organisations that the rows below belong to, as ids. */
type Cast = { university: string; firm: string; researcher: string; firmOwner: string };

/**
 * Rooms, contracts, registrations, mandates, payments and rewards that the paths of the table name:
 * the demonstration's, and what it does not have written here.
 */
export async function findDealSubjects(db: Db, cast: Cast): Promise<Record<string, string>> {
  const deal = await dealAbout(db, "a-hard-carbon");
  const signed = await dealAbout(db, "a-na-layered");
  const contract = await db.contract.findFirstOrThrow({
    where: { dealId: signed.id },
    select: { id: true, sealedFileId: true },
  });
  const publicity = await db.pricingPublicity.findFirstOrThrow({
    where: { state: "PUBLICITY", organisationId: cast.university },
    select: { id: true, number: true, dealId: true, minutesFileId: true },
  });
  const scan = publicity.minutesFileId ?? "";
  const registration = await registrationOf(db, "REGISTERED");
  const queued = await registrationOf(db, "SUBMITTED");
  const document = await db.registrationDocument.findFirstOrThrow({
    where: { registrationId: registration.id },
    select: { id: true },
  });
  const paper = await db.registrationPaper.findFirstOrThrow({
    where: { registrationId: registration.id, kind: "CERTIFICATE" },
    select: { id: true },
  });
  const offer = await db.termSheet.findFirstOrThrow({
    where: { dealId: deal.id, state: "PROPOSED" },
    select: { id: true },
  });
  const task = await db.dealTask.findFirstOrThrow({
    where: { dealId: deal.id },
    select: { id: true },
  });
  const broker = await db.brokerProfile.findFirstOrThrow({
    where: { user: { email: "broker@demo.example" } },
    select: { id: true },
  });
  const offered = await db.mandate.findFirstOrThrow({
    where: { state: "OFFERED", clientId: cast.firm },
    select: { id: true },
  });
  const paidMandate = await db.mandate.findFirstOrThrow({
    where: { clientId: cast.university, brokerId: broker.id },
    select: { id: true },
  });
  const office = await db.registrationOffice.findFirstOrThrow({
    where: { code: "370100-01" },
    select: { id: true },
  });
  return {
    deal: deal.id,
    signedDeal: signed.id,
    publicityDeal: publicity.dealId,
    publicity: String(publicity.number),
    publicityId: publicity.id,
    contract: contract.id,
    registration: registration.id,
    registrationNo: registration.ownNo,
    queued: queued.id,
    document: document.id,
    scan,
    paper: paper.id,
    offer: offer.id,
    task: task.id,
    broker: broker.id,
    mandate: offered.id,
    paidMandate: paidMandate.id,
    registrationOffice: office.id,
    ...(await openDisclosure(db, deal, scan, cast)),
    dealFile: await sayWithFile(db, deal.id, scan, cast),
    ...(await performContract(db, contract.id, scan, cast)),
    ...(await shareIncome(db, contract.id, cast)),
  };
}

async function dealAbout(db: Db, externalId: string) {
  const { id } = await db.achievement.findUniqueOrThrow({
    where: { source_externalId: { source: "demo", externalId } },
    select: { id: true },
  });
  return db.deal.findFirstOrThrow({
    where: { achievementId: id },
    select: { id: true, achievementId: true },
  });
}

async function registrationOf(db: Db, state: string): Promise<{ id: string; ownNo: string }> {
  const found = await db.registration.findFirstOrThrow({
    where: { state },
    orderBy: { id: "asc" },
    select: { id: true, registrationNo: true },
  });
  return { id: found.id, ownNo: found.registrationNo ?? "none" };
}

/** A section and a file of the university's achievement, opened to the firm's owner. */
async function openDisclosure(
  db: Db,
  deal: { id: string; achievementId: string | null },
  fileId: string,
  cast: Cast,
): Promise<{ grant: string; fileGrant: string }> {
  const grant = async (thing: { section: string } | { fileId: string }) => {
    const data = {
      id: newId(),
      dealId: deal.id,
      listingKind: "ACHIEVEMENT" as const,
      listingId: deal.achievementId ?? "",
      granteeId: cast.firmOwner,
      grantedById: cast.researcher,
      ...thing,
    };
    return (await db.disclosureGrant.create({ data, select: { id: true } })).id;
  };
  return { grant: await grant({ section: "price" }), fileGrant: await grant({ fileId }) };
}

async function sayWithFile(db: Db, dealId: string, fileId: string, cast: Cast): Promise<string> {
  const { lastSequence: sequence } = await db.deal.update({
    where: { id: dealId },
    data: { lastSequence: { increment: 1 } },
    select: { lastSequence: true },
  });
  await db.dealMessage.create({
    data: {
      id: newId(),
      dealId,
      sequence,
      kind: "FILE",
      authorId: cast.researcher,
      organisationId: cast.university,
      fileId,
    },
  });
  return fileId;
}

/** A milestone's report and the proof of a payment. */
async function performContract(db: Db, contractId: string, fileId: string, cast: Cast) {
  const milestone = await db.milestone.findFirstOrThrow({
    where: { contractId },
    orderBy: { sort: "asc" },
    select: { id: true },
  });
  await db.milestone.update({ where: { id: milestone.id }, data: { reportFileId: fileId } });
  const payment = await db.instalment.create({
    data: {
      id: newId(),
      contractId,
      sort: 90,
      state: "PROOF_GIVEN",
      title: "路由表款项",
      amountFen: 100n,
    },
    select: { id: true },
  });
  const proof = await db.paymentProof.create({
    data: {
      id: newId(),
      instalmentId: payment.id,
      amountFen: 100n,
      paidOn: new Date(),
      bankReference: "ROUTETABLE1",
      fileId,
      submittedById: cast.firmOwner,
    },
    select: { id: true },
  });
  return { milestone: milestone.id, payment: payment.id, proof: proof.id };
}

/** A sheet that the university has in publicity; its only share is the researcher's. */
async function shareIncome(db: Db, contractId: string, cast: Cast) {
  const sheet = await db.rewardSheet.create({
    data: {
      id: newId(),
      state: "PUBLICITY",
      contractId,
      organisationId: cast.university,
      revenueFen: 10_000n,
      deductionsFen: 0n,
      netIncomeFen: 10_000n,
      netIncomeRule: "合同收入减直接成本",
      floorBp: 5000,
      floorSource: "促进科技成果转化法第四十五条",
      rewardFen: 7_000n,
      contact: "成果转化办公室 0531-00000000",
      createdById: cast.researcher,
      startedAt: new Date(),
      endsAt: new Date(Date.now() + 15 * 86_400_000),
      shares: {
        create: {
          id: newId(),
          sort: 1,
          personName: "示例·科研人员",
          userId: cast.researcher,
          shareBp: 10_000,
          amountFen: 7_000n,
        },
      },
    },
    select: { id: true, number: true },
  });
  return { reward: sheet.id, rewardNumber: String(sheet.number) };
}
