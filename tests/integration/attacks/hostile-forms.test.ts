import { beforeAll, describe, expect, it } from "vitest";
import { ROLES, type RoleName, type Row, readTable } from "../../routes/route-table.ts";
import { findSubjects } from "../../routes/subjects.ts";
import { withDemoMarket } from "../../setup/demo-market.ts";
import type { Answer, HttpClient } from "../../setup/http-client.ts";

const SCRIPT = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;
const HOSTILE: [string, string][] = [
  ["nothing", ""],
  ["spaces", " \t\n\u3000"],
  ["script", SCRIPT],
  ["too much", "长".repeat(5000)],
  ["rare characters", "𬭎𠮷😀👩‍🔬ﬀ\u200d\u202e"],
  ["full-width digits", "１２３４５６７８９０"],
  ["NUL", "a\u0000b\u0000"],
  ["SQL", `'; DROP TABLE "User"; --`],
  ["a formula", `=cmd|' /C calc'!A0`],
  ["a path", "../../../../etc/passwd"],
  ["a huge number", "99999999999999999999999"],
  ["a negative number", "-1"],
  ["no number", "NaN"],
  ["no date", "2026-02-31"],
  ["another type", `{"$ne":null}`],
  ["an id of nobody", "00000000-0000-7000-8000-000000000000"],
];
/** So many of them are posted without a button as well. */
const BARE = 4;
/**
 * The values take turns over the pages, where pages alike stand side by side; with FULL=1 every page
 * meets all of them. The script is in everybody's turn, and its page is drawn: the others are answered
 * as data, because what comes back into a field comes back by the same way.
 */
const TURNS = process.env.FULL ? 1 : 5;
const ID_TURNS = process.env.FULL ? 1 : 3;
/** Who tries, the first that the table lets through to the form. */
const TRIED: RoleName[] = [
  ...(["visitor", "university", "firm", "operator", "researcher", "city"] as const),
  ...(["registrar", "talent"] as const),
];

