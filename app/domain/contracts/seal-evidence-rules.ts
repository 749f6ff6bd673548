import type { PdfBlock, PdfDocumentInput } from "~/platform/pdf-blocks";
import { AGREEMENT_VERSION, agreementParagraphs } from "./sign-agreement-rules";

export type EvidenceSigner = {
  sort: number;
  side: string;
  organisation: string;
  uscc: string | null;
  name: string;
  capacity: string;
  realNameLevel: number;
  factor: string;
  signedAt: Date;
  ipAddress: string;
  userAgent: string;
  documentSha256: string;
  agreementHash: string;
  auditSequence: string;
  auditHash: string;
};

export type EvidenceFacts = {
  title: string;
  number: string;
  documentSha256: string;
  documentBytes: number;
  documentPages: number;
  finalAt: Date;
  signers: readonly EvidenceSigner[];
  sealName: string;
  sealFingerprint: string;
  /** Address of the page that checks documents, with this document's hash. */
  verifyUrl: string;
  madeAt: Date;
};

const SIDES: Record<string, string> = {
  SUPPLY: "技术提供方",
  DEMAND: "技术需求方",
  BROKER: "中介方",
};
const CAPACITY: Record<string, string> = {
  LEGAL_REPRESENTATIVE: "法定代表人（负责人）",
  AGENT: "经单位授权的签署人",
};
const FACTORS: Record<string, string> = {
  TOTP: "登录密码 + 动态口令",
  MAIL_CODE: "登录密码 + 邮箱一次性验证码",
  SMS_CODE: "登录密码 + 短信一次性验证码",
};
const LEVELS: Record<number, string> = {
  2: "L2 身份证件已由市场核对",
  3: "L3 已由权威机构核验",
};

/** 2026-11-22 16:05:09 (UTC+8): the wall clock of the parties, its distance from UTC named. */
export function evidenceTime(at: Date): string {
  const shifted = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 19)} (UTC+8)`;
}

/** Two lines of four groups, so that an eye can compare. */
const groups = (hash: string) =>
  (hash.match(/.{32}/g) ?? [hash])
    .map((half) => (half.match(/.{8}/g) ?? [half]).join(" "))
    .join("\n");

function signerBlocks(signer: EvidenceSigner, at: number): PdfBlock {
  const row = (label: string, value: string) => ({ label, value });
  return {
    kind: "together",
    blocks: [
      { kind: "heading", level: 2, text: `${at + 1}. ${SIDES[signer.side] ?? signer.side}` },
      {
        kind: "keyValue",
        rows: [
          row("单位", signer.organisation),
          row("统一社会信用代码", signer.uscc ?? "—"),
          row("签署人", `${signer.name}　${CAPACITY[signer.capacity] ?? signer.capacity}`),
          row("实名核验", LEVELS[signer.realNameLevel] ?? `L${signer.realNameLevel}`),
          row("签署时间", evidenceTime(signer.signedAt)),
          row("验证方式", FACTORS[signer.factor] ?? signer.factor),
          row("网络地址", signer.ipAddress),
          row("终端", signer.userAgent),
          row("签署的文件指纹", groups(signer.documentSha256)),
          row("同意的签署约定指纹", groups(signer.agreementHash)),
          row("记录链序号", signer.auditSequence),
          row("记录链指纹", groups(signer.auditHash)),
        ],
      },
    ],
  };
}

/** What the signatures are, and what they are not, in plain words. */
const LEGAL_WEIGHT =
  "本文件的签名是各方依《中华人民共和国电子签名法》第十三条第二款约定条件的电子签名，各方在签署前已逐一确认上述签署约定。符合约定条件的电子签名与手写签名或者盖章具有同等的法律效力（第十四条），是否可靠最终由人民法院或者仲裁机构依证据认定。本文件没有使用依法设立的电子认证服务提供者签发的签名证书，平台的数字印章只证明文件自封存起未被改动，不代替任何一方的签名或者印章。法律要求以其他形式订立或者须经登记、批准生效的，从其规定。";

/** The evidence pages that go under the seal. The same facts give the same pages. */
export function evidenceDocument(facts: EvidenceFacts): PdfDocumentInput {
  return {
    title: `签署证据 ${facts.number}`,
    author: "科技大市场",
    subject: facts.title,
    language: "zh-CN",
    createdAt: facts.madeAt,
    header: { left: "签署证据页", right: facts.number },
    blocks: [
      { kind: "title", text: "签署证据", subtitle: facts.title },
      {
        kind: "keyValue",
        rows: [
          { label: "文件编号", value: facts.number },
          { label: "文件指纹（SHA-256）", value: groups(facts.documentSha256) },
          {
            label: "文件范围",
            value: `本 PDF 的前 ${facts.documentBytes} 个字节，共 ${facts.documentPages} 页；证据页和印章附加在其后，未改动任何已有字节`,
          },
          { label: "定稿时间", value: evidenceTime(facts.finalAt) },
          { label: "封存时间", value: evidenceTime(facts.madeAt) },
          { label: "印章", value: `${facts.sealName}\n${groups(facts.sealFingerprint)}` },
        ],
      },
      {
        kind: "qr",
        content: facts.verifyUrl,
        alt: "核验本文件的网址",
        text: `核验：扫描二维码，或打开 ${facts.verifyUrl.split("?")[0]} 上传本文件。不依赖本平台的核验：取文件的前 ${facts.documentBytes} 个字节计算 SHA-256，应与上面的指纹一致；印章可用 pdfsig 或 Adobe Acrobat 验证。`,
      },
      { kind: "note", heading: "法律效力说明", text: LEGAL_WEIGHT },
      { kind: "heading", text: "签署人（按签署顺序）" },
      ...facts.signers.map(signerBlocks),
      { kind: "heading", text: `签署约定（版本 ${AGREEMENT_VERSION}）` },
      ...agreementParagraphs(facts.documentSha256).map(
        (text): PdfBlock => ({ kind: "paragraph", text, indent: true }),
      ),
    ],
  };
}
