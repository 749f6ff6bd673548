import type { ActivityOfEntry } from "./agenda-view";

/** Names of activities in a problem. */
export const pitchKey = (projectId: string) => `pitch:${projectId}`;
export const meetingKey = (meetingId: string) => `meeting:${meetingId}`;
/** Fixed items of one place that follow one another are one activity. */
export const itemKey = (...itemIds: string[]) => `item:${itemIds.join("+")}`;

export function keyOfEntry(entry: ActivityOfEntry): string {
  if (entry.projectId) return pitchKey(entry.projectId);
  if (entry.meetingId) return meetingKey(entry.meetingId);
  return itemKey(entry.itemId ?? "");
}

/** The rows that an activity stands for; several for fixed items in a row. */
export function readKey(key: string): { kind: "PITCH" | "MEETING" | "ITEM"; ids: string[] } {
  const at = key.indexOf(":");
  const kind = key.slice(0, at);
  const ids = key.slice(at + 1).split("+");
  if (kind === "pitch") return { kind: "PITCH", ids };
  return kind === "meeting" ? { kind: "MEETING", ids } : { kind: "ITEM", ids };
}

/** A presenter without a row among the participants, who still cannot be in two places. */
export const strangerKey = (projectId: string) => `presenter:${projectId}`;
