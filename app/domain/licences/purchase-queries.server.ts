import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { paymentHref } from "~/domain/payments/payment-href";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { openMoves } from "~/domain/shared/procedure/procedure";
import { listRunningClocks, listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { addMonths } from "~/domain/shared/working-days";
import type { DbOrTx } from "~/platform/db.server";
import { licenceNumber } from "./licence-number-rules";
import { licencePurchaseConduct } from "./licence-purchase-conduct.server";
import { type LicencePurchaseState, licencePurchaseProcedure } from "./licence-purchase-procedure";
import { loadLicencePurchases } from "./licence-purchase-rows.server";
import type { LicenceOfferKind } from "./licence-schema";
import { readPatents } from "./licence-schema";
import { textParts } from "./licence-text-rules";

const day = (column: Date | null) => column?.toISOString().slice(0, 10) ?? null;

const ownIds = (actor: UserActor) => actor.memberships.map((one) => one.organisationId);

/** Licences that the person's organisations have taken, or given. */
export async function listPurchases(
  side: "bought" | "given",
  paging: { skip: number; size: number },
  actor: UserActor,
  db: DbOrTx,
) {
  const ids = ownIds(actor);
  const where: Prisma.LicencePurchaseWhereInput =
    side === "bought"
      ? { organisationId: { in: ids } }
      : { offer: { organisationId: { in: ids } } };
  const [rows, total] = await Promise.all([
    db.licencePurchase.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { number: "desc" }],
      skip: paging.skip,
      take: paging.size,
      include: {
        organisation: { select: { legalName: true } },
        offer: { select: { title: true, organisation: { select: { legalName: true } } } },
      },
    }),
    db.licencePurchase.count({ where }),
  ]);
  const items = rows.map((row) => ({
    id: row.id,
    number: licenceNumber(row),
    state: row.state as LicencePurchaseState,
    title: row.offer.title,
    licensor: row.offer.organisation.legalName,
    licensee: row.organisation.legalName,
    feeFen: row.feeFen.toString(),
    createdAt: row.createdAt,
    startsOn: day(row.startsOn),
    endsOn: day(row.endsOn),
    hasFile: row.fileId !== null,
  }));
  return { items, total };
}

/**
 * A licence for the people of both sides.
 * @throws DomainError "not_found" (404)
 */
export async function getPurchase(purchaseId: string, actor: UserActor, db: DbOrTx) {
  const row = isId(purchaseId)
    ? await db.licencePurchase.findUnique({
        where: { id: purchaseId },
        include: {
          organisation: { select: { legalName: true } },
          offer: { include: { organisation: { select: { legalName: true } } } },
          deal: { select: { id: true } },
        },
      })
    : null;
  const ids = ownIds(actor);
  const isBuyer = row !== null && ids.includes(row.organisationId);
  const isOwner = row !== null && ids.includes(row.offer.organisationId);
  const found = assertFound(isBuyer || isOwner ? row : null);
  const { name } = licencePurchaseProcedure;
  const [subject] = await loadLicencePurchases(db, [found.id]);
  const clocks = await listRunningClocks(db, name, found.id);
  const startsOn = day(found.startsOn);
  const months = await getPolicyNumber(db, "market.licence.record_months");
  const hasPatents = readPatents(found.offer.patents).length > 0;
  return {
    id: found.id,
    number: licenceNumber(found),
    state: found.state as LicencePurchaseState,
    kind: found.offer.kind as LicenceOfferKind,
    title: found.offer.title,
    offerNumber: found.offer.number,
    licensor: found.offer.organisation.legalName,
    licensee: found.organisation.legalName,
    feeFen: found.feeFen.toString(),
    payHref: found.paymentId ? paymentHref(found.paymentId) : null,
    dueAt: clocks[0]?.dueAt ?? null,
    createdAt: found.createdAt,
    licensedAt: found.licensedAt,
    startsOn,
    endsOn: day(found.endsOn),
    recordUntil: startsOn && hasPatents ? addMonths(startsOn, months) : null,
    text: textParts(found.licenceText),
    textHash: found.textHash,
    sealedSha256: found.sealedSha256,
    isBuyer,
    dealId: found.deal?.id ?? null,
    mayOpenRoom: can(actor, "licence.buy", { organisationId: found.organisationId }),
    moves: subject
      ? openMoves(
          licencePurchaseProcedure,
          found.state,
          licencePurchaseConduct.relations(actor, subject),
        )
      : [],
    timeline: await listTimeline(db, name, found.id),
  };
}

/** The sealed licence, for both sides. @throws DomainError "not_found" (404) */
export async function getLicenceDocument(purchaseId: string, actor: UserActor, db: DbOrTx) {
  const { id } = await getPurchase(purchaseId, actor, db);
  const row = await db.licencePurchase.findUnique({
    where: { id },
    select: { file: { select: { name: true, contentType: true, storageKey: true } } },
  });
  return { ...assertFound(row?.file), isPublic: false };
}

/** Organisations in whose name the person can take a licence, and what of the offer they hold already. */
export async function listTakers(offerId: string, actor: UserActor, db: DbOrTx) {
  const offer = await db.licenceOffer.findUnique({
    where: { id: offerId },
    select: { organisationId: true },
  });
  const own = actor.memberships.filter(
    ({ organisationId }) =>
      organisationId !== offer?.organisationId && can(actor, "licence.buy", { organisationId }),
  );
  const held = await db.licencePurchase.findMany({
    where: {
      offerId,
      organisationId: { in: own.map((one) => one.organisationId) },
      state: { in: ["CONFIRMED", "PAID", "LICENSED"] },
    },
    select: { id: true, organisationId: true },
  });
  return own.map((one) => ({
    id: one.organisationId,
    name: one.organisationName,
    purchaseId: held.find((row) => row.organisationId === one.organisationId)?.id ?? null,
  }));
}
