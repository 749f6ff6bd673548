import { describe, expect, it } from "vitest";
import { knowsOtherSide } from "./disclosure-rules";
import { introductionProcedure } from "./introduction-procedure";

describe("knowsOtherSide", () => {
  it.each(introductionProcedure.states)(
    "hides a blinded receiver in state %s unless accepted",
    (state) => {
      const subject = { state, isReceiverBlinded: true, isRequesterBlinded: false };
      expect(knowsOtherSide("requester", subject)).toBe(state === "ACCEPTED");
      expect(knowsOtherSide("receiver", subject)).toBe(true);
    },
  );

  it.each(introductionProcedure.states)(
    "hides a blinded requester in state %s unless accepted",
    (state) => {
      const subject = { state, isReceiverBlinded: false, isRequesterBlinded: true };
      expect(knowsOtherSide("receiver", subject)).toBe(state === "ACCEPTED");
      expect(knowsOtherSide("requester", subject)).toBe(true);
    },
  );
});
