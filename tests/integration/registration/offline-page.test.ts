import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { getSealKey } from "~/domain/shared/seal-key.server";
import { offlineVerifier } from "~/http/offline-verifier.server";
import { useTestDb } from "../../setup/database";

const t = useTestDb("file");

describe("the stand-alone verifier", () => {
  it("is one file that refers to nothing, with the keys in it and a policy that lets nothing out", async () => {
    const key = await getSealKey("CERTIFICATE", t.db);
    const { html, sha256, policy } = await offlineVerifier();
    expect(createHash("sha256").update(html).digest("hex")).toBe(sha256);
    expect(html).toContain(key.fingerprint);
    expect(html).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)=/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|connect-src|https?:/);
    expect(html).toContain("max-width: 44rem");
    const scripts = [...html.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)];
    expect(scripts).toHaveLength(2);
    for (const [, script = ""] of scripts) {
      expect(policy).toContain(createHash("sha256").update(script).digest("base64"));
      expect(script).not.toMatch(/^import /m);
    }
    // The same keys give the same bytes, so that its hash can be published.
    expect((await offlineVerifier()).sha256).toBe(sha256);
  });
});