describe("hostile input to every form", () => {
  const market = withDemoMarket();
  let subjects: Record<string, string> = {};
  const rows = onePerPage(
    readTable().filter((row) => row.method === "POST" && row.path !== "/sign-out"),
  );

  beforeAll(async () => {
    subjects = await findSubjects(market.db);
  });

  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name) => subjects[name] ?? "none");

  async function clientFor(row: Row): Promise<HttpClient> {
    // What is done to an account must not end the sessions of the others.
    if (row.path.startsWith("/desk/account")) return market.client("park");
    const role = TRIED.find((one) => row.answers[one] === "served") ?? "university";
    return market.client(ROLES[role] ?? undefined);
  }

  /** Fields and buttons of the page's forms, or the usual ones where a page has none of its own. */
  async function formOf(client: HttpClient, path: string) {
    const { text, status } = await client.get(path.replace(/\?index$/, ""));
    const html = status === 200 ? text.slice(text.indexOf("<main")) : "";
    const tags = html.match(/<(input|textarea|select|button)\b[^>]*>/g) ?? [];
    const attribute = (tag: string, name: string) =>
      new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll("&quot;", '"') ?? "";
    const names = new Set(["intent", "id", "note", "revision", "locale", "redirectTo"]);
    const hidden: Record<string, string> = {};
    const intents = new Set<string>();
    for (const tag of tags) {
      const name = attribute(tag, "name");
      if (!name) continue;
      names.add(name);
      if (name === "intent") intents.add(attribute(tag, "value"));
      else if (attribute(tag, "type") === "hidden") hidden[name] = attribute(tag, "value");
    }
    return { names: [...names].slice(0, 300), hidden, intents: [...intents].slice(0, 6) };
  }

  function expectSound(answer: Answer, what: string, isPage = true): void {
    expect(answer.status, what).toBeLessThan(500);
    if (!isPage) return;
    expect(answer.text, what).not.toContain("<script>alert(1)");
    expect(answer.text, what).not.toContain("<img src=x");
  }

  it.each(rows.map((row, place) => [row.path, row, place] as const))(
    "%s",
    async (_, row, place) => {
      const client = await clientFor(row);
      const path = fill(row.path);
      const { names, hidden, intents } = await formOf(client, path);
      for (const [index, [kind, value]] of HOSTILE.entries()) {
        const isDrawn = value === SCRIPT;
        if ((index + place) % TURNS !== 0 && !isDrawn) continue;
        const post = (fields: Record<string, string>) =>
          isDrawn ? client.post(path, fields) : client.script("POST", path, fields);
        const all = Object.fromEntries(names.map((name) => [name, value]));
        // With what the page itself would send along, every button in its turn; some values bare too.
        const intent = intents[(index + place) % intents.length] ?? "";
        if (!intent || index < BARE) expectSound(await post(all), kind, isDrawn);
        if (!intent) continue;
        const pressed = await post({ ...all, ...hidden, intent });
        expectSound(pressed, `${kind}, "${intent}"`, isDrawn);
      }
      const lone = names.map((name) => `${encodeURIComponent(name)}=%ED%A0%80%FF`).join("&");
      const type = { "content-type": "application/x-www-form-urlencoded" };
      const broken = await client.script("POST", path, lone, type);
      expectSound(broken, "broken characters", false);
      const files = new FormData();
      for (const name of names) files.append(name, new Blob([SCRIPT]), "../../x.svg");
      const answer = await client.script("POST", path, files);
      expectSound(answer, "files where text belongs", false);
    },
    120_000,
  );

  it("ids that are none are not found", async () => {
    const wrong: string[] = [];
    const ids = ["abc", "0", "%00", "..%2f..%2fx", "__proto__", `${"9".repeat(300)}`];
    const paths = onePerPage(readTable().filter((row) => /\{\w+\}/.test(row.path)));
    for (const [place, row] of paths.entries()) {
      const role = TRIED.find((one) => /^(200|served)$/.test(row.answers[one])) ?? "operator";
      const client = await market.client(ROLES[role] ?? undefined);
      const ask = async (id: string) => {
        const path = row.path.replace(/\{\w+\}/g, id);
        const { status } = await client.script(row.method, path, { intent: "x" });
        if (status >= 500) wrong.push(`${row.method} ${path}: ${status}`);
      };
      await Promise.all(ids.filter((_, index) => (index + place) % ID_TURNS === 0).map(ask));
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it("search pages take any question", async () => {
    const client = await market.client();
    const pages = [
      "/achievements",
      "/needs",
      "/organisations",
      "/api/search/suggest",
      "/api/v1/achievements",
      ...["/lots", "/lots/sandbox", "/licences", "/challenges", "/tenders", "/brokers"],
    ];
    for (const [turn, page] of pages.entries()) {
      const { text } = await client.get(page);
      const names = new Set([
        "q",
        "page",
        "sort",
        "cursor",
        "limit",
        "trl",
        "region",
        "field",
        "price",
      ]);
      for (const [, name = ""] of text.matchAll(/\bname="([^"]+)"/g)) names.add(name);
      for (const [index, [kind, value]] of HOSTILE.entries()) {
        if ((index + turn) % ID_TURNS !== 0 && value !== SCRIPT) continue;
        const short = value.slice(0, 300);
        // Alone, every parameter meets every fourth value; together they meet all.
        const alone = [...names].filter((_, place) => (place + index) % 4 === 0);
        const together = [...names].map((name) => [name, short]);
        const isDrawn = value === SCRIPT || page.startsWith("/api/");
        const ask = async (query: string[][]) => {
          const path = `${page}?${new URLSearchParams(query)}`;
          const answer = await (isDrawn ? client.get(path) : client.script("GET", path));
          expectSound(answer, `${page} ${JSON.stringify(query).slice(0, 80)}: ${kind}`, isDrawn);
        };
        await Promise.all([...alone.map((name) => [[name, short]]), together].map(ask));
      }
    }
  }, 240_000);

  it("left no failure in the log and no broken audit record", async () => {
    expect(market.failures()).toEqual([]);
    expect(await market.db.user.count()).toBeGreaterThan(10);
  });
});

/** The first row of every page: other rows post other forms to it. */
function onePerPage(rows: Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter(({ method, path }) => {
    const key = `${method} ${path}`;
    return !seen.has(key) && seen.add(key);
  });
}
