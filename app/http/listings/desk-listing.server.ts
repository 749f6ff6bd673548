import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { checkListing } from "~/domain/catalogue/check-listing.server";
import { closeListing } from "~/domain/catalogue/close-listing.server";
import type { DeskMove, DeskView } from "~/domain/catalogue/desk-view";
import { discardChange } from "~/domain/catalogue/discard-change.server";
import { type Listing, workingContent } from "~/domain/catalogue/listing";
import { relationsTo } from "~/domain/catalogue/listing-conduct.server";
import { KIND, type ListingKind } from "~/domain/catalogue/listing-kind-rules";
import {
  type ListingClock,
  type ListingMove,
  type ListingState,
  listingProcedure,
} from "~/domain/catalogue/listing-procedure";
import { getOwnListing } from "~/domain/catalogue/listing-queries.server";
import { recallListing } from "~/domain/catalogue/recall-listing.server";
import { reconfirmListing } from "~/domain/catalogue/reconfirm-listing.server";
import { reopenListing } from "~/domain/catalogue/reopen-listing.server";
import { listReviewComments } from "~/domain/catalogue/review-queries.server";
import { isEditable } from "~/domain/catalogue/save-draft.server";
import { submitListing } from "~/domain/catalogue/submit-listing.server";
import { withdrawListing } from "~/domain/catalogue/withdraw-listing.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { openMoves } from "~/domain/shared/procedure/procedure";
import { listRunningClocks, listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { qualityView } from "./wizard-view.server";

/** Moves that have a place of their own: the wizard's last page and the reviewer's page. */
const ELSEWHERE: readonly ListingMove[] = [
  "publishChange",
  "publish",
  "returnForCorrection",
  "takeDown",
  "publishImported",
  "expire",
];

function movesOf(listing: Listing, actor: UserActor, quality: DeskView["quality"]): DeskMove[] {
  const isIncomplete = quality.items.some((item) => item.isRequired && !item.isMet);
  const { state } = listing.organisation;
  const isVerified = state === "VERIFIED" || state === "RECHECK";
  const refusalOf = (move: ListingMove): DeskMove["refusal"] => {
    if (move === "submit" && isIncomplete) return "listing_incomplete";
    if ((move === "submit" || move === "checkPassed") && !isVerified) {
      return "organisation_not_verified";
    }
    return null;
  };
  return openMoves(listingProcedure, listing.state, relationsTo(actor, listing))
    .filter((move) => !ELSEWHERE.includes(move))
    .map((move) => ({
      move,
      needsNote: "needsNote" in listingProcedure.moves[move],
      refusal: refusalOf(move),
    }));
}

/** Loader of the owner's page of a listing. */
export function loadDeskListing(kind: ListingKind, { request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const listing = await getOwnListing(db, { kind, id: params.id ?? "" }, actor);
    const [timeline, clocks, comments] = await Promise.all([
      listTimeline(db, "listing", listing.id),
      listRunningClocks(db, "listing", listing.id),
      listReviewComments(db, listing),
    ]);
    const quality = qualityView(listing);
    const now = clock.now();
    const { title } = workingContent(listing);
    const t = getFixedT(request, ["catalogue", "common"]);
    const view: DeskView = {
      kind,
      id: listing.id,
      number: listing.number,
      title,
      state: listing.state,
      versionNumber: listing.versionNumber,
      hasPending: listing.pending !== null,
      canEdit:
        isEditable(listing.state) &&
        can(actor, "listing.edit", { organisationId: listing.organisationId }),
      organisationName: listing.organisation.legalName,
      createdAt: listing.createdAt,
      submittedAt: listing.submittedAt,
      publishedAt: listing.publishedAt,
      expiresAt: listing.expiresAt,
      viewCount: listing.viewCount,
      interestCount: listing.interestCount,
      moves: movesOf(listing, actor, quality),
      clocks: clocks
        .filter((one) => one.clock !== "reconfirmNotice")
        .map((one) => ({
          clock: one.clock as ListingClock,
          dueAt: one.dueAt,
          isOverdue: one.dueAt < now,
        })),
      timeline: timeline.map((one) => ({
        id: one.id,
        move: one.move as ListingMove,
        toState: one.toState as ListingState,
        at: one.at,
        actorName: one.actorName,
        note: one.note,
      })),
      comments: comments.map(({ createdAt: _, ...comment }) => comment),
      quality,
    };
    const name = title || t("catalogue:edit.untitled");
    return { view, title: `${name} · ${t("common:marketName")}` };
  });
}

const DONE: Partial<Record<string, string>> = {
  submit: "submitted",
  checkPassed: "checkPassed",
  checkFailed: "checkFailed",
  recall: "recalled",
  reconfirm: "reconfirmed",
  withdraw: "withdrawn",
  close: "closed",
  reopen: "reopened",
  discardChange: "changeDiscarded",
};

async function carryOut(
  ref: { kind: ListingKind; id: string },
  intent: string,
  note: string,
  actor: UserActor,
) {
  const db = getDb();
  switch (intent) {
    case "submit":
      return submitListing(ref, actor, db);
    case "checkPassed":
      return checkListing({ ...ref, isPassed: true }, actor, db);
    case "checkFailed":
      return checkListing({ ...ref, isPassed: false, note }, actor, db);
    case "recall":
      return recallListing(ref, actor, db);
    case "reconfirm":
      return reconfirmListing(ref, actor, db);
    case "withdraw":
      return withdrawListing({ ...ref, note }, actor, db);
    case "close":
      return closeListing({ ...ref, note }, actor, db);
    case "reopen":
      return reopenListing(ref, actor, db);
    case "discardChange":
      return discardChange(ref, actor, db);
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}

/** Action of the owner's page: one button, one move. */
export function actOnDeskListing(kind: ListingKind, { request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const id = params.id ?? "";
    const fields = await readForm(request);
    const intent = String(fields.get("intent") ?? "");
    const note = String(fields.get("note") ?? "").slice(0, 2000);
    // Strangers learn nothing from trying moves on other people's listings.
    await getOwnListing(getDb(), { kind, id }, actor);
    try {
      await carryOut({ kind, id }, intent, note, actor);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const refusal = { intent, note, error: errorCode(error.code, error.params) };
      return data(refusal, { status: error.status });
    }
    return redirectWithFlash(`/desk/${KIND[kind].segment}/${id}`, {
      tone: "success",
      message: `catalogue:flash.${DONE[intent] ?? "saved"}`,
    });
  });
}
