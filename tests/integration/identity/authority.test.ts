import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyForRealName } from "~/domain/identity/apply-for-real-name.server";
import { decideOrganisation } from "~/domain/identity/decide-organisation.server";
import { decideRealName } from "~/domain/identity/decide-real-name.server";
import { getPublicOrganisation } from "~/domain/identity/public-organisation-queries.server";
import { resetEnv } from "~/platform/env.server";
import { makeOfficer, makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";
import { makeSubmittable } from "./subjects";
import { PNG, refused } from "./support";

const t = useTestDb();
let server: Server;
let answer = { status: 200, body: '{"result":"MATCH"}' };
let asked: string[] = [];

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      asked.push(body);
      response.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.IDENTITY_CHECK_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  resetEnv();
});

afterEach(async () => {
  delete process.env.IDENTITY_CHECK_URL;
  resetEnv();
  await new Promise((resolve) => server.close(resolve));
});

describe("an authority's register", () => {
  it("that agrees makes the level L3", async () => {
    answer = { status: 200, body: '{"result":"MATCH"}' };
    const id = await makeSubmittable(t.db, "SUBMITTED");
    const operator = await makeOfficer(t.db, "MARKET_OPERATOR", null);
    await decideOrganisation({ organisationId: id, move: "verify", note: "" }, operator, t.db);
    expect(await getPublicOrganisation(t.db, id)).toMatchObject({ isAuthorityChecked: true });
    const person = await makeStranger(t.db);
    const applicationId = await applyForRealName(
      { legalName: "李娜", documentKind: "PASSPORT", documentNumber: "E12345678", upload: PNG },
      person,
      t.db,
    );
    await decideRealName({ applicationId, move: "approve", note: "" }, operator, t.db);
    const row = await t.db.user.findUniqueOrThrow({ where: { id: person.userId } });
    expect(row).toMatchObject({ realNameLevel: 3, legalName: "李娜" });
    expect(asked.at(-1)).toContain("E12345678");
  });

  it("that disagrees stops the approval", async () => {
    answer = { status: 200, body: '{"result":"MISMATCH"}' };
    const id = await makeSubmittable(t.db, "SUBMITTED");
    const input = { organisationId: id, move: "verify" as const, note: "" };
    await refused(decideOrganisation(input, await makeOfficer(t.db), t.db), "authority_mismatch");
  });

  it.each([
    { status: 500, body: "" },
    { status: 200, body: "<html>" },
  ])("that does not answer leaves it to a person: %o", async (broken) => {
    answer = broken;
    const id = await makeSubmittable(t.db, "SUBMITTED");
    const input = { organisationId: id, move: "verify" as const, note: "" };
    await decideOrganisation(input, await makeOfficer(t.db), t.db);
    expect(await getPublicOrganisation(t.db, id)).toMatchObject({
      isVerified: true,
      isAuthorityChecked: false,
    });
  });
});
