import { describe, expect, it } from "vitest";
import { withDemoMarket } from "../../setup/demo-market.ts";
import { HttpClient } from "../../setup/http-client.ts";
import { rawRequest } from "./raw-request.ts";

const PUBLIC = "https://market.example";
const PASSWORD = "GrandMarket2026!";
const SIGN_IN_LIMIT = 40;

/** As a real installation: known under an https address, with limits. */
const market = withDemoMarket({ APP_URL: PUBLIC, AUTH_RATE_LIMIT: String(SIGN_IN_LIMIT) });

let addresses = 0;
/** Another client for the limits per address, as a proxy in front would name it. */
function elsewhere(): string {
  addresses += 1;
  return `203.0.113.${addresses}`;
}

describe("what every answer carries", () => {
  const paths = ["/", "/sign-in", "/achievements", "/desk", "/no/such/page", "/favicon.svg"];

  it.each([...paths, "/api/search/suggest?q=a", "/health"])("headers of %s", async (path) => {
    const { headers } = await (await market.client()).get(path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/object-src 'none'/);
    expect(policy).toMatch(/base-uri 'none'/);
    expect(policy).toMatch(/form-action 'self'/);
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("gives every inline script the nonce of its own answer", async () => {
    const client = await market.client();
    const nonces = new Set<string>();
    for (const path of ["/", "/", "/achievements", "/no/such/page"]) {
      const { headers, text } = await client.get(path);
      const policy = headers.get("content-security-policy") ?? "";
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
      nonces.add(nonce);
      const scripts = text.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
      expect(text).not.toMatch(/<[^>]+\son(click|load|error)=/);
    }
    expect(nonces.size).toBe(4);
  });

  it("sets cookies that scripts cannot read and other sites cannot send", async () => {
    const client = await market.client();
    const answer = await client.post("/sign-in", {
      identifier: "park@demo.example",
      password: PASSWORD,
    });
    const session = answer.headers.getSetCookie().find((line) => line.includes("session_token"));
    expect(session).toMatch(/^__Secure-/);
    for (const flag of [/; HttpOnly/i, /; Secure/i, /; SameSite=Lax/i, /; Path=\//i]) {
      expect(session).toMatch(flag);
    }
    for (const line of answer.headers.getSetCookie()) expect(line).toMatch(/; Secure/i);
  });

  it("keeps pages of a person out of shared caches", async () => {
    const client = await market.client("park");
    const { headers } = await client.get("/desk");
    expect(headers.get("cache-control") ?? "").toMatch(/private|no-store/);
  });
});

describe("posts from other sites", () => {
  const fields = new URLSearchParams({ locale: "en", redirectTo: "/" });
  const cases: [string, Record<string, string>][] = [
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["another site, old browser", { origin: "https://evil.example" }],
    ["a sister host", { origin: "https://shop.market.example", "sec-fetch-site": "same-site" }],
    ["a sandboxed frame", { origin: "null" }],
    ["a look-alike", { origin: "https://market.example.evil.example" }],
    ["no address", { origin: "nonsense" }],
  ];

  it.each(cases)("are refused: %s", async (_name, headers) => {
    const client = await market.client("park");
    for (const path of ["/language", "/language.data", "/sign-out", "/sign-in"]) {
      const answer = await client.send("POST", path, fields, {
        ...headers,
        "x-forwarded-for": elsewhere(),
      });
      expect(answer.status, path).toBe(403);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect((await client.get("/desk")).status).toBe(200);
  });

  it("does not sign anybody out by a link", async () => {
    const client = await market.client("park");
    await client.get("/sign-out");
    expect((await client.get("/desk")).status).toBe(200);
  });

  it("takes forms of its own pages under the public address", async () => {
    const headers = { origin: PUBLIC, "sec-fetch-site": "same-origin" };
    const answer = await (await market.client()).send("POST", "/language", fields, headers);
    expect(answer.status).toBe(302);
  });
});

describe("redirects stay here", () => {
  const targets: string[] = [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "http:evil.example",
    "/%0d%0aset-cookie:%20a=b",
    "/\r\nset-cookie: a=b",
    " //evil.example",
    "https:/\\evil.example",
    "/desk@evil.example//evil.example",
  ];
  const staysHere = (location: string | null) => {
    const url = new URL(location ?? "/", PUBLIC);
    expect(url.origin).toBe(PUBLIC);
    expect(location ?? "/").not.toMatch(/[\r\n]/);
  };

  it.each(targets)("language: %s", async (redirectTo) => {
    const client = await market.client();
    const answer = await client.post("/language", { locale: "en", redirectTo });
    expect(answer.status).toBe(302);
    staysHere(answer.location);
  });

  it.each(targets)("sign-in page of somebody who is in: %s", async (next) => {
    const client = await market.client("park");
    const answer = await client.get(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(answer.status).toBe(302);
    staysHere(answer.location);
  });

  it("sign-in form", async () => {
    for (const next of targets.slice(0, 4)) {
      const client = await market.client();
      const answer = await client.post("/sign-in", {
        identifier: "park@demo.example",
        password: PASSWORD,
        next,
      });
      expect(answer.status).toBe(302);
      staysHere(answer.location);
    }
  });

  it("does not believe the Host header", async () => {
    const headers = { host: "evil.example", "x-forwarded-host": "evil.example" };
    const desk = await rawRequest(market.url, { path: "/desk", headers });
    expect(desk.status).toBe(302);
    expect(String(desk.headers.location)).not.toContain("evil.example");
    const home = await rawRequest(market.url, { path: "/", headers });
    expect(home.text).not.toContain("evil.example");
    await rawRequest(market.url, {
      method: "POST",
      path: "/forgot-password",
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
      body: "identifier=minghu%40demo.example",
    });
    const mails = await market.db.outboundMessage.findMany({ select: { text: true, html: true } });
    expect(JSON.stringify(mails)).not.toContain("evil.example");
  });
});

describe("requests that no browser makes", () => {
  const paths = [
    "/assets/../../package.json",
    "/assets/..%2f..%2fpackage.json",
    "/..%5c..%5cpackage.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "//etc/passwd",
    "/.env",
    "/.data/secret",
    "/build/server/index.js",
    "/%00",
    "/achievements/%00",
    "/achievements/%E0%A4%A",
    "/achievements/%ED%A0%80",
    "/achievements?q=%00%ED%A0%80%FF",
    "/achievements?q=%E0%A4%A",
    "/achievements/00000000-0000-7000-8000-000000000000",
    "/achievements/1%27%20OR%201=1--",
    "/achievements/__proto__",
    "/organisations/constructor",
    "/achievements?__proto__[x]=1&constructor.prototype=1",
    "/achievements.data?_routes=__proto__",
    ...["/lots/9999999999999999999", "/lots/1e3/live/state", "/lots/-1/transcript.json"],
    ...["/tenders/0x10/receipt.json", "/challenges/%F0%9F%92%A9/feed.ics"],
    ...["/demo-checkout/__proto__", "/demo-checkout/"],
    "/__manifest?p=/desk&version=x",
    "/_root.data",
    "/desk.data",
  ];

  it.each(paths)("%s", async (path) => {
    const answer = await rawRequest(market.url, { path });
    expect(answer.status).toBeGreaterThan(0);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/root:x:|"scripts":|APP_SECRET|DATABASE_URL/);
  });

  it("addresses that are too long or too deep", async () => {
    const long = `/achievements?q=${encodeURIComponent("钠".repeat(1500))}`;
    for (const path of [long, `/${"a".repeat(60_000)}`]) {
      expect((await rawRequest(market.url, { path })).status).toBeLessThan(500);
    }
    const deep = `/${"a/".repeat(2000)}`;
    for (const path of [deep, `${deep}.data`, `/__manifest?p=${deep}&version=x`]) {
      expect((await rawRequest(market.url, { path })).status).toBe(404);
    }
    expect((await rawRequest(market.url, { path: "/health" })).status).toBe(200);
  });

  it.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])(
    "method %s",
    async (method) => {
      for (const path of ["/", "/sign-in", "/achievements", "/no/such/page", "/api/v1/regions"]) {
        const { status } = await rawRequest(market.url, { method, path });
        expect(status).toBeGreaterThan(0);
        expect(status).toBeLessThan(500);
      }
    },
  );

  it("refuses a header that is too long, and goes on", async () => {
    const headers = { cookie: `a=${"x".repeat(40_000)}` };
    const { status } = await rawRequest(market.url, { path: "/", headers });
    expect([0, 400, 431]).toContain(status);
    expect((await rawRequest(market.url, { path: "/health" })).status).toBe(200);
  });

  it("is not confused by cookies that somebody made up", async () => {
    const cookies = [
      "__Secure-market.session_token=x",
      "__Secure-market.session_token=%00%00; flash=%7B%7D; locale=%00",
      "flash=eyJ0b25lIjoic3VjY2VzcyJ9.forged; pending-contact=a.b",
      `__Secure-market.session_token=${"a".repeat(4000)}.${"b".repeat(44)}`,
      "=; ;;;==;",
      "locale=../../etc/passwd",
    ];
    for (const cookie of cookies) {
      const desk = await rawRequest(market.url, { path: "/desk", headers: { cookie } });
      expect(desk.status, cookie).toBe(302);
      const home = await rawRequest(market.url, { path: "/", headers: { cookie } });
      expect(home.status, cookie).toBe(200);
    }
  });

  const form = "application/x-www-form-urlencoded";
  const bodies: [string, string, string | Buffer][] = [
    ["no body", form, ""],
    ["a body of another type", "application/json", '{"identifier":{"$ne":null}}'],
    ["no type", "", "identifier=a"],
    ["a type that is none", "multipart/form-data", "--x"],
    [
      "a multipart form cut off",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="identifier"\r\n\r\nabc',
    ],
    [
      "a multipart form with binary",
      "multipart/form-data; boundary=x",
      Buffer.from([0, 255, 254, 13, 10]),
    ],
    ["broken percent signs", form, "identifier=%&password=%zz%00%FF"],
    ["names of the language", form, "__proto__=1&constructor=2&toString=3&identifier[__proto__]=1"],
    ["lists where one value belongs", form, "identifier=a&identifier=b&password[0]=c&password.x=d"],
    ["many fields", form, Array.from({ length: 20_000 }, (_, i) => `f${i}=1`).join("&")],
    ["deep names", form, `identifier${"[a]".repeat(5000)}=1`],
    ["a large index", form, "identifier[4294967295]=1&list[99999999]=1"],
    ["too much", form, `identifier=${"a".repeat(1_200_000)}`],
  ];

  it.each(bodies)("form with %s", async (_name, type, body) => {
    const paths = [
      "/sign-in",
      "/language",
      "/forgot-password",
      "/achievements",
      "/api/webhooks/stripe",
      "/demo-checkout/__proto__",
    ];
    for (const path of paths) {
      const headers = {
        ...(type ? { "content-type": type } : {}),
        "content-length": String(Buffer.byteLength(body)),
        "x-forwarded-for": elsewhere(),
      };
      const { status } = await rawRequest(market.url, { method: "POST", path, headers, body });
      expect(status, path).toBeGreaterThan(0);
      expect(status, path).toBeLessThan(500);
    }
  });
});

describe("guessing", () => {
  const guess = async (identifier: string, password: string, address = elsewhere()) => {
    const client = new HttpClient(market.url);
    const headers = { "x-forwarded-for": address };
    return client.post("/sign-in", { identifier, password }, headers);
  };

  it("locks an account, known or not, and tells neither apart", async () => {
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      known.push((await guess("hydraulics@demo.example", `wrong ${i} guess`)).status);
      unknown.push((await guess("nobody@demo.example", `wrong ${i} guess`)).status);
    }
    expect(known).toEqual([401, 401, 401, 401, 401, 429]);
    expect(unknown).toEqual(known);
    expect((await guess("hydraulics@demo.example", PASSWORD)).status).toBe(429);
  });

  it("does not let guesses at the same moment slip through", async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => guess("ruixi@demo.example", `wrong ${i} guess`)),
    );
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });

  it("slows down an address that goes on trying", async () => {
    const address = elsewhere();
    let last = await guess("a0@x.example", "some password", address);
    for (let i = 1; i <= SIGN_IN_LIMIT && last.status !== 429; i += 1) {
      last = await guess(`a${i}@x.example`, "some password", address);
    }
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await (await market.client()).get("/")).status).toBe(200);
  });
});

it("met nothing that it did not expect", () => {
  expect(market.failures()).toEqual([]);
});
