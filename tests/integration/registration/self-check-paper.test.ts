import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { makeSelfCheckPdf } from "~/domain/registration/make-self-check-pdf.server";
import {
  RECOGNITION_CHECKS,
  RECOGNITION_RULES_VERSION,
} from "~/domain/registration/recognition-rules";
import { selfCheckSchema } from "~/domain/registration/self-check-schema";
import { useTestClock } from "~/domain/shared/clock";
import { getFixedT } from "~/i18n/i18next.server";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
let testClock: ReturnType<typeof useTestClock> | undefined;
afterEach(() => {
  testClock?.restore();
  testClock = undefined;
});

const SERVICE = selfCheckSchema.parse({
  category: "51",
  total: "100000",
  technical: "90000",
  signedOn: "2026-11-01",
  present: ["text", "names"],
});

function readerOf(locale: "zh-CN" | "en", origin = "203.0.113.20") {
  const request = new Request("http://market.test/", { headers: { "accept-language": locale } });
  return { locale, t: getFixedT(request, "registration"), author: "科技大市场", origin };
}

/** The text of a PDF by a tool of its own; null where the machine has none. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return execFileSync("pdftotext", ["-", "-"], { input: bytes, encoding: "utf8" });
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return null;
    throw error;
  }
}

describe("the self-check as a paper", () => {
  it("has date, version and every check, and says on each page that it is no certificate", async () => {
    testClock = useTestClock(new Date("2026-11-23T02:00:00Z"));
    const { on, bytes } = await makeSelfCheckPdf(SERVICE, readerOf("zh-CN"), t.db);
    expect(on).toBe("2026-11-23");
    expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe("%PDF-");
    const read = textOf(bytes);
    if (read === null) return;
    const pages = read.split("\f").filter((page) => page.trim() !== "");
    const text = pages.join("").replace(/\s/g, "");
    expect(text).toContain("技术合同登记前自查表");
    expect(text).toContain(`检查日期2026-11-23，规则版本${RECOGNITION_RULES_VERSION}`);
    expect(text).toContain("不是技术合同认定登记证明");
    expect(text).toContain("分项合计不等于合同总额");
    expect(text).toContain("10万元");
    for (const page of pages) {
      expect(page.replace(/\s/g, "")).toContain("自查表，不是登记证明");
    }
    for (const { id } of RECOGNITION_CHECKS) expect(text).toContain(id);
  });

  it("is in the reader's language, and the same for the same form on the same day", async () => {
    testClock = useTestClock(new Date("2026-11-23T02:00:00Z"));
    const [one, two] = await Promise.all([
      makeSelfCheckPdf(SERVICE, readerOf("en"), t.db),
      makeSelfCheckPdf(SERVICE, readerOf("en"), t.db),
    ]);
    expect(Buffer.compare(Buffer.from(one.bytes), Buffer.from(two.bytes))).toBe(0);
    const read = textOf(one.bytes);
    if (read !== null) expect(read).toContain("Not a certificate");
  });

  it("is not made without end for one address", async () => {
    await t.db.rateLimit.deleteMany();
    testClock = useTestClock(new Date("2026-11-23T02:00:00Z"));
    const reader = readerOf("zh-CN", "203.0.113.21");
    for (let at = 0; at < 30; at += 1) await makeSelfCheckPdf(SERVICE, reader, t.db);
    await expect(makeSelfCheckPdf(SERVICE, reader, t.db)).rejects.toMatchObject({ status: 429 });
    await makeSelfCheckPdf(SERVICE, readerOf("zh-CN", "203.0.113.22"), t.db);
  });
});
