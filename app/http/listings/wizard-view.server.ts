import { ACHIEVEMENT_STEPS } from "~/domain/catalogue/achievement-schema";
import { getReference, listOptions, regionTree } from "~/domain/catalogue/code-queries.server";
import { threatensNovelty } from "~/domain/catalogue/disclosure-rules";
import { toFormValues } from "~/domain/catalogue/form-values";
import { type Listing, workingContent } from "~/domain/catalogue/listing";
import { qualityContext } from "~/domain/catalogue/listing-conditions.server";
import { KIND, type ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { kindAndContent } from "~/domain/catalogue/listing-store.server";
import { NEED_STEPS } from "~/domain/catalogue/need-schema";
import { qualityOf, qualityScore } from "~/domain/catalogue/quality-rules";
import { listReviewComments } from "~/domain/catalogue/review-queries.server";
import type { WizardOptions, WizardView } from "~/domain/catalogue/wizard-view";
import { findPossibleDuplicates } from "~/domain/matching/find-possible-duplicates.server";
import { clock } from "~/domain/shared/clock";
import type { Locale } from "~/i18n/locale";
import type { Db, DbOrTx } from "~/platform/db.server";

export function stepsOf(kind: ListingKind): readonly string[] {
  return Object.keys(kind === "achievement" ? ACHIEVEMENT_STEPS : NEED_STEPS);
}

/** Fields that a step of the wizard posts. */
export function fieldsOfStep(kind: ListingKind, step: string): readonly string[] {
  const steps: Record<string, readonly string[]> =
    kind === "achievement" ? ACHIEVEMENT_STEPS : NEED_STEPS;
  return steps[step] ?? [];
}

export function qualityView(listing: Listing): WizardView["quality"] {
  const items = qualityOf(
    kindAndContent(listing, workingContent(listing)),
    qualityContext(listing, clock.now()),
  );
  return {
    score: qualityScore(items),
    items: items.map(({ id, field, step, isMet, isRequired }) => ({
      id,
      field,
      step,
      isMet,
      isRequired,
    })),
  };
}

async function trlLevels(db: DbOrTx, locale: Locale): Promise<WizardOptions["trlLevels"]> {
  const { lists } = await getReference(db);
  const isChinese = locale.startsWith("zh");
  return (lists.get("trl-levels") ?? []).map(({ code, nameZh, nameEn, extra }) => {
    const meaning = isChinese ? extra.meaningZh : extra.meaningEn;
    return {
      value: code,
      label: isChinese ? nameZh : nameEn,
      meaning: typeof meaning === "string" ? meaning : "",
    };
  });
}

/** Only the lists that the step shows: regions and industries are long. */
async function optionsOf(db: DbOrTx, step: string, locale: Locale): Promise<WizardOptions> {
  const isBasics = step === "basics";
  const isTerms = step === "cooperation" || step === "terms";
  const [fields, industries, regions, modes, licenceKinds, ipKinds, levels] = await Promise.all([
    isBasics ? listOptions(db, "fields", locale) : [],
    isBasics ? listOptions(db, "industries", locale) : [],
    isBasics ? regionTree(db, locale) : [],
    isTerms ? listOptions(db, "cooperation-modes", locale) : [],
    isTerms ? listOptions(db, "licence-kinds", locale) : [],
    step === "ip" ? listOptions(db, "ip-kinds", locale) : [],
    step === "readiness" || step === "targets" ? trlLevels(db, locale) : [],
  ]);
  return { fields, industries, regions, modes, licenceKinds, ipKinds, trlLevels: levels };
}

/** Everything that one step of the wizard shows. */
export async function wizardView(
  db: Db,
  listing: Listing,
  step: string,
  locale: Locale,
): Promise<WizardView> {
  const working = workingContent(listing);
  const [options, comments, duplicates] = await Promise.all([
    optionsOf(db, step, locale),
    listReviewComments(db, listing),
    step === "check" ? findPossibleDuplicates(listing, db) : [],
  ]);
  const { state } = listing.organisation;
  return {
    kind: listing.kind,
    id: listing.id,
    number: listing.number,
    state: listing.state,
    isChange: listing.state === "PUBLISHED",
    step,
    steps: stepsOf(listing.kind),
    revision: listing.revision,
    storedAt: listing.updatedAt.toISOString(),
    values: toFormValues(kindAndContent(listing, working)),
    options,
    sections: KIND[listing.kind].sections,
    quality: qualityView(listing),
    comments: comments
      .filter((comment) => !comment.isResolved)
      .map(({ id, field, message }) => ({ id, field, message })),
    files: listing.files,
    duplicates,
    threatensNovelty: "ipRights" in working && threatensNovelty(working),
    isOrganisationVerified: state === "VERIFIED" || state === "RECHECK",
  };
}
