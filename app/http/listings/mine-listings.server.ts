import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { createDraft } from "~/domain/catalogue/create-draft.server";
import { KIND, type ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { listingProcedure } from "~/domain/catalogue/listing-procedure";
import { listMine } from "~/domain/catalogue/listing-queries.server";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { readPaging } from "~/domain/shared/pagination";
import { redirectWithFlash } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const SOON_MS = 30 * 86_400_000;

/** Loader of the list of an organisation's own listings. */
export async function loadMine(kind: ListingKind, { request }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  const params = new URL(request.url).searchParams;
  const { page, skip } = readPaging(params, SIZE);
  const state = listingProcedure.states.find((one) => one === params.get("state")) ?? null;
  const isOnlyMine = params.get("mine") === "1";
  const { organisationId } = actor;
  const t = getFixedT(request, ["catalogue", "common"]);
  const own = kind === "achievement" ? "mine.titleAchievement" : "mine.titleNeed";
  const found = organisationId
    ? await listMine(getDb(), {
        kind,
        organisationId,
        skip,
        take: SIZE,
        state: state ?? undefined,
        createdById: isOnlyMine ? actor.userId : undefined,
      })
    : { rows: [], total: 0, byState: {} };
  const now = clock.now().getTime();
  return {
    title: `${t(`catalogue:${own}`)} · ${t("common:marketName")}`,
    view: {
      kind,
      organisationName: membershipOf(actor, organisationId)?.organisationName ?? null,
      canCreate: can(actor, "listing.create", { organisationId }),
      state,
      isOnlyMine,
      page,
      size: SIZE,
      total: found.total,
      byState: found.byState,
      rows: found.rows.map((row) => ({
        id: row.id,
        number: row.number,
        title: row.title,
        state: row.state,
        hasPending: row.hasPending,
        viewCount: row.viewCount,
        interestCount: row.interestCount,
        updatedAt: row.updatedAt,
        expiresAt: row.expiresAt,
        isExpiringSoon:
          row.state === "PUBLISHED" &&
          row.expiresAt !== null &&
          row.expiresAt.getTime() - now < SOON_MS,
      })),
    },
  };
}

/** Loader of the page that starts a draft. */
export async function loadNew(kind: ListingKind, { request }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  const t = getFixedT(request, ["catalogue", "common"]);
  const own = kind === "achievement" ? "edit.newAchievement" : "edit.newNeed";
  return {
    title: `${t(`catalogue:${own}`)} · ${t("common:marketName")}`,
    chosen: actor.organisationId,
    organisations: actor.memberships
      .filter(({ organisationId }) => can(actor, "listing.create", { organisationId }))
      .map((one) => ({ id: one.organisationId, name: one.organisationName })),
  };
}

/** Starts a draft and opens the wizard. */
export async function startDraft(kind: ListingKind, { request }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  try {
    const fields = await readForm(request);
    const organisationId = String(fields.get("organisationId") ?? "");
    const { id } = await createDraft({ kind, organisationId }, actor, getDb());
    return await redirectWithFlash(`/desk/${KIND[kind].segment}/${id}/edit`, {
      tone: "success",
      message: "catalogue:flash.draftCreated",
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return data({ error: errorCode(error.code, error.params) }, { status: error.status });
  }
}
