import { appendAudit } from "~/domain/audit/append-audit.server";
import { getReference } from "~/domain/catalogue/code-queries.server";
import type { ListingSection } from "~/domain/catalogue/listing-kind-rules";
import { getListing } from "~/domain/catalogue/listing-store.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import { formatFen } from "~/domain/shared/money";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { getDealSpeaker } from "./deal-access.server";
import { achievementGroups, needGroups } from "./disclosed-lines-rules";
import type { DisclosedSection, Watermark } from "./disclosure-view";
import { grantablesOf } from "./grantable-queries.server";
import { listAcceptedNdas } from "./nda-queries.server";

/** Loading the same page again within this time is the same look at it. */
const SAME_LOOK_MS = 5 * 60_000;

const notFound = () => new DomainError("not_found", { status: 404 });

/**
 * A section that was opened to the actor, read now, with the look entered into the log. Only this
 * section leaves the database's answer.
 * @param locale language of amounts and names of codes
 * @throws DomainError "not_found" (404) without a running grant of one's own, "deal_nda_required"
 * (403), "deal_not_open" (409)
 */
export async function openSection(
  dealId: string,
  grantId: string,
  locale: string,
  actor: UserActor,
  db: Db,
): Promise<DisclosedSection> {
  return inTransaction(db, async (tx) => {
    const { grant, number } = await findRunningGrant(tx, dealId, grantId, actor);
    if (!grant.section) throw notFound();
    const kind = grant.listingKind === "ACHIEVEMENT" ? "achievement" : "need";
    const section = grant.section as ListingSection;
    const listing = await getListing(tx, { kind, id: grant.listingId });
    const { byCode } = await getReference(tx);
    const context = {
      amount: (fen: string) => formatFen(BigInt(fen), locale),
      ipKind: (code: string) => {
        const row = byCode.get(`ip-kinds:${code}`);
        return (locale.startsWith("zh") ? row?.nameZh : row?.nameEn) ?? code;
      },
    };
    const groups =
      listing.kind === "achievement"
        ? achievementGroups(listing.content, section, context)
        : needGroups(listing.content, section, context);
    const at = await recordLook(tx, dealId, grantId, "PAGE", actor);
    return {
      thing: { kind, section, fileName: null },
      listingTitle: listing.content.title,
      groups,
      watermark: { name: actor.name, at: at.toISOString(), number },
      expiresAt: grant.expiresAt?.toISOString() ?? null,
    };
  });
}

/**
 * A file that was opened to the actor, with the download entered into the log.
 * @throws DomainError as openSection
 */
export async function openFile(
  dealId: string,
  grantId: string,
  actor: UserActor,
  db: Db,
): Promise<{ name: string; contentType: string; storageKey: string; watermark: Watermark }> {
  return inTransaction(db, async (tx) => {
    const { grant, number } = await findRunningGrant(tx, dealId, grantId, actor);
    const { file } = grant;
    if (!file || file.deletedAt) throw notFound();
    const kind = grant.listingKind === "ACHIEVEMENT" ? "achievement" : "need";
    // A file that the owner has taken out of the listing is not handed out any more.
    const listing = await getListing(tx, { kind, id: grant.listingId });
    const isThere =
      listing.files.some((one) => one.fileId === file.id) ||
      grantablesOf(listing).some((one) => one.file?.id === file.id);
    if (!isThere) throw notFound();
    const at = await recordLook(tx, dealId, grantId, "FILE", actor);
    const { name, contentType, storageKey } = file;
    const watermark = { name: actor.name, at: at.toISOString(), number };
    return { name, contentType, storageKey, watermark };
  });
}

async function findRunningGrant(tx: Tx, dealId: string, grantId: string, actor: UserActor) {
  const { deal } = await getDealSpeaker(tx, dealId, actor, null);
  if (!isId(grantId)) throw notFound();
  const now = clock.now();
  const grant = await tx.disclosureGrant.findFirst({
    where: {
      id: grantId,
      dealId,
      granteeId: actor.userId,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    select: {
      listingKind: true,
      listingId: true,
      section: true,
      expiresAt: true,
      file: {
        select: { id: true, name: true, contentType: true, storageKey: true, deletedAt: true },
      },
    },
  });
  if (!grant) throw notFound();
  if (deal.state === "CLOSED") throw new DomainError("deal_not_open", { status: 409 });
  const accepted = await listAcceptedNdas(tx, [dealId], actor.userId);
  if (!accepted.has(dealId)) throw new DomainError("deal_nda_required", { status: 403 });
  return { grant, number: deal.number };
}

async function recordLook(
  tx: Tx,
  dealId: string,
  grantId: string,
  how: "PAGE" | "FILE",
  actor: UserActor,
): Promise<Date> {
  const now = clock.now();
  if (how === "PAGE") {
    const since = new Date(now.getTime() - SAME_LOOK_MS);
    const same = await tx.disclosureView.findFirst({
      where: { grantId, userId: actor.userId, how, createdAt: { gt: since } },
      select: { createdAt: true },
    });
    if (same) return now;
  }
  await tx.disclosureView.create({
    data: { id: newId(), grantId, userId: actor.userId, how, createdAt: now },
  });
  await appendAudit(tx, actor, {
    action: "deal.view-disclosure",
    subjectType: "DisclosureGrant",
    subjectId: grantId,
    detail: { dealId, how },
  });
  return now;
}
