import { membershipOf } from "~/domain/identity/permission-rules";
import { calendarDate } from "~/domain/shared/clock";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { threatensNovelty } from "./disclosure-rules";
import { type Listing, workingContent } from "./listing";
import type { ListingCondition } from "./listing-procedure";
import { kindAndContent } from "./listing-store.server";
import { missingRequired, qualityOf } from "./quality-rules";

type Check = (context: MoveContext<Listing>) => ConditionResult | Promise<ConditionResult>;

/** What the checklist of the wizard looks at beside the content. */
export function qualityContext(listing: Listing, now: Date) {
  const { legalName, englishName } = listing.organisation;
  return {
    ownerNames: [legalName, englishName ?? ""],
    pictureCount: listing.files.filter((file) => file.role === "PICTURE").length,
    today: calendarDate(now),
  };
}

const complete: Check = ({ subject, now }) => {
  const items = qualityOf(
    kindAndContent(subject, workingContent(subject)),
    qualityContext(subject, now),
  );
  // The declarations have conditions of their own and reasons of their own.
  const missing = missingRequired(items).filter(
    (item) => item.id !== "noStateSecret" && item.id !== "ipOrDisclosure",
  );
  return conditionOf(missing.length === 0, {
    inputs: { missing: missing.map((item) => item.id) },
    formula: "no required item of the checklist is open",
    source: "market rule: checklist of listings",
    code: "listing_incomplete",
    ...(missing[0] ? { field: missing[0].field } : {}),
  });
};

const organisationVerified: Check = ({ subject }) => {
  const { state } = subject.organisation;
  return conditionOf(state === "VERIFIED" || state === "RECHECK", {
    inputs: { state },
    formula: "state is VERIFIED or RECHECK",
    source: "E-Commerce Law art. 27: the operator verifies and records who trades",
    code: "organisation_not_verified",
  });
};

const noStateSecret: Check = ({ subject }) => {
  const declared = workingContent(subject).noStateSecretDeclared;
  return conditionOf(declared, {
    inputs: { declared },
    formula: "declared",
    source: "Law on Guarding State Secrets; Law on Promoting the Transformation of Outcomes",
    code: "state_secret_declaration_missing",
    field: "noStateSecretDeclared",
  });
};

const disclosureAcknowledged: Check = ({ subject }) => {
  const isThreat = subject.kind === "achievement" && threatensNovelty(workingContent(subject));
  const acknowledged =
    subject.kind === "achievement" && workingContent(subject).disclosureAcknowledged;
  return conditionOf(!isThreat || acknowledged, {
    inputs: { noPatentApplicationNamed: isThreat, acknowledged },
    formula: "a patent application is named, or the warning is acknowledged",
    source: "Patent Law arts. 22, 24",
    code: "disclosure_not_acknowledged",
    field: "disclosureAcknowledged",
  });
};

const notOwnOrganisation: Check = ({ subject, actor }) => {
  const isMember = membershipOf(actor, subject.organisationId) !== null;
  return conditionOf(!isMember, {
    inputs: { isMember },
    formula: "the reviewer is not a member of the owning organisation",
    source: "market rule: recusal",
    code: "own_organisation",
  });
};

/** Where the organisation has a second person who may check, the one who submitted does not. */
const checkedByAnother: Check = async ({ subject, actor, tx }) => {
  const [submission, administrators] = await Promise.all([
    tx.procedureMove.findFirst({
      where: { procedure: "listing", subjectId: subject.id, move: "submit" },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { actorUserId: true },
    }),
    tx.membership.count({
      where: {
        organisationId: subject.organisationId,
        endedAt: null,
        role: { in: ["OWNER", "ADMIN"] },
        user: { deactivatedAt: null },
      },
    }),
  ]);
  const isSame = actor.kind === "USER" && submission?.actorUserId === actor.userId;
  const rest = {
    inputs: { checkerSubmitted: isSame, personsWhoMayCheck: administrators },
    formula: "checker ≠ submitter, unless nobody else may check",
    source: "market rule: four eyes",
  };
  if (!isSame) return { ...rest, answer: "MET" };
  if (administrators <= 1) return { ...rest, answer: "PERSON_DECIDES" };
  return { ...rest, answer: "NOT_MET", code: "check_by_another" };
};

export const listingConditions: Record<ListingCondition, Check> = {
  complete,
  "organisation-verified": organisationVerified,
  "no-state-secret": noStateSecret,
  "disclosure-acknowledged": disclosureAcknowledged,
  "not-own-organisation": notOwnOrganisation,
  "checked-by-another": checkedByAnother,
};
