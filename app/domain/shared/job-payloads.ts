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
