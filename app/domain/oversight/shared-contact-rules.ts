import { type Finding, type FlagReason, finding, pairsOf, type TradeParty } from "./flag-rules";

/** Mail houses that anybody uses: to share one of them says nothing. */
const PUBLIC_MAIL = new Set(
  [
    "qq.com foxmail.com vip.qq.com 163.com 126.com yeah.net vip.163.com 188.com sina.com sina.cn",
    "sohu.com aliyun.com 139.com 189.cn wo.cn tom.com 21cn.com",
    "gmail.com outlook.com hotmail.com live.com yahoo.com yahoo.cn icloud.com me.com proton.me",
  ]
    .join(" ")
    .split(" "),
);

/** Names that are nobody's, kept for examples and tests (RFC 2606). */
const RESERVED = /(^|\.)(example|test|invalid|localhost)$/;

function privateDomain(mail: string): string {
  const domain = mail.split("@").at(-1)?.trim().toLowerCase() ?? "";
  if (RESERVED.test(domain)) return "";
  return domain.includes(".") && !PUBLIC_MAIL.has(domain) ? domain : "";
}

function plainPhone(phone: string): string {
  const digits = phone
    .normalize("NFKC")
    .replace(/\D/g, "")
    .replace(/^86(?=1\d{10}$)/, "");
  return digits.length >= 7 ? digits : "";
}

/** Without spaces and punctuation; what is too short names a street or a city at most. */
function plainAddress(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s,，.。;；、()（）-]/g, "")
    .toLowerCase();
  return plain.length >= 10 ? plain : "";
}

function plainSite(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/\/.*$/, "");
}

/** Loopback and private ranges are everybody's. */
function publicNetwork(address: string): string {
  const plain = address.replace(/^::ffff:/, "").trim();
  const isPrivate =
    /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(
      plain,
    ) || /^(::1$|f[cd]|fe80)/i.test(plain);
  return isPrivate ? "" : plain;
}

type Kind = {
  reason: FlagReason;
  of: (party: TradeParty) => readonly string[];
  plain: (text: string) => string;
};

const KINDS: readonly Kind[] = [
  { reason: "samePhone", of: (one) => one.phones, plain: plainPhone },
  { reason: "sameMailDomain", of: (one) => one.mails, plain: privateDomain },
  { reason: "sameAddress", of: (one) => (one.address ? [one.address] : []), plain: plainAddress },
  { reason: "sameWebsite", of: (one) => (one.website ? [one.website] : []), plain: plainSite },
  { reason: "sameNetwork", of: (one) => one.networks, plain: publicNetwork },
];

/** Two parties of one case that are reached in the same way. */
export function findSharedContacts(parties: readonly TradeParty[]): Finding[] {
  return pairsOf(parties).flatMap(([one, other]) =>
    KINDS.flatMap(({ reason, of, plain }) => {
      const own = new Set(of(one).map(plain).filter(Boolean));
      const shared = [...new Set(of(other).map(plain))].filter((text) => own.has(text));
      const value = shared[0];
      if (value === undefined) return [];
      return finding(
        "SHARED_CONTACT",
        reason,
        [one.organisationId, other.organisationId],
        { value },
        [
          { ...one.row, text: `${one.name}：${value}` },
          { ...other.row, text: `${other.name}：${value}` },
        ],
      );
    }),
  );
}
