import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { regionNamer } from "~/domain/catalogue/code-queries.server";
import { fieldTexts } from "~/domain/catalogue/content-diff-rules";
import { threatensNovelty } from "~/domain/catalogue/disclosure-rules";
import { type Listing, responsibleRegion, workingContent } from "~/domain/catalogue/listing";
import { KIND, type ListingKind, sectionOfField } from "~/domain/catalogue/listing-kind-rules";
import type { ListingMove } from "~/domain/catalogue/listing-procedure";
import { getListing } from "~/domain/catalogue/listing-store.server";
import { reviewListing } from "~/domain/catalogue/review-listing.server";
import { listReviewComments } from "~/domain/catalogue/review-queries.server";
import { commentableFields, reviewFormSchema } from "~/domain/catalogue/review-schema";
import type { ReviewAnswer, ReviewView } from "~/domain/catalogue/review-view";
import { takeDownListing } from "~/domain/catalogue/take-down-listing.server";
import { verifyReadiness } from "~/domain/catalogue/verify-readiness.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan, membershipOf } from "~/domain/identity/permission-rules";
import { findPossibleDuplicates } from "~/domain/matching/find-possible-duplicates.server";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { parseFormData, readForm } from "~/http/form.server";
import { requireOffice } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { type Db, getDb } from "~/platform/db.server";
import { valueReader } from "./value-reader.server";
import { qualityView } from "./wizard-view.server";

/** States in which there is nothing for a reviewer to read yet. */
const NOT_SHOWN: readonly Listing["state"][] = ["DRAFT", "ORG_CHECK"];

async function readForReview(db: Db, kind: ListingKind, id: string, actor: UserActor) {
  const listing = await getListing(db, { kind, id });
  assertCan(actor, "listing.review", { regionCode: responsibleRegion(listing) });
  if (NOT_SHOWN.includes(listing.state)) throw new DomainError("not_found", { status: 404 });
  return listing;
}

async function reviewView(request: Request, db: Db, listing: Listing, actor: UserActor) {
  // A reviewer judges what is, or would be, public; an unpublished change is the owner's own affair.
  const { content } = listing;
  const [read, comments, timeline, duplicates, regionOf] = await Promise.all([
    valueReader(request, db),
    listReviewComments(db, listing),
    listTimeline(db, "listing", listing.id),
    findPossibleDuplicates(listing, db),
    regionNamer(db, findLocale(request)),
  ]);
  const texts = fieldTexts(content, read);
  const levels: Record<string, string | undefined> = content.sectionVisibility;
  const isOwnOrganisation = membershipOf(actor, listing.organisationId) !== null;
  const { state } = listing.organisation;
  const verified = listing.kind === "achievement" ? listing.verifiedLevels : [];
  const view: ReviewView = {
    kind: listing.kind,
    id: listing.id,
    number: listing.number,
    title: content.title,
    state: listing.state,
    revision: listing.revision,
    round: timeline.filter((one) => one.move === "submit").length,
    organisationName: listing.organisation.legalName,
    isOrganisationVerified: state === "VERIFIED" || state === "RECHECK",
    isBlinded: content.isBlinded,
    region: regionOf(responsibleRegion(listing)),
    submittedAt: listing.submittedAt,
    isOwnOrganisation,
    canDecide: listing.state === "MARKET_REVIEW" && !isOwnOrganisation,
    canTakeDown: listing.state === "PUBLISHED" && !isOwnOrganisation,
    threatensNovelty: "ipRights" in content && threatensNovelty(content),
    steps: commentableFields(listing.kind).map(({ step, fields }) => ({
      step,
      fields: fields.map((field) => {
        const section = sectionOfField(field);
        return {
          field,
          text: texts.get(field) ?? "",
          visibility: section ? (levels[section] ?? "PUBLIC") : null,
          earlier: comments
            .filter((comment) => comment.field === field)
            .map(({ id, round, message }) => ({ id, round, message })),
        };
      }),
    })),
    files: listing.files,
    duplicates,
    quality: qualityView(listing),
    evidence:
      "trlEvidence" in content
        ? content.trlEvidence.map((one) => ({ ...one, isVerified: verified.includes(one.level) }))
        : [],
    timeline: timeline.map((one) => ({
      id: one.id,
      move: one.move as ListingMove,
      at: one.at,
      actorName: one.actorName,
      note: one.note,
    })),
  };
  return view;
}

/** Loader of the reviewer's page of a listing. */
export function loadReview(kind: ListingKind, { request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request);
    const db = getDb();
    const listing = await readForReview(db, kind, params.id ?? "", actor);
    const t = getFixedT(request, ["review", "common"]);
    const { title } = workingContent(listing);
    return {
      view: await reviewView(request, db, listing, actor),
      title: `${title} · ${t("review:queueTitle")} · ${t("common:marketName")}`,
    };
  });
}

const textOf = (fields: FormData, name: string) => String(fields.get(name) ?? "");

function refuse(error: unknown, kept: Pick<ReviewAnswer, "intent" | "note" | "comments">) {
  if (!(error instanceof DomainError)) throw error;
  const code = errorCode(error.code, error.params);
  const isNote = error.field === "note";
  const answer: ReviewAnswer = {
    ...kept,
    error: isNote ? null : code,
    noteError: isNote ? code : null,
  };
  return data(answer, { status: error.status });
}

async function decide(kind: ListingKind, id: string, fields: FormData, actor: UserActor) {
  const db = getDb();
  const intent = textOf(fields, "intent");
  if (intent === "verifyReadiness") {
    const levels = fields
      .getAll("levels")
      .map(Number)
      .filter((level) => level >= 1 && level <= 9);
    await verifyReadiness({ id, levels }, actor, db);
    return "flashReadiness";
  }
  if (intent === "takeDown") {
    await takeDownListing({ kind, id, note: textOf(fields, "note") }, actor, db);
    return "flashTakenDown";
  }
  const form = parseFormData(fields, reviewFormSchema);
  if (form.status !== "success") {
    const faults: Record<string, string[] | null> = form.reply().error ?? {};
    const [field, codes] = Object.entries(faults)[0] ?? ["", ["bad_form"]];
    throw new DomainError(codes?.[0] ?? "bad_form", { field });
  }
  const { revision, note } = form.value;
  if (form.value.intent === "publish") {
    await reviewListing({ kind, id, revision, decision: "publish" }, actor, db);
    return "flashPublished";
  }
  const allowed = new Set(commentableFields(kind).flatMap((one) => one.fields));
  const comments = form.value.comments.filter((comment) => allowed.has(comment.field));
  await reviewListing({ kind, id, revision, decision: "return", note, comments }, actor, db);
  return "flashReturned";
}

/** Action of the reviewer's page: publish, return, take down, note seen evidence. */
export function actOnReview(kind: ListingKind, { request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request);
    const id = params.id ?? "";
    await readForReview(getDb(), kind, id, actor);
    const fields = await readForm(request);
    const comments: Record<string, string> = {};
    for (let index = 0; fields.has(`comments[${index}].field`); index += 1) {
      comments[textOf(fields, `comments[${index}].field`)] = textOf(
        fields,
        `comments[${index}].message`,
      );
    }
    const kept = { intent: textOf(fields, "intent"), note: textOf(fields, "note"), comments };
    try {
      const message = await decide(kind, id, fields, actor);
      const stays = message === "flashReadiness";
      const target = stays ? `/office/reviews/${KIND[kind].segment}/${id}` : "/office/reviews";
      return await redirectWithFlash(target, { tone: "success", message: `review:${message}` });
    } catch (error) {
      return refuse(error, kept);
    }
  });
}
