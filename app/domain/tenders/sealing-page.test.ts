import { afterEach, expect, it, vi } from "vitest";
import { makeHolderKey } from "./holder-key-rules.js";
import { makeSealingPage } from "./sealing-page.server";
import { openEnvelope, openShare } from "./sealing-rules.js";
import { parseEnvelope, tenderBidContentSchema } from "./tender-bid-schema";

const ROLES = ["BUYER", "MARKET", "NOTARY"] as const;
const TEXTS = {
  ...{ lang: "zh-CN", title: "密封 <投标>", lead: "l", noScript: "n", price: "p", priceHint: "h" },
  ...{ days: "d", answer: "a", statement: "s", attachments: "f", attachmentsHint: "h" },
  ...{ seal: "密封", sealing: "…", offlineDone: "done" },
  bad: { price: "bad price", answer: "bad answer" },
  errors: { other: "no cryptography" },
};

afterEach(() => vi.unstubAllGlobals());

async function makePage() {
  const keys = await Promise.all(ROLES.map(() => makeHolderKey()));
  const holders = ROLES.map((role, at) => {
    const key = keys[at];
    if (!key) throw new Error("no key");
    return { role, publicKey: key.publicKey, fingerprint: key.fingerprint };
  });
  const page = makeSealingPage({
    call: {
      tenderId: "01900000-0000-7000-8000-000000000001",
      organisationId: "01900000-0000-7000-8000-000000000002",
      rulesHash: "a".repeat(64),
      holders,
    },
    number: 7,
    criteria: [
      {
        id: "c3",
        title: "</script><b>",
        kind: "SCORE",
        weightBp: 10_000,
        maximum: 100,
        guidance: "",
      },
    ],
    ceilingFen: "200000",
    texts: TEXTS,
  });
  return { ...page, keys };
}

const between = (html: string, from: string, to: string) =>
  html.slice(html.indexOf(from) + from.length, html.indexOf(to, html.indexOf(from)));

it("carries its own policy, loads nothing, and lets no text become markup", async () => {
  const { html, policy } = await makePage();
  expect(policy).toContain("default-src 'none'");
  expect(html).not.toMatch(/<b>|<投标>/);
  expect(html).not.toMatch(/\b(src|href)=/);
  const script = between(html, '<script type="module">', "</script>");
  expect(script).not.toMatch(/^import /m);
  expect(html.match(/<\/script>/g)).toHaveLength(2);
});

it("seals by the same code, without the market", async () => {
  const { html, keys } = await makePage();
  const script = between(html, '<script type="module">', "</script>");
  const data = between(html, '<script type="application/json" id="data">', "</script>");
  const saved = new Map<string, string>();
  const pending: Promise<unknown>[] = [];
  const file = new File(["技术参数"], "参数.txt");
  const elements: Record<string, Record<string, unknown>> = {
    data: { textContent: data },
    price: { value: " 1,234.5 " },
    days: { value: "９０" },
    "answer-c3": { value: "采用膜法" },
    statement: { value: "承诺" },
    attachments: { files: [file] },
    answer: { hidden: true, textContent: "" },
    form: {
      addEventListener: (_: string, listen: (event: unknown) => void) => {
        elements.form = { ...elements.form, submit: () => listen({ preventDefault() {} }) };
      },
    },
  };
  let blob: Blob | undefined;
  vi.stubGlobal("document", {
    getElementById: (id: string) => elements[id] ?? null,
    createElement: () => {
      const link = {
        download: "",
        click() {
          const name = link.download;
          if (blob) pending.push(blob.text().then((text) => saved.set(name, text)));
        },
      };
      return link;
    },
  });
  vi.stubGlobal("URL", {
    createObjectURL: (made: Blob) => {
      blob = made;
      return "blob:x";
    },
    revokeObjectURL: () => undefined,
  });
  await import(`data:text/javascript;base64,${Buffer.from(script).toString("base64")}`);
  const submit = elements.form?.submit as () => void;
  submit();
  await vi.waitFor(() => expect(elements.answer?.textContent).toBe("done"));
  await Promise.all(pending);

  const envelope = parseEnvelope(saved.get("tender-7-sealed-bid.json") ?? "");
  if (!envelope) throw new Error("no envelope");
  const shares = await Promise.all(
    [0, 2].map((at) => {
      const key = keys[at];
      const sealed = envelope.shares[at];
      if (!key || !sealed) throw new Error("no share");
      return openShare(envelope, sealed, key.privateKey);
    }),
  );
  const { content } = await openEnvelope(envelope, shares);
  const read = tenderBidContentSchema.parse(content);
  expect(read).toMatchObject({ priceFen: "123450", durationDays: 90, statement: "承诺" });
  expect(Buffer.from(read.attachments[0]?.data ?? "", "base64url").toString()).toBe("技术参数");
  expect(JSON.parse(saved.get("tender-7-own-copy.json") ?? "{}")).toMatchObject({ content });

  elements.price = { value: "0" };
  submit();
  await vi.waitFor(() => expect(elements.answer?.textContent).toBe("bad price"));
});
