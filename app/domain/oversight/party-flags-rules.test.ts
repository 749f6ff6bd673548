import { describe, expect, it } from "vitest";
import type { TradeParty } from "./flag-rules";
import { dedupeKeyOf } from "./flag-rules";
import { findRelatedParties } from "./related-party-rules";
import { findSharedContacts } from "./shared-contact-rules";

const party = (id: string, values: Partial<TradeParty> = {}): TradeParty => ({
  organisationId: id,
  isOwner: false,
  row: { table: "LotApplication", id: `row-${id}` },
  name: `单位${id}`,
  legalRepresentative: null,
  address: null,
  website: null,
  memberIds: [],
  phones: [],
  mails: [],
  networks: [],
  isDeclaredRelated: false,
  relatedNote: "",
  ...values,
});
const reasons = (found: { evidence: { reason: string } }[]) =>
  found.map((one) => one.evidence.reason);

describe("related parties", () => {
  it("shows what a party declares, with the owner", () => {
    const found = findRelatedParties([
      party("a", { isOwner: true }),
      party("b", { isDeclaredRelated: true, relatedNote: "完成人持股" }),
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      kind: "RELATED_PARTY",
      organisationIds: ["a", "b"],
      evidence: { reason: "declared", values: { note: "完成人持股" } },
    });
  });

  it("finds one legal representative of two, whatever the spaces", () => {
    const found = findRelatedParties([
      party("a", { legalRepresentative: "张 三" }),
      party("b", { legalRepresentative: "张三" }),
      party("c", { legalRepresentative: "李四" }),
    ]);
    expect(reasons(found)).toEqual(["sameRepresentative"]);
    expect(found[0]?.evidence.rows).toHaveLength(2);
  });

  it("finds people who act for two, and says when one of them is the owner", () => {
    const shared = [party("a", { memberIds: ["u1", "u2"] }), party("b", { memberIds: ["u2"] })];
    expect(reasons(findRelatedParties(shared))).toEqual(["sharedMember"]);
    const [one, other] = shared;
    const withOwner = [party("a", { ...one, isOwner: true }), other as TradeParty];
    expect(reasons(findRelatedParties(withOwner))).toEqual(["sameOwnerMember"]);
  });

  it("says nothing of strangers, of missing names, and of the owner's own declaration", () => {
    expect(
      findRelatedParties([
        party("a", { isOwner: true, isDeclaredRelated: true, memberIds: ["u1"] }),
        party("b", { legalRepresentative: "", memberIds: ["u2"] }),
        party("c", { legalRepresentative: "　" }),
      ]),
    ).toEqual([]);
  });
});

describe("shared contacts", () => {
  it("finds one phone however it is written, one private mail domain, one address, one site", () => {
    const found = findSharedContacts([
      party("a", {
        phones: ["+86 138 0000 1234"],
        mails: ["a@lab.example.cn"],
        address: "济南市历下区经十路 1 号楼（东）3 层",
        website: "https://www.lab.example/a",
      }),
      party("b", {
        phones: ["13800001234"],
        mails: ["b@LAB.example.cn"],
        address: "济南市历下区经十路1号楼东3层",
        website: "http://lab.example",
      }),
    ]);
    expect(reasons(found)).toEqual(["samePhone", "sameMailDomain", "sameAddress", "sameWebsite"]);
    expect(found[0]?.evidence.rows.map((row) => row.id)).toEqual(["row-a", "row-b"]);
  });

  it("finds one public network address", () => {
    const at = (id: string, ip: string) => party(id, { networks: [ip] });
    expect(
      reasons(findSharedContacts([at("a", "::ffff:203.0.113.9"), at("b", "203.0.113.9")])),
    ).toEqual(["sameNetwork"]);
    for (const ip of ["127.0.0.1", "10.1.2.3", "192.168.0.9", "172.20.1.1", "100.64.0.1", "::1"]) {
      expect(findSharedContacts([at("a", ip), at("b", ip)]), ip).toEqual([]);
    }
  });

  it("does not take a public mail house, a city or no number at all for a link", () => {
    expect(
      findSharedContacts([
        party("a", { mails: ["a@qq.com"], address: "济南市", phones: ["", "110"] }),
        party("b", { mails: ["b@qq.com"], address: "济南市", phones: ["", "110"] }),
      ]),
    ).toEqual([]);
  });

  it("takes no notice of mail domains that are kept for examples", () => {
    const parties = ["a", "b"].map((id) => party(id, { mails: [`${id}@demo.example`] }));
    expect(findSharedContacts(parties)).toEqual([]);
  });

  it("gives one finding one key, whichever side comes first", () => {
    const parties = [party("b", { phones: ["5318888"] }), party("a", { phones: ["5318888"] })];
    const trade = { caseType: "LOT", caseId: "x" } as const;
    const keys = [parties, [...parties].reverse()].map((list) =>
      findSharedContacts(list).map((one) => dedupeKeyOf(one, trade)),
    );
    expect(keys[0]).toEqual(["SHARED_CONTACT:samePhone:LOT:x:a:b"]);
    expect(keys[1]).toEqual(keys[0]);
  });
});
