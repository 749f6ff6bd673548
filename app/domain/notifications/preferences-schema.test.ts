import { describe, expect, it } from "vitest";
import { preferencesSchema } from "./preferences-schema";

describe("preferencesSchema", () => {
  it("reads hours and empty choices", () => {
    expect(
      preferencesSchema.parse({
        mail: "DAILY",
        matchMail: "WEEKLY",
        quietFrom: "22",
        quietTo: "7",
        nonPersonal: "on",
      }),
    ).toEqual({
      mail: "DAILY",
      matchMail: "WEEKLY",
      quietFrom: 22,
      quietTo: 7,
      nonPersonal: true,
    });
    expect(
      preferencesSchema.parse({ mail: "OFF", matchMail: "OFF", quietFrom: "", quietTo: "" }),
    ).toEqual({
      mail: "OFF",
      matchMail: "OFF",
      quietFrom: null,
      quietTo: null,
      nonPersonal: false,
    });
  });

  it.each([
    [{ mail: "HOURLY" }, "mail", "not_a_choice"],
    [{ matchMail: "INSTANT" }, "matchMail", "not_a_choice"],
    [{ quietFrom: "24", quietTo: "1" }, "quietFrom", "not_a_choice"],
    [{ quietFrom: "-1", quietTo: "1" }, "quietFrom", "not_a_choice"],
    [{ quietFrom: "3", quietTo: "" }, "quietTo", "required"],
  ])("refuses %j at the field", (input, field, code) => {
    const whole = { mail: "OFF", matchMail: "OFF", ...input };
    const issue = preferencesSchema.safeParse(whole).error?.issues[0];
    expect([issue?.path[0], issue?.message]).toEqual([field, code]);
  });
});
