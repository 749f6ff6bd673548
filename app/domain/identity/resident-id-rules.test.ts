import { describe, expect, it } from "vitest";
import {
  findDocumentFault,
  findResidentIdFault,
  normaliseDocumentNumber,
} from "./resident-id-rules";

const today = "2026-11-22";

describe("resident identity number", () => {
  it("accepts the example of the standard", () => {
    expect(findResidentIdFault("11010519491231002X", today)).toBeNull();
  });

  it.each([
    ["110105194912310021", "id_check_digit"],
    ["11010519491231002", "id_form_wrong"],
    ["1101051949123100XX", "id_form_wrong"],
    ["", "id_form_wrong"],
  ])("refuses %s", (number, fault) => {
    expect(findResidentIdFault(number, today)).toBe(fault);
  });

  it("refuses dates that do not exist or lie ahead, although the check symbol is right", () => {
    expect(findResidentIdFault(withCheck("11010519490231002"), today)).toBe("id_birth_date");
    expect(findResidentIdFault(withCheck("11010520270101002"), today)).toBe("id_birth_date");
  });

  it("knows the other documents", () => {
    expect(findDocumentFault("RESIDENCE_PERMIT", withCheck("81000019900101001"), today)).toBeNull();
    expect(findDocumentFault("RESIDENCE_PERMIT", "11010519491231002X", today)).toBe(
      "id_form_wrong",
    );
    expect(findDocumentFault("PASSPORT", "E12345678", today)).toBeNull();
    expect(findDocumentFault("PASSPORT", "护照", today)).toBe("id_form_wrong");
    expect(findDocumentFault("FOREIGN_ID", "USA110087010112", today)).toBeNull();
  });

  it("reads full-width digits and a small x", () => {
    expect(normaliseDocumentNumber("１１０１０５ 19491231 002x")).toBe("11010519491231002X");
  });
});

function withCheck(first17: string): string {
  const found = [..."0123456789X"].find(
    (symbol) => findResidentIdFault(first17 + symbol, today) !== "id_check_digit",
  );
  return first17 + (found ?? "");
}
