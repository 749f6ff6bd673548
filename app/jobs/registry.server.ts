import type { CronItem } from "graphile-worker";
import type { JobName } from "~/domain/shared/job-payloads";
import { publishAuction } from "./bidding/publish.server";
import { scheduleBidding } from "./bidding/schedule.server";
import { sweepBidding } from "./bidding/sweep.server";
import { tickBidding } from "./bidding/tick.server";
import { settleDueChallenge } from "./challenges/due.server";
import { sweepChallenges } from "./challenges/sweep.server";
import { sealSignedContract } from "./contracts/seal.server";
import { openRoomOfTrade } from "./deals/open-from-trade.server";
import { publishDealChange } from "./deals/publish-change.server";
import { remindOfTasks } from "./deals/remind.server";
import { tellIdentityEvent } from "./identity/tell.server";
import { wakeImports } from "./imports/resume.server";
import { continueImport } from "./imports/run.server";
import type { JobHandler } from "./job-handler";
import { issuePaidLicence } from "./licences/issue.server";
import { sweepLicences } from "./licences/sweep.server";
import { sendMatchDigests } from "./matching/digest.server";
import { publishIntroductionChange } from "./matching/publish-hint.server";
import { refreshMatches } from "./matching/refresh.server";
import { refreshStaleMatches } from "./matching/refresh-stale.server";
import { retrainVectors } from "./matching/retrain.server";
import { sendDigests } from "./notifications/digest.server";
import { mailNotifications } from "./notifications/mail.server";
import { publishNotificationHints } from "./notifications/publish-hint.server";
import { sendMessage } from "./notifications/send.server";
import { watchMovedTrades } from "./oversight/sweep.server";
import { lookAtTrade } from "./oversight/watch.server";
import { askAboutPayment } from "./payments/ask.server";
import { tellCaseOfPayment } from "./payments/changed.server";
import { sendDuePayout } from "./payments/payout.server";
import { sendDueRefund } from "./payments/refund.server";
import { followStripeEvent } from "./payments/stripe-event.server";
import { sweepPayments } from "./payments/sweep.server";
import { planPerformance } from "./performance/plan.server";
import { remindOfPerformance } from "./performance/remind.server";
import { sweepProcedures } from "./procedures/sweep.server";
import { issueRegistrationPaper } from "./registration/issue.server";
import { followRoadshow } from "./roadshows/leads.server";
import { noteLateOutcomes } from "./roadshows/outcomes.server";
import { placeRoadshowNewcomer } from "./roadshows/place-newcomer.server";
import { publishRoadshowChange } from "./roadshows/publish-change.server";
import { remindOfMeetings } from "./roadshows/remind-meetings.server";
import { makeReportPapers } from "./roadshows/report.server";
import { solveRoadshowPlan } from "./roadshows/solve.server";
import { sweepRoadshowDates } from "./roadshows/sweep.server";
import { tellRoadshowPlan } from "./roadshows/tell-plan.server";
import { alertSavedSearches } from "./search/alerts.server";
import { ensureSearch } from "./search/ensure.server";
import { syncSearch } from "./search/sync.server";
import { runDueTender } from "./tenders/due.server";
import { sweepDueTenders } from "./tenders/sweep.server";
import { fireDueLot } from "./trading/lot-due.server";
import { noteRoomOfTrade } from "./trading/note-room.server";
import { sweepLots } from "./trading/sweep.server";

