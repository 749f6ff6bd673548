/** Every job of the house and what it carries. Payloads are ids: the handler reads the present state. */
export type JobPayloads = {
  /** Drains the search outbox into the search engine. */
  "search.sync": Record<string, never>;
  /** Creates missing indexes and brings their settings up to date. */
  "search.ensure": Record<string, never>;
  /** Runs the saved searches whose turn it is. */
  "search.alerts": { frequency: "INSTANT" | "DAILY" | "WEEKLY" };
  /** Fires the procedure clocks that are due. */
  "procedure.sweep": Record<string, never>;
  /** Sends what waits in the outbox of mails and short messages. */
  "notifications.send": { messageId: string };
  /** Renders notifications as mails, each in its person's language, and puts them into the outbox. */
  "notifications.mail": { notificationIds: string[] };
  /** Sends the daily or weekly collection of notifications. */
  "notifications.digest": { frequency: "DAILY" | "WEEKLY" };
  /** Reads the next batch of an import run. */
  "imports.run": { runId: string };
  /** Wakes import runs whose worker was killed. */
  "imports.resume": Record<string, never>;
  /** Computes the matches of a changed listing and tells both sides of new good ones. */
  "matching.refresh": { kind: "achievement" | "need"; id: string };
  /** Makes the stored lists of matches that are missing or stale, some at a time. */
  "matching.refreshStale": Record<string, never>;
  /** Sends people, or one of them, mails with suggested matches. */
  "matching.digest": { frequency: "DAILY" | "WEEKLY"; userId?: string };
  /** Continues the word vectors on the catalogue, in a process of its own. */
  "matching.retrain": Record<string, never>;
  /** Tells the open pages of persons that their notifications have changed. */
  "realtime.notifications": { userIds: string[] };
  /** Tells the open pages of a conversation that it has changed. */
  "realtime.introduction": { introductionId: string };
  /** Tells the open pages of a deal room that it has changed, or that it has a new message. */
  "realtime.deal": { dealId: string; sequence?: number };
  /** Seals a contract that everybody has signed. */
  "contracts.seal": { contractId: string };
  /** Makes milestones and payment plan of a signed contract, once. */
  "performance.plan": { contractId: string };
  /** Reminds of milestones and payments that are due. */
  "performance.remind": Record<string, never>;
  /** Reminds of tasks that are due in deal rooms. */
  "deals.remind": Record<string, never>;
  /** Makes and signs the paper that a registration office issues. */
  "registration.issue": { paperId: string };
  /** Reads the truth at Stripe that an event hints at, and books it. */
  "payments.stripeEvent": { eventId: string };
  /** Asks Stripe how a started payment stands. */
  "payments.ask": { paymentId: string };
  /** Sends a refund that is due through Stripe. */
  "payments.refund": { refundId: string };
  /** Sends a payout that is due through Stripe Connect. */
  "payments.payout": { payoutId: string };
  /** Lapses, reminds and asks again about payments and refunds. */
  "payments.sweep": Record<string, never>;
  /** Tells the case of a payment that it was paid, returned or has lapsed. */
  "payments.changed": { paymentId: string };
  /** Does what is due about a lot: end of applications, of confirming, of signing. */
  "trading.lotDue": { lotId: string };
  /** Finds lots about which something is due. */
  "trading.sweep": Record<string, never>;
  /** Looks for patterns in a finished trade that a person should see. */
  "trading.watch": { caseType: "LOT" | "TENDER" | "CHALLENGE"; caseId: string };
  /** Has the trades looked at that moved of late. */
  "oversight.sweep": Record<string, never>;
  /** Makes the run of bidding of a lot whose applications have ended with two or more bidders. */
  "bidding.schedule": { lotId: string };
  /** Lets the engine do what is due on a run without a bid: open, next turn, end. */
  "bidding.tick": { auctionId: string };
  /** Finds runs whose next instant has passed. */
  "bidding.sweep": Record<string, never>;
  /** Signs and publishes the transcript of a finished run and makes its papers. */
  "bidding.publish": { auctionId: string };
  /** Tells the open pages of a run what is new. */
  "realtime.auction": { auctionId: string };
  /** Does what is due about a tender: end of bids, of publicity, of standstill. */
  "tenders.due": { tenderId: string };
  "tenders.sweep": Record<string, never>;
  /** Does what is due about a challenge: end of intentions, of publicity. */
  "challenges.due": { challengeId: string };
  "challenges.sweep": Record<string, never>;
  /** Makes and seals the licence that was paid. */
  "licences.issue": { purchaseId: string };
  "licences.sweep": Record<string, never>;
  /** Opens the deal room of a trade that has a winner. */
  "deals.fromTrade": {
    caseType: "LOT" | "TENDER" | "CHALLENGE" | "LICENCE";
    /** Lot, tender, challenge taker or licence purchase. */
    id: string;
  };
  /** Tells a lot or a tender that the contract of its room was signed, performed or not reached. */
  "trading.roomMoved": { dealId: string; kind: "SIGNED" | "COMPLETED" | "ENDED" | "TERMINATED" };
  /** Solves the timetable of a plan in state SOLVING. */
  "roadshows.solve": { planId: string };
  /** Gives a project that was confirmed while its event runs a place in the public timetable. */
  "roadshows.placeNewcomer": { projectId: string };
  /** Does what is due about roadshows: ends of calls and confirmations, reminders, follow-up, outcomes. */
  "roadshows.sweep": Record<string, never>;
  /** Reminds registered people who have no meeting yet. */
  "roadshows.remindMeetings": Record<string, never>;
  /** Tells those concerned what a newly published plan changes for them. */
  "roadshows.tellPlan": { planId: string };
  /** Makes leads of the cards, meetings and signings of an event; again and again the same. */
  "roadshows.leads": { roadshowId: string };
  /** Notes what has come of the projects of events that were closed some time ago. */
  "roadshows.outcomes": Record<string, never>;
  /** Makes the papers of a report. */
  "roadshows.report": { reportId: string };
  /** Tells the open pages of an event what has changed. */
  "realtime.roadshow": { roadshowId: string; topic: string; placeId?: string };
  /** Notifies the people whom an event of identity concerns, once per notice id. */
  "identity.tell": {
    event: string;
    subjectId: string;
    userId: string | null;
    /** The reason given for the event. */
    note: string;
    noticeId: string;
  };
};

export type JobName = keyof JobPayloads;
