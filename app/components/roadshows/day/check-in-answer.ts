import type { ScanResult } from "~/domain/roadshows/day/check-in-view";
import type { CheckInStore, RefusedScan } from "./check-in-store";

/**
 * What a device keeps after the server has answered: answered scans leave the queue, refused ones are
 * listed, and whoever was refused has not come.
 */
export function takeAnswer(before: CheckInStore, results: readonly ScanResult[]): CheckInStore {
  const answers = new Map(results.map((one) => [one.id, one]));
  const came = new Map<string, string | null>();
  const refused: RefusedScan[] = [];
  const listed = before.list?.people ?? [];
  for (const { id, participantId, walkIn, code, claimedAt } of before.queue) {
    const answer = answers.get(id);
    if (!answer) continue;
    const personId = answer.participantId ?? participantId;
    if (personId) came.set(personId, answer.at);
    if (answer.result === "IN" || answer.result === "ALREADY") continue;
    const person = listed.find((one) => one.id === personId);
    refused.push({
      scanId: id,
      ...(personId && { participantId: personId }),
      name: answer.name || walkIn?.name || person?.name || code || "",
      code: answer.code ?? (answer.result === "UNKNOWN" ? "check_in_unknown" : "check_in_refused"),
      at: claimedAt,
    });
  }
  const known = new Set(refused.map((one) => one.scanId));
  return {
    ...before,
    queue: before.queue.filter((one) => !answers.has(one.id)),
    refused: [...refused, ...before.refused.filter((one) => !known.has(one.scanId))].slice(0, 200),
    list: before.list && {
      ...before.list,
      people: listed.map((one) => ({
        ...one,
        at: came.has(one.id) ? (came.get(one.id) ?? null) : one.at,
      })),
    },
  };
}