/** Every job by name. */
export const registry: { [N in JobName]?: JobHandler<N> } = {
  "challenges.due": settleDueChallenge,
  "challenges.sweep": sweepChallenges,
  "bidding.publish": publishAuction,
  "bidding.schedule": scheduleBidding,
  "bidding.sweep": sweepBidding,
  "bidding.tick": tickBidding,
  "contracts.seal": sealSignedContract,
  "deals.fromTrade": openRoomOfTrade,
  "deals.remind": remindOfTasks,
  "identity.tell": tellIdentityEvent,
  "imports.resume": wakeImports,
  "imports.run": continueImport,
  "licences.issue": issuePaidLicence,
  "licences.sweep": sweepLicences,
  "matching.digest": sendMatchDigests,
  "matching.refresh": refreshMatches,
  "matching.refreshStale": refreshStaleMatches,
  "matching.retrain": retrainVectors,
  "notifications.digest": sendDigests,
  "notifications.mail": mailNotifications,
  "notifications.send": sendMessage,
  "oversight.sweep": watchMovedTrades,
  "payments.ask": askAboutPayment,
  "payments.changed": tellCaseOfPayment,
  "payments.payout": sendDuePayout,
  "payments.refund": sendDueRefund,
  "payments.stripeEvent": followStripeEvent,
  "payments.sweep": sweepPayments,
  "performance.plan": planPerformance,
  "performance.remind": remindOfPerformance,
  "procedure.sweep": sweepProcedures,
  "realtime.deal": publishDealChange,
  "realtime.introduction": publishIntroductionChange,
  "realtime.notifications": publishNotificationHints,
  "realtime.roadshow": publishRoadshowChange,
  "registration.issue": issueRegistrationPaper,
  "roadshows.leads": followRoadshow,
  "roadshows.outcomes": noteLateOutcomes,
  "roadshows.placeNewcomer": placeRoadshowNewcomer,
  "roadshows.report": makeReportPapers,
  "roadshows.remindMeetings": remindOfMeetings,
  "roadshows.solve": solveRoadshowPlan,
  "roadshows.sweep": sweepRoadshowDates,
  "roadshows.tellPlan": tellRoadshowPlan,
  "search.alerts": alertSavedSearches,
  "search.ensure": ensureSearch,
  "search.sync": syncSearch,
  "tenders.due": runDueTender,
  "tenders.sweep": sweepDueTenders,
  "trading.lotDue": fireDueLot,
  "trading.roomMoved": noteRoomOfTrade,
  "trading.sweep": sweepLots,
  "trading.watch": lookAtTrade,
};

/** What runs by the clock. Times are UTC; the identifier tells two lines of one task apart. */
export const crontab: CronItem[] = [
  { match: "* * * * *", task: "procedure.sweep" },
  { match: "* * * * *", task: "challenges.sweep" },
  { match: "* * * * *", task: "bidding.sweep" },
  { match: "* * * * *", task: "imports.resume" },
  { match: "*/5 * * * *", task: "payments.sweep" },
  { match: "* * * * *", task: "search.sync" },
  { match: "* * * * *", task: "tenders.sweep" },
  { match: "* * * * *", task: "trading.sweep" },
  { match: "*/5 * * * *", task: "roadshows.sweep" },
  { match: "11 * * * *", task: "search.ensure" },
  { match: "23 * * * *", task: "oversight.sweep" },
  { match: "37 * * * *", task: "licences.sweep" },
  // 09:00 in Asia/Shanghai, and again at noon should the morning have failed; a day reminds once.
  { match: "0 1,4 * * *", task: "performance.remind" },
  // 03:30 in Asia/Shanghai. A night that fails twice is left to the next one.
  { match: "30 19 * * *", task: "matching.retrain", options: { maxAttempts: 2 } },
  { match: "*/10 * * * *", task: "matching.refreshStale" },
  {
    match: "*/5 * * * *",
    task: "search.alerts",
    identifier: "search.alerts.instant",
    payload: { frequency: "INSTANT" },
  },
  {
    match: "0 0 * * *",
    task: "search.alerts",
    identifier: "search.alerts.daily",
    payload: { frequency: "DAILY" },
  },
  {
    match: "0 0 * * 1",
    task: "search.alerts",
    identifier: "search.alerts.weekly",
    payload: { frequency: "WEEKLY" },
  },
  // 09:20 in Asia/Shanghai, and again at noon should the morning have failed.
  { match: "20 1,4 * * *", task: "roadshows.remindMeetings" },
  // 02:50 in Asia/Shanghai.
  { match: "50 18 * * *", task: "roadshows.outcomes" },
  // 08:30 in Asia/Shanghai.
  { match: "30 0 * * *", task: "deals.remind" },
  // 08:00 in Asia/Shanghai.
  {
    match: "0 0 * * *",
    task: "notifications.digest",
    identifier: "notifications.digest.daily",
    payload: { frequency: "DAILY" },
  },
  {
    match: "0 0 * * 1",
    task: "notifications.digest",
    identifier: "notifications.digest.weekly",
    payload: { frequency: "WEEKLY" },
  },
  {
    match: "0 0 * * *",
    task: "matching.digest",
    identifier: "matching.digest.daily",
    payload: { frequency: "DAILY" },
  },
  {
    match: "0 0 * * 1",
    task: "matching.digest",
    identifier: "matching.digest.weekly",
    payload: { frequency: "WEEKLY" },
  },
];
