import { ROADSHOW_NOTIFICATION_KINDS } from "./roadshow-notification-rules";
import { TRADE_NOTIFICATION_KINDS } from "./trade-notification-rules";

/**
 * Everything that the market tells a person, with the names of the values in its sentence. The
 * sentences stand in the `notifications` namespace under `titles` and `bodies` with the same key.
 * Values are plain text; a blinded organisation's name never goes into them.
 */
export const NOTIFICATION_KINDS = {
  // identity
  organisationSubmitted: ["organisation"],
  organisationVerified: ["organisation"],
  organisationReturned: ["organisation", "note"],
  organisationSuspended: ["organisation", "note"],
  organisationRecheckDue: ["organisation"],
  realNameSubmitted: ["name"],
  realNameApproved: ["level"],
  realNameReturned: ["note"],
  invitationAccepted: ["name", "organisation"],
  membershipChanged: ["organisation"],
  membershipEnded: ["organisation"],
  // catalogue
  listingCheckRequested: ["title", "name"],
  listingCheckFailed: ["title", "note"],
  listingReviewRequested: ["title", "organisation"],
  listingReviewOverdue: ["title"],
  listingChanged: ["title", "organisation", "note"],
  listingPublished: ["title"],
  listingReturned: ["title", "note"],
  listingTakenDown: ["title", "note"],
  listingExpiring: ["title", "date"],
  listingExpired: ["title"],
  // matching
  matchFound: ["title", "counterpart"],
  matchMutual: ["title", "counterpart"],
  introductionRequested: ["organisation", "title"],
  introductionRequestedBlinded: ["title"],
  introductionAccepted: ["organisation", "title"],
  introductionDeclined: ["title"],
  introductionWithdrawn: ["title"],
  introductionLapsed: ["title"],
  introductionMissed: ["title"],
  introductionMessage: ["name", "title"],
  // deals
  dealOpened: ["title"],
  dealInvited: ["name", "title"],
  dealInvitationAnswered: ["name", "title"],
  dealJoined: ["name", "title"],
  dealRemoved: ["title"],
  dealMessage: ["name", "title"],
  dealPaused: ["title"],
  dealResumed: ["title"],
  dealDisputed: ["title"],
  dealSettleOffered: ["title"],
  dealSettled: ["title"],
  dealCompleted: ["title"],
  dealClosed: ["title"],
  dealTerminated: ["title"],
  dealQuiet: ["title", "days"],
  dealTaskAssigned: ["task", "title"],
  dealTaskDue: ["task", "title", "date"],
  dealDisclosed: ["organisation", "title"],
  // brokers
  brokerSubmitted: ["name"],
  brokerReviewOverdue: ["name"],
  brokerVerified: [],
  brokerReturned: ["note"],
  brokerRecheck: [],
  brokerSuspended: ["note"],
  brokerRevoked: ["note"],
  mandateOffered: ["title"],
  mandateConsentWanted: ["title"],
  mandateChanged: ["title"],
  mandateDisputed: ["title"],
  mandateFeeOverdue: ["title"],
  brokerIntroduced: ["title"],
  brokerIntroductionConfirmed: ["title"],
  // contracts
  contractDrafted: ["title", "number"],
  contractDraftChanged: ["title", "number"],
  contractApproved: ["title", "number"],
  contractFinalised: ["title", "note"],
  contractReopened: ["title", "note"],
  contractSigning: ["title", "note"],
  contractDeclined: ["title", "note"],
  contractPaperUploaded: ["title", "note"],
  contractPaperRejected: ["title", "note"],
  contractVoided: ["title", "note"],
  contractSigned: ["title"],
  contractSupplementSigned: ["title"],
  // signing
  contractSignatureDue: ["title"],
  contractSignatureLate: ["title", "organisation"],
  // term sheets, checks and publicity of a deal
  termsOffered: ["organisation", "title", "number"],
  termsAccepted: ["title", "number"],
  termsRejected: ["title", "number"],
  termsWithdrawn: ["title", "number"],
  termsUnanswered: ["title", "number"],
  checksDeclared: ["title"],
  publicityStarted: ["title", "number"],
  publicityObjected: ["title", "number"],
  publicityObjection: ["title", "number"],
  publicityResumed: ["title", "number"],
  publicityCleared: ["title", "number"],
  publicityRevised: ["title", "number"],
  publicityStopped: ["title", "number"],
  // registration
  registrationToPrecheck: ["title"],
  registrationToHandle: ["title"],
  registrationAssigned: ["title"],
  registrationToSecond: ["title"],
  registrationAnswered: ["title"],
  registrationChangeAsked: ["title"],
  registrationObjection: ["title"],
  registrationDue: ["title"],
  registrationForwarded: ["title"],
  registrationCorrection: ["title"],
  registrationAccepted: ["title"],
  registrationNotAccepted: ["title"],
  registrationRegistered: ["title"],
  registrationRefused: ["title"],
  registrationChanged: ["title"],
  registrationChangeDeclined: ["title"],
  registrationCancelled: ["title"],
  registrationRevoked: ["title"],
  registrationObjectionHeard: ["title"],
  registrationWithdrawn: ["title"],
  registrationLapsed: ["title"],
  registrationFactsAsked: ["title"],
  // performance
  milestoneSubmitted: ["title", "contract", "note"],
  milestoneAccepted: ["title", "contract", "note"],
  milestoneRejected: ["title", "contract", "note"],
  milestoneUnanswered: ["title", "contract"],
  milestoneDue: ["title", "contract", "date"],
  milestoneOverdue: ["title", "contract", "date"],
  royaltyStated: ["contract", "amount", "note"],
  royaltySettled: ["contract", "amount", "note"],
  paymentProved: ["contract", "amount", "note"],
  paymentReceived: ["contract", "amount", "note"],
  paymentConfirmed: ["contract", "amount", "note"],
  paymentRejected: ["contract", "amount", "note"],
  paymentUnanswered: ["contract", "amount"],
  paymentDue: ["contract", "date"],
  paymentOverdue: ["contract", "date"],
  royaltyDue: ["contract", "date"],
  terminationProposed: ["contract"],
  terminationDeclined: ["contract", "note"],
  registrationToCancel: ["contract", "number", "office"],
  rewardPublished: ["contract", "organisation"],
  rewardConfirmed: ["contract", "organisation"],
  rewardObjection: ["contract"],
  rewardPublicityOver: ["contract"],
  ratingAsked: ["contract"],
  ...TRADE_NOTIFICATION_KINDS,
  ...ROADSHOW_NOTIFICATION_KINDS,
  // discovery, imports
  savedSearchHits: ["name", "count"],
  importFinished: ["file", "created", "rejected"],
  importFailed: ["file"],
} as const satisfies Record<string, readonly string[]>;

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;

export type NotificationParams<K extends NotificationKind> = Record<
  (typeof NOTIFICATION_KINDS)[K][number],
  string | number
>;

/** Kinds that the market suggests by itself; a person may ask not to get them (PIPL art. 24). */
export const SUGGESTED_KINDS: readonly NotificationKind[] = ["matchFound"];

export function isNotificationKind(text: string): text is NotificationKind {
  return Object.hasOwn(NOTIFICATION_KINDS, text);
}

/** Values of a stored notification, with an empty text for what is missing. */
export function readParams(
  kind: NotificationKind,
  stored: unknown,
): Record<string, string | number> {
  const values = typeof stored === "object" && stored !== null ? stored : {};
  const found = new Map(Object.entries(values));
  return Object.fromEntries(
    NOTIFICATION_KINDS[kind].map((name) => {
      const value: unknown = found.get(name);
      return [name, typeof value === "string" || typeof value === "number" ? value : ""];
    }),
  );
}
