import type { DbOrTx } from "~/platform/db.server";

/** How many notifications a person has not read. */
export function countUnread(db: DbOrTx, userId: string): Promise<number> {
  return db.notification.count({ where: { userId, readAt: null } });
}

/** One page of a person's notifications, newest first, with the totals of both tabs. */
export async function listNotifications(
  db: DbOrTx,
  userId: string,
  options: { isUnreadOnly: boolean; skip: number; take: number },
) {
  const where = { userId, ...(options.isUnreadOnly ? { readAt: null } : {}) };
  const [items, total, unread] = await Promise.all([
    db.notification.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: options.skip,
      take: options.take,
      select: { id: true, kind: true, params: true, href: true, createdAt: true, readAt: true },
    }),
    db.notification.count({ where }),
    countUnread(db, userId),
  ]);
  return { items, total, unread };
}

export type MailFrequency = "OFF" | "INSTANT" | "DAILY" | "WEEKLY";

export type MatchMailFrequency = "OFF" | "DAILY" | "WEEKLY";

export type Preferences = {
  mail: MailFrequency;
  /** Mails with suggested matches; none either while `mail` is OFF. */
  matchMail: MatchMailFrequency;
  quietFrom: number | null;
  quietTo: number | null;
  nonPersonal: boolean;
};

const FREQUENCIES: readonly MailFrequency[] = ["OFF", "INSTANT", "DAILY", "WEEKLY"];
const MATCH_FREQUENCIES: readonly MatchMailFrequency[] = ["OFF", "DAILY", "WEEKLY"];

/** A person's preferences, the market's defaults where nothing has been chosen. */
export async function getPreferences(
  db: DbOrTx,
  userId: string,
): Promise<Preferences & { isMailConfirmed: boolean }> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { emailVerified: true, notificationPreference: true },
  });
  const row = user.notificationPreference;
  return {
    // Mail goes to confirmed addresses only.
    isMailConfirmed: user.emailVerified,
    mail: FREQUENCIES.find((one) => one === row?.mail) ?? "INSTANT",
    matchMail: MATCH_FREQUENCIES.find((one) => one === row?.matchMail) ?? "WEEKLY",
    quietFrom: row?.quietFrom ?? null,
    quietTo: row?.quietTo ?? null,
    nonPersonal: row?.nonPersonal ?? false,
  };
}

/** The person behind an unsubscribe link; the address is shown masked. */
export async function findByUnsubscribeToken(db: DbOrTx, token: string) {
  const row = await db.notificationPreference.findUnique({
    where: { unsubscribeToken: token },
    select: { mail: true, matchMail: true, user: { select: { email: true } } },
  });
  return row && { mail: row.mail, matchMail: row.matchMail, email: maskEmail(row.user.email) };
}

function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}***${email.slice(at)}`;
}
