import { describe, expect, it } from "vitest";
import { shownContact } from "./contact-rules";

const contact = { phone: "13800000000", email: "a@test.example" };
const card = (kind: string, withdrawnAt: Date | null = null) => ({ kind, withdrawnAt });

describe("shownContact", () => {
  it.each([
    ["nothing without a card", [], { phone: "", email: "" }],
    ["the mail for material", [card("MATERIAL")], { phone: "", email: contact.email }],
    ["both to meet", [card("MEET")], contact],
    ["both to invest", [card("MATERIAL"), card("INVEST")], contact],
    ["nothing once taken back", [card("MEET", new Date(0))], { phone: "", email: "" }],
  ])("gives %s", (_name, cards, expected) => {
    expect(shownContact(cards, contact)).toEqual(expected);
  });
});
