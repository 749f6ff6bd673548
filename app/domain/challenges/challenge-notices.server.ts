import type { NotificationKind } from "~/domain/notifications/notification-rules";
import { notify } from "~/domain/notifications/notify.server";
import {
  listPublisherIds,
  listReviewerIds,
} from "~/domain/notifications/recipients-queries.server";
import { listTraderIds } from "~/domain/oversight/trade-people.server";
import type { Tx } from "~/platform/db.server";

/** What the market tells about an open challenge; the values that each sentence takes are in notification-rules. */
export type ChallengeNotice = Extract<NotificationKind, `challenge${string}`>;

type Told = {
  kind: ChallengeNotice;
  params: Record<string, string | number>;
  href: string;
  /** Tells one event from the next of the same kind. */
  key: string;
};

async function tell(tx: Tx, userIds: readonly string[], told: Told): Promise<void> {
  await notify(tx, {
    userIds,
    kind: told.kind,
    params: told.params as never,
    href: told.href,
    dedupeKey: `${told.kind}:${told.key}`,
  });
}

/** Tells those who publish for an organisation. */
export async function tellPublishers(tx: Tx, organisationId: string, told: Told): Promise<void> {
  await tell(tx, await listPublisherIds(tx, organisationId), told);
}

/** Tells those who take part in trades for an organisation. */
export async function tellTraders(tx: Tx, organisationId: string, told: Told): Promise<void> {
  await tell(tx, await listTraderIds(tx, organisationId), told);
}

/** Tells the office of the challenge's region. */
export async function tellOffice(tx: Tx, regionCode: string | null, told: Told): Promise<void> {
  await tell(tx, await listReviewerIds(tx, regionCode), told);
}

/** Tells particular persons. */
export async function tellPeople(tx: Tx, userIds: readonly string[], told: Told): Promise<void> {
  await tell(tx, userIds, told);
}
