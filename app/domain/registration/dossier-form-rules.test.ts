import { describe, expect, it } from "vitest";
import { applicantSides } from "./applicant-rules";
import { statedFamilyOf } from "./dossier-facts-rules";
import { editForm, goalOf, techFieldOf } from "./dossier-form-rules";
import { FORM_FIELDS, type FormField, requiredFields } from "./registration-form-rules";
import { readFieldText } from "./registration-form-schema";

const fieldOf = (id: string) => FORM_FIELDS.find((one) => one.id === id) as FormField;

describe("the registration form", () => {
  it("takes field and objective from listing and industry, and leaves open what they do not say", () => {
    expect(techFieldOf(["4.3"])).toBe("05");
    expect(techFieldOf(["5.1"])).toBeNull();
    expect(techFieldOf(["5.1", "2.7"])).toBe("09");
    expect(goalOf("A")).toBe("09");
    expect(goalOf("44")).toBe("02");
    expect(goalOf("38")).toBe("10");
    expect(goalOf("J")).toBeNull();
  });

  it("keeps the source of what nobody changed", () => {
    const form = {
      project_name: { value: "甲", source: "termSheet.title" as const, isEdited: false },
    };
    expect(editForm(form, { project_name: "甲" })).toEqual(form);
    expect(editForm(form, { project_name: "乙" }).project_name).toEqual({
      value: "乙",
      source: "person",
      isEdited: true,
    });
    expect(editForm({}, { tech_field: "" })).toEqual({});
  });

  it("asks enterprises for more, and transfers for what they expect", () => {
    const ids = (category: string, nature: string) =>
      requiredFields({
        category: { value: category, source: "person", isEdited: true },
        "buyer.party_nature": { value: nature, source: "person", isEdited: true },
      }).map((one) => one.id);
    expect(ids("11", "150")).toContain("buyer.scale");
    expect(ids("11", "022")).not.toContain("buyer.scale");
    expect(ids("21", "022")).toContain("expected_output");
    expect(ids("31", "022")).not.toContain("expected_output");
  });

  it("reads what people type, or says what is wrong", () => {
    const read = (id: string, typed: string) => readFieldText(fieldOf(id), typed);
    expect(read("total_amount", "１,200.50 元").value).toBe("120050");
    expect(read("total_amount", "about 5").error).toBe("not_an_amount");
    expect(read("signed_on", "2026-02-30").error).toBe("not_a_date");
    expect(read("category", "10").error).toBe("not_a_choice");
    expect(read("is_related", "maybe").error).toBe("not_a_choice");
    expect(read("seller.uscc", " 91110000 802100433b ").value).toBe("91110000802100433B");
    expect(read("seller.uscc", "123").error).toBe("uscc_form");
    expect(read("seller.postcode", "25000").error).toBe("not_a_postcode");
    expect(read("seller.name", "").value).toBe("");
  });
});

describe("who applies, and what the contract calls itself", () => {
  it("is the seller side, either developer, or the domestic buyer of a foreign seller", () => {
    const home = { isSellerForeign: false, isBuyerForeign: false };
    expect(applicantSides("11", home)).toEqual(["SUPPLY"]);
    expect(applicantSides("12", home)).toEqual(["SUPPLY", "DEMAND"]);
    expect(applicantSides("31", { ...home, isSellerForeign: true })).toEqual(["DEMAND"]);
    expect(applicantSides("31", { isSellerForeign: true, isBuyerForeign: true })).toEqual([]);
  });

  it("is the last word of the title that names a category", () => {
    expect(statedFamilyOf("技术服务平台委托开发合同")).toBe("1");
    expect(statedFamilyOf("专利实施许可合同")).toBe("3");
    expect(statedFamilyOf("合作协议")).toBeNull();
  });
});
