import { deflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { withDemoMarket } from "../../setup/demo-market.ts";
import type { HttpClient } from "../../setup/http-client.ts";

const PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const SVG = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`;
const HTML = "<!doctype html><script>alert(1)</script>";
const EXE = Buffer.concat([Buffer.from("MZ\x90\x00\x03"), Buffer.alloc(512, 0x90)]);
const MB = 1024 * 1024;

/** The market's jobs write files of their own meanwhile. */
const OWN = { uploadedBy: { email: "researcher@demo.example" } };

describe("files that are not what they say", () => {
  const market = withDemoMarket();
  let researcher: HttpClient;
  let draft = "";

  beforeAll(async () => {
    researcher = await market.client("researcher");
    const { location } = await researcher.post("/desk/achievements/new", {
      organisationId: await organisationId(),
    });
    draft = /[0-9a-f-]{36}/.exec(location ?? "")?.[0] ?? "";
    expect(draft).not.toBe("");
  });

  async function organisationId(): Promise<string> {
    const { organisationId } = await market.db.membership.findFirstOrThrow({
      where: { user: { email: "researcher@demo.example" }, endedAt: null },
    });
    return organisationId;
  }

  function attach(role: string, name: string, content: string | Buffer) {
    const form = new FormData();
    form.set("role", role);
    form.set("caption", "说明");
    form.set("visibility", "PUBLIC");
    form.set("file", new Blob([content as BlobPart]), name);
    return researcher.post(`/desk/achievements/${draft}/edit?step=files`, form);
  }

  const disguised: [string, string, string, string | Buffer][] = [
    ["a program as a PDF", "ATTACHMENT", "report.pdf", EXE],
    ["a program", "ATTACHMENT", "setup.exe", EXE],
    ["a page as a PDF", "ATTACHMENT", "report.pdf", HTML],
    ["a page", "ATTACHMENT", "page.html", HTML],
    ["a drawing with a script", "PICTURE", "logo.svg", SVG],
    ["a drawing with a script as a picture", "PICTURE", "logo.png", SVG],
    ["a page as a picture", "PICTURE", "photo.jpg", HTML],
    ["a picture under another name", "PICTURE", "photo.jpg", PNG],
    ["two endings", "ATTACHMENT", "report.pdf.exe", PDF],
    ["an ending behind a NUL", "ATTACHMENT", "report.exe\u0000.pdf", EXE],
    ["an empty file", "ATTACHMENT", "empty.pdf", ""],
    ["a role that is none", "SECRET", "report.pdf", PDF],
  ];

  it.each(disguised)("%s is refused", async (_, role, name, content) => {
    const before = await market.db.storedFile.count({ where: OWN });
    const answer = await attach(role, name, content);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await market.db.storedFile.count({ where: OWN })).toBe(before);
  });

  it("a file that is too large is refused before it is kept", async () => {
    const answer = await attach(
      "ATTACHMENT",
      "big.pdf",
      Buffer.concat([Buffer.from(PDF), Buffer.alloc(21 * MB)]),
    );
    expect(answer.status).toBe(413);
    const lied = await researcher.send(
      "POST",
      `/desk/achievements/${draft}/edit?step=files`,
      "--b\r\nContent-Disposition: form-data; name=file; filename=x.pdf\r\n\r\nshort",
      { "content-type": "multipart/form-data; boundary=b", "sec-fetch-site": "same-origin" },
    );
    expect(lied.status).toBeGreaterThanOrEqual(400);
    expect(lied.status).toBeLessThan(500);
  });

  it.each([
    "../../../../tmp/evil.pdf",
    "..\\..\\evil.pdf",
    "C:\\windows\\evil.pdf",
    "/etc/cron.d/evil.pdf",
    `${"长".repeat(400)}.pdf`,
    `a"; filename="b.exe.pdf`,
    "\u202efdp.evil.pdf",
    "𬭎𠮷😀.pdf",
    "a\r\nset-cookie: x=y.pdf",
  ])("the name %j leads nowhere", async (name) => {
    const answer = await attach("ATTACHMENT", name, PDF);
    expect(answer.status).toBeLessThan(500);
    const file = await market.db.storedFile.findFirst({
      where: OWN,
      orderBy: { createdAt: "desc" },
    });
    expect(file?.name ?? "").not.toMatch(/[/\\\r\n"\u202e]/);
    expect(file?.storageKey ?? "").toMatch(/^[\w./-]+$/);
    expect(file?.storageKey ?? "").not.toContain("..");
    if (!file) return;
    const download = await researcher.get(`/files/${file.id}`);
    expect(download.status).toBe(200);
    expect(download.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(download.headers.get("x-content-type-options")).toMatch(/^nosniff/);
    expect(download.headers.get("content-security-policy")).toContain("sandbox");
    expect(download.headers.get("set-cookie")).toBeNull();
  });

  it("a file of a draft is nobody else's", async () => {
    const file = await market.db.storedFile.findFirstOrThrow({
      where: OWN,
      orderBy: { createdAt: "desc" },
    });
    for (const other of [undefined, "firm", "broker"]) {
      const { status } = await (await market.client(other)).get(`/files/${file.id}`);
      expect([403, 404]).toContain(status);
    }
  });

  it("somebody else's file cannot be taken out of a listing", async () => {
    const mine = await market.db.listingFile.findFirstOrThrow({ where: { achievementId: draft } });
    const firm = await market.client("firm");
    const answer = await firm.post(`/desk/achievements/${draft}/edit?step=files`, {
      intent: "removeFile",
      listingFileId: mine.id,
    });
    expect([403, 404]).toContain(answer.status);
    expect(await market.db.listingFile.count({ where: { id: mine.id } })).toBe(1);
  });

  it("a stranger's file for a room, a payment or a registration is not read", async () => {
    const { id } = await market.db.deal.findFirstOrThrow({ orderBy: { number: "asc" } });
    const payment = await market.db.instalment.findFirstOrThrow({ select: { id: true } });
    const registration = await market.db.registration.findFirstOrThrow({ select: { id: true } });
    const stranger = await market.client("operator");
    for (const address of [
      `/desk/deals/${id}?index`,
      `/desk/deals/${id}/messages`,
      `/desk/deals/${id}/performance`,
      `/desk/instalments/${payment.id}`,
      `/desk/registrations/${registration.id}/documents`,
    ]) {
      const form = new FormData();
      form.set("clientKey", id);
      form.set("file", new Blob([Buffer.alloc(21 * MB)]), "big.pdf");
      // Somebody who takes part would be told that it is too large.
      expect((await stranger.post(address, form)).status, address).toBe(404);
    }
    expect((await stranger.get("/health")).status).toBe(200);
  });

  it("an organisation document is checked like every file", async () => {
    const university = await market.client("university");
    const before = await market.db.organisationDocument.count();
    const files: [string, string | Buffer][] = [
      ["a.pdf", EXE],
      ["a.svg", SVG],
      ["a.pdf", HTML],
      ["a.exe", PDF],
    ];
    for (const [name, content] of files) {
      const form = new FormData();
      form.set("purpose", "LICENCE");
      form.set("file", new Blob([content as BlobPart]), name);
      const { status } = await university.post("/desk/organisation/documents", form);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    expect(await market.db.organisationDocument.count()).toBe(before);
  });

  it("a workbook that would fill the memory ends as a failed import", async () => {
    const firm = await market.client("operator");
    const organisation = await organisationId();
    const bombs: [string, Buffer][] = [
      ["bomb.xlsx", workbookBomb(400 * MB)],
      ["broken.xlsx", Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(100, 1)])],
      ["text.xlsx", Buffer.from("编号,名称\n1,x\n")],
      ["binary.csv", EXE],
      ["entities.jsonl", Buffer.from(`{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}\n`)],
      ["open.csv", Buffer.from(`"${"a".repeat(2 * MB)}`)],
    ];
    for (const [name, content] of bombs) {
      const form = new FormData();
      for (const [key, value] of Object.entries({
        kind: "ACHIEVEMENT",
        organisationId: organisation,
      })) {
        form.set(key, value);
      }
      form.set("source", name);
      form.set("file", new Blob([content as BlobPart]), name);
      const answer = await firm.post("/desk/imports/new", form);
      expect(answer.status, name).toBeLessThan(500);
      if (answer.location) expect((await firm.get(answer.location)).status, name).toBeLessThan(500);
    }
    expect((await firm.get("/health")).status).toBe(200);
  });

  it("an export holds no formula", async () => {
    const texts = [
      '=HYPERLINK("http://evil.example")',
      "+1+cmd|' /C calc'!A0",
      "-2+3",
      "@SUM(A1)",
      "\t=1+1",
    ];
    const organisation = await organisationId();
    const { id: createdById } = await market.db.user.findFirstOrThrow({
      where: { email: "researcher@demo.example" },
    });
    for (const title of texts) {
      const { location } = await researcher.post("/desk/achievements/new", {
        organisationId: organisation,
      });
      const id = /[0-9a-f-]{36}/.exec(location ?? "")?.[0] ?? "";
      await market.db.achievement.update({
        where: { id, createdById },
        data: { title, summary: title },
      });
    }
    const query = new URLSearchParams({ kind: "achievement", scope: "own", organisation });
    const { text, status } = await researcher.get(`/desk/exports/download?${query}&format=csv`);
    expect(status).toBe(200);
    expect(text).toContain("evil.example");
    const cells = text
      .replace(/^\uFEFF/, "")
      .split(/\r?\n/)
      .flatMap((line) => line.match(/"(?:[^"]|"")*"|[^,]+/g) ?? []);
    expect(cells.filter((cell) => /^"?[\t\r]?[=+@-]/.test(cell) && !/^"?-?\d/.test(cell))).toEqual(
      [],
    );
    const other = await (await market.client("firm")).get(
      `/desk/exports/download?${query}&format=csv`,
    );
    expect(other.status).toBe(403);
  });

  it("left no failure in the log", () => {
    expect(market.failures()).toEqual([]);
  });
});

/** A small ZIP whose sheet unpacks to `size` bytes of spaces. */
function workbookBomb(size: number): Buffer {
  const sheet = Buffer.concat([Buffer.from("<worksheet><sheetData>"), Buffer.alloc(size, 32)]);
  return zip([
    [
      "[Content_Types].xml",
      Buffer.from(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`),
    ],
    [
      "xl/workbook.xml",
      Buffer.from(
        `<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    ],
    ["xl/worksheets/sheet1.xml", sheet],
  ]);
}

/** Local headers, data, directory; checksums are left out, which readers of a bomb never reach. */
function zip(entries: [string, Buffer][]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const packed = deflateRawSync(content, { level: 9 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), head, tail, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, list, Buffer.from("PK\u0005\u0006"), end]);
}
