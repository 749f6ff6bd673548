import { auctionProcedure } from "~/domain/bidding/auction-procedure";
import { brokerProfileProcedure } from "~/domain/brokers/broker-profile-procedure";
import { mandateProcedure } from "~/domain/brokers/mandate-procedure";
import { listingProcedure } from "~/domain/catalogue/listing-procedure";
import { challengeIntentionProcedure } from "~/domain/challenges/challenge-intention-procedure";
import { challengeMilestoneProcedure } from "~/domain/challenges/challenge-milestone-procedure";
import { challengeProcedure } from "~/domain/challenges/challenge-procedure";
import { challengeTakerProcedure } from "~/domain/challenges/challenge-taker-procedure";
import { contractProcedure } from "~/domain/contracts/contract-procedure";
import { dealProcedure } from "~/domain/deals/deal-procedure";
import { dealTaskProcedure } from "~/domain/deals/deal-task-procedure";
import { publicityProcedure } from "~/domain/deals/publicity-procedure";
import { termSheetProcedure } from "~/domain/deals/term-sheet-procedure";
import { organisationProcedure } from "~/domain/identity/organisation-procedure";
import { realNameProcedure } from "~/domain/identity/real-name-procedure";
import { importRunProcedure } from "~/domain/imports/import-run-procedure";
import { licenceOfferProcedure } from "~/domain/licences/licence-offer-procedure";
import { licencePurchaseProcedure } from "~/domain/licences/licence-purchase-procedure";
import { introductionProcedure } from "~/domain/matching/introduction-procedure";
import { tradeDisputeProcedure } from "~/domain/oversight/trade-dispute-procedure";
import { tradeFlagProcedure } from "~/domain/oversight/trade-flag-procedure";
import { bankLineProcedure } from "~/domain/payments/bank-line-procedure";
import { paymentProcedure } from "~/domain/payments/payment-procedure";
import { payoutProcedure } from "~/domain/payments/payout-procedure";
import { refundProcedure } from "~/domain/payments/refund-procedure";
import { instalmentProcedure } from "~/domain/performance/instalment-procedure";
import { milestoneProcedure } from "~/domain/performance/milestone-procedure";
import { rewardProcedure } from "~/domain/performance/reward-procedure";
import { registrationProcedure } from "~/domain/registration/registration-procedure";
import { projectProcedure } from "~/domain/roadshows/call/project-procedure";
import { roadshowQuestionProcedure } from "~/domain/roadshows/day/roadshow-question-procedure";
import { roadshowMemberProcedure } from "~/domain/roadshows/events/roadshow-member-procedure";
import { roadshowProcedure } from "~/domain/roadshows/events/roadshow-procedure";
import { leadProcedure } from "~/domain/roadshows/follow-up/lead-procedure";
import { meetingProcedure } from "~/domain/roadshows/meetings/meeting-procedure";
import { participantProcedure } from "~/domain/roadshows/people/participant-procedure";
import { roadshowPlanProcedure } from "~/domain/roadshows/timetable/roadshow-plan-procedure";
import type { Procedure } from "~/domain/shared/procedure/procedure";
import { tenderBidProcedure } from "~/domain/tenders/tender-bid-procedure";
import { tenderProcedure } from "~/domain/tenders/tender-procedure";
import { lotApplicationProcedure } from "~/domain/trading/lot-application-procedure";
import { lotProcedure } from "~/domain/trading/lot-procedure";

/** Every procedure of the market; a test holds this list to the files that end in -procedure.ts. */
export const PROCEDURES: readonly Procedure[] = [
  listingProcedure,
  organisationProcedure,
  realNameProcedure,
  introductionProcedure,
  importRunProcedure,
  milestoneProcedure,
  instalmentProcedure,
  paymentProcedure,
  refundProcedure,
  payoutProcedure,
  bankLineProcedure,
  rewardProcedure,
  brokerProfileProcedure,
  mandateProcedure,
  dealProcedure,
  dealTaskProcedure,
  termSheetProcedure,
  publicityProcedure,
  contractProcedure,
  challengeProcedure,
  challengeIntentionProcedure,
  challengeTakerProcedure,
  challengeMilestoneProcedure,
  registrationProcedure,
  auctionProcedure,
  tenderProcedure,
  tenderBidProcedure,
  lotProcedure,
  lotApplicationProcedure,
  tradeFlagProcedure,
  licenceOfferProcedure,
  licencePurchaseProcedure,
  tradeDisputeProcedure,
  participantProcedure,
  meetingProcedure,
  leadProcedure,
  roadshowQuestionProcedure,
  projectProcedure,
  roadshowProcedure,
  roadshowMemberProcedure,
  roadshowPlanProcedure,
];
