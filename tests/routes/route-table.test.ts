import fs from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { withDemoMarket } from "../setup/demo-market.ts";
import { type Answer, HttpClient } from "../setup/http-client.ts";
import { findRoute, type PageRoute, readRoutes } from "./route-manifest.ts";
import {
  ROLE_NAMES,
  ROLES,
  type RoleName,
  type Row,
  readTable,
  writeTable,
} from "./route-table.ts";
import { findSubjects, makeNewcomer, NEWCOMER_PASSWORD } from "./subjects.ts";

const isUpdating = process.env.UPDATE_ROUTES === "1";
/** Roles with fewer rights first: what they are refused is still there for those who follow. */
const ORDER: RoleName[] = [
  ...(["visitor", "newcomer", "talent", "outsider", "firm", "city", "registrar"] as const),
  ...(["researcher", "province", "operator", "university"] as const),
];
const NOBODY = Object.fromEntries(ROLE_NAMES.map((role) => [role, ""])) as Row["answers"];

describe("route table", () => {
  const market = withDemoMarket();
  const clients = new Map<RoleName, HttpClient>();
  const measured = new Map<Row, Row["answers"]>();
  let routes: PageRoute[] = [];
  let rows: Row[] = [];

  beforeAll(async () => {
    routes = readRoutes();
    rows = readTable();
    if (isUpdating) rows.push(...missingRows(routes, rows));
    const subjects = await findSubjects(market.db);
    await Promise.all(ROLE_NAMES.map(async (role) => clients.set(role, await clientOf(role))));
    for (const method of ["GET", "POST"]) {
      for (const row of rows.filter((one) => one.method === method && one.path !== "/sign-out")) {
        await measure(row, subjects);
      }
    }
    // Last: it ends the sessions.
    for (const row of rows.filter((one) => one.path === "/sign-out")) await measure(row, subjects);
    if (isUpdating) {
      for (const row of rows) row.answers = measured.get(row) ?? NOBODY;
      writeTable(rows);
    }
  }, 600_000);

  async function clientOf(role: RoleName): Promise<HttpClient> {
    if (role !== "newcomer") return market.client(ROLES[role] ?? undefined);
    const client = new HttpClient(market.url);
    await client.signIn(await makeNewcomer(market.db), NEWCOMER_PASSWORD);
    return client;
  }

  async function measure(row: Row, subjects: Record<string, string>): Promise<void> {
    const answers = { ...NOBODY };
    const route = findRoute(routes, pathOf(row));
    const drawn = rolesToDrawFor(row, route, measured.size);
    // Every page guards itself: the frames around it, which guard too, need not be asked by everybody.
    const only = row.method === "GET" && route?.hasLoader ? route.id : undefined;
    const path = fill(row.path, subjects);
    const fields = Object.fromEntries(new URLSearchParams(fill(row.form, subjects)));
    const ask = async (role: RoleName) => {
      const client = clients.get(role) ?? new HttpClient(market.url);
      const askFor =
        row.method === "GET" ? () => client.get(path) : () => client.post(path, fields);
      const answer = await (drawn.has(role)
        ? askFor()
        : client.script(row.method, path, fields, {}, only));
      answers[role] = describeAnswer(row.method, answer);
    };
    // What is read may be read by all at once; what is written goes in the order of rights.
    if (row.method === "GET") await Promise.all(ORDER.map(ask));
    else for (const role of ORDER) await ask(role);
    measured.set(row, answers);
  }

  it("has a line for every route, and a route for every line", () => {
    const described = rows.map((row) => nameOf(row.method, findRoute(routes, pathOf(row))));
    const existing = routes.flatMap((route) => [
      nameOf("GET", route),
      ...(route.hasAction ? [nameOf("POST", route)] : []),
    ]);
    expect(existing.filter((name) => !described.includes(name))).toEqual([]);
    expect(described.filter((name) => !existing.includes(name))).toEqual([]);
  });

  it("answers everybody as the table says", () => {
    const differences = rows.flatMap((row) =>
      ROLE_NAMES.filter((role) => measured.get(row)?.[role] !== row.answers[role]).map(
        (role) =>
          `${row.method} ${row.path} ${row.form}: ${role} got ${measured.get(row)?.[role]}, not ${row.answers[role]}`,
      ),
    );
    expect(differences).toEqual([]);
  });

  it("never fails", () => {
    const failed = [...measured].filter(([, answers]) =>
      Object.values(answers).some((answer) => answer.startsWith("5")),
    );
    expect(failed.map(([row]) => `${row.method} ${row.path}`)).toEqual([]);
    expect(market.failures()).toEqual([]);
  });

  it("lets no visitor past the door of desk and office", () => {
    const open = rows.filter(
      (row) =>
        /^\/(desk|office)(\/|$|\?)/.test(row.path) &&
        ["200", "served"].includes(measured.get(row)?.visitor ?? ""),
    );
    expect(open.map((row) => `${row.method} ${row.path}`)).toEqual([]);
  });

  it("lets only officers into the office", () => {
    const laymen = ["newcomer", "researcher", "university", "firm", "outsider"] as const;
    const open = rows.filter(
      (row) =>
        /^\/office(\/|$|\?)/.test(row.path) &&
        laymen.some((role) => !["403", "404"].includes(measured.get(row)?.[role] ?? "")),
    );
    expect(open.map((row) => `${row.method} ${row.path}`)).toEqual([]);
  });

  it("refuses a form where none is taken", async () => {
    const client = await market.client();
    const wrong: string[] = [];
    for (const route of routes.filter((one) => !one.hasAction && !one.pattern.includes("*"))) {
      const path = route.pattern.replace(/:\w+/g, "00000000-0000-7000-8000-000000000000");
      const { status } = await client.post(route.isIndex ? `${path}?index` : path);
      if (status !== 405) wrong.push(`${route.pattern}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});

function pathOf(row: Row): string {
  return row.path.split("?")[0] ?? "";
}

function nameOf(method: string, route: PageRoute | undefined): string {
  return `${method} ${route?.pattern ?? "no route"}`;
}

function fill(text: string, subjects: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = subjects[name];
    if (!id) throw new Error(`the table names an unknown subject: ${name}`);
    return id;
  });
}

/** In so many lines a refusal is drawn once: the page that says it is the same everywhere. */
const REFUSAL_TURNS = 8;

/**
 * Who gets the whole page: the first of those to whom the table says the same. The others are answered as
 * the script of a page is. What is no page is asked for as it is.
 */
function rolesToDrawFor(row: Row, route: PageRoute | undefined, turn: number): Set<RoleName> {
  if (!fs.existsSync(`app/${route?.id}.tsx`)) return new Set(ROLE_NAMES);
  return new Set(
    ROLE_NAMES.filter((role, place) => {
      const answer = row.answers[role];
      if (ROLE_NAMES.slice(0, place).some((other) => row.answers[other] === answer)) return false;
      return /^(200|served)$/.test(answer) || turn % REFUSAL_TURNS === 0;
    }),
  );
}

function describeAnswer(method: Row["method"], { status, location }: Answer): string {
  if (status >= 300 && status < 400 && location) {
    if (location.startsWith("/sign-in?next=")) return "sign-in";
    if (method === "GET") return `→ ${location.replace(/[0-9a-f-]{36}/g, "…")}`;
  }
  const isServed = status < 400 || [400, 409, 413, 415, 422].includes(status);
  return method === "POST" && isServed ? "served" : String(status);
}

function missingRows(routes: PageRoute[], rows: Row[]): Row[] {
  return routes.flatMap((route) => {
    const path = route.pattern.replace(/:\w+/g, "{nothing}").replace("*", "no/such/page");
    return (["GET", "POST"] as const)
      .filter((method) => method === "GET" || route.hasAction)
      .filter((method) => {
        return !rows.some(
          (row) => row.method === method && findRoute(routes, pathOf(row))?.id === route.id,
        );
      })
      .map((method) => ({
        method,
        path: method === "POST" && route.isIndex ? `${path}?index` : path,
        form: "",
        answers: NOBODY,
      }));
  });
}
