import { expect, it } from "vitest";
import { takeAnswer } from "./check-in-answer";
import type { CheckInStore } from "./check-in-store";

it("keeps whom the server refused, so that the door can let them in", () => {
  const claimedAt = "2030-05-06T01:00:00.000Z";
  const scan = { id: "s1", code: "ABC", how: "QR" as const, claimedAt };
  const store: CheckInStore = { list: null, queue: [scan], refused: [], deviceId: "d" };
  const answer = {
    id: "s1",
    result: "REFUSED" as const,
    code: "check_in_waiting",
    participantId: "p1",
    name: "王芳",
    at: null,
  };
  expect(takeAnswer(store, [answer])).toMatchObject({
    queue: [],
    refused: [{ scanId: "s1", participantId: "p1", name: "王芳", code: "check_in_waiting" }],
  });
});
