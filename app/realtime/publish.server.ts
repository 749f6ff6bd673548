import {
  DEAL_NAMESPACE,
  type DealEvents,
  dealPersonRoom,
  dealRoom,
} from "~/domain/deals/deal-hint-schema";
import {
  INTRODUCTION_NAMESPACE,
  type IntroductionEvents,
  introductionRoom,
} from "~/domain/matching/introduction-hint-schema";
import {
  NOTIFICATION_NAMESPACE,
  type NotificationEvents,
  personRoom,
} from "~/domain/notifications/notification-hint-schema";
import {
  ROADSHOW_NAMESPACE,
  type RoadshowHint,
  roomOfHint,
  stageRoom,
} from "~/domain/roadshows/day/roadshow-hint-schema";
import type { StageBoard } from "~/domain/roadshows/day/stage-view";
import type { Hint } from "~/domain/shared/hint-rules";
import { newId } from "~/domain/shared/ids";
import { heldServer } from "./server-holder.server";

/**
 * Sends a hint to a room, in every process through the PostgreSQL adapter. Called from jobs, that is
 * after the commit. Without a socket server nothing happens: pages do not depend on hints.
 */
function publishHint(namespace: string, room: string, hint: Hint): void {
  heldServer()?.of(namespace).to(room).emit("changed", hint);
}

export function publishNotificationHint(
  userId: string,
  hint: Parameters<NotificationEvents["changed"]>[0],
): void {
  publishHint(NOTIFICATION_NAMESPACE, personRoom(userId), hint);
}

export function publishIntroductionHint(hint: Parameters<IntroductionEvents["changed"]>[0]): void {
  publishHint(INTRODUCTION_NAMESPACE, introductionRoom(hint.introductionId), hint);
}

/** Sends a message of a room to the open pages of the people who may read it now. */
export function publishDealMessage(
  news: Parameters<DealEvents["message"]>[0],
  userIds: readonly string[],
): void {
  const rooms = userIds.map((userId) => dealPersonRoom(news.dealId, userId));
  if (rooms.length > 0) heldServer()?.of(DEAL_NAMESPACE).to(rooms).emit("message", news);
}

export function publishDealHint(hint: Parameters<DealEvents["changed"]>[0]): void {
  publishHint(DEAL_NAMESPACE, dealRoom(hint.dealId), hint);
}

/** Takes the open pages of people who have left out of a room, in every process. */
export function closeDealPages(dealId: string, userIds: readonly string[]): void {
  const rooms = userIds.map((userId) => dealPersonRoom(dealId, userId));
  if (rooms.length === 0) return;
  heldServer()
    ?.of(DEAL_NAMESPACE)
    .in(rooms)
    .socketsLeave([dealRoom(dealId), ...rooms]);
}

export function publishRoadshowHint(hint: RoadshowHint): void {
  const marked = { ...hint, mark: newId() };
  heldServer()?.of(ROADSHOW_NAMESPACE).to(roomOfHint(hint)).emit("changed", marked);
}

/** Sends everybody who watches a stage what it shows now. */
export function publishStage(board: StageBoard): void {
  heldServer()?.of(ROADSHOW_NAMESPACE).to(stageRoom(board.placeId)).emit("stage", board);
}
