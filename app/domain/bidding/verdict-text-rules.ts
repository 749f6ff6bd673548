import type { TranscriptCheck, Verdict } from "./verify-transcript-rules";

/** Texts of the stand-alone verifier, which has no catalogue with it. */
type Words = {
  title: string;
  valid: string;
  invalid: string;
  at: (sequence: number) => string;
  failed: Record<TranscriptCheck, string>;
  lot: (number: number) => string;
  counted: (events: number, bids: number, extensions: number) => string;
  won: (bidder: number, name: string, yuan: string, isPreemptive: boolean) => string;
  unsold: Record<"no_bid" | "below_reserve" | "VOID", string>;
  key: (fingerprint: string) => string;
  keyKnown: Record<"yes" | "no" | "unasked", string>;
};

export const VERDICT_WORDS: Record<"zh-CN" | "en", Words> = {
  "zh-CN": {
    title: "网络竞价记录核验",
    valid: "核验通过：记录完整、未被改动，结果与规则一致。",
    invalid: "核验不通过：",
    at: (sequence) => `（第 ${sequence} 条）`,
    failed: {
      form: "文件不是规定格式的竞价记录，或字节被改动。",
      chain: "记录被改动、调换、删去或添加。",
      signature: "签名与记录不符。",
      rules: "竞价规则与其公布的摘要不符。",
      commitments: "公开的金额或名称与事先的承诺不符。",
      replay: "按规则重新推演，结果与记录不一致。",
      result: "记录没有结果。",
    },
    lot: (number) => `标的编号：${number}`,
    counted: (events, bids, extensions) =>
      `共 ${events} 条记录，有效报价 ${bids} 次，延时 ${extensions} 次。`,
    won: (bidder, name, yuan, isPreemptive) =>
      `竞得人：竞买人 ${bidder}（${name}），价格 ${yuan} 元${isPreemptive ? "，行使优先购买权" : ""}。`,
    unsold: {
      no_bid: "结果：无人报价，未成交。",
      below_reserve: "结果：未达到保留价，未成交。",
      VOID: "结果：本场竞价作废。",
    },
    key: (fingerprint) => `签名证书指纹：${fingerprint}`,
    keyKnown: {
      yes: "该签名密钥在本核验工具所附的市场密钥之列。",
      no: "警告：该签名密钥不在本核验工具所附的市场密钥之列，请向市场核对指纹。",
      unasked: "本核验工具未附市场密钥，请向市场核对上述指纹。",
    },
  },
  en: {
    title: "Check of a bidding transcript",
    valid: "Verified: the record is whole and unchanged, and its result follows from its rules.",
    invalid: "Refused: ",
    at: (sequence) => ` (event ${sequence})`,
    failed: {
      form: "the file is no transcript, or a byte of it was changed.",
      chain: "an event was changed, moved, removed or added.",
      signature: "the signature does not belong to the record.",
      rules: "the rules are not those whose hash was announced.",
      commitments: "an opened amount or name is not what was committed to.",
      replay: "running the engine again gives another record.",
      result: "the record has no result.",
    },
    lot: (number) => `Lot number: ${number}`,
    counted: (events, bids, extensions) =>
      `${events} events, ${bids} accepted bids, ${extensions} extensions.`,
    won: (bidder, name, yuan, isPreemptive) =>
      `Winner: bidder ${bidder} (${name}) at CNY ${yuan}${isPreemptive ? ", by pre-emptive right" : ""}.`,
    unsold: {
      no_bid: "Result: no bid, not sold.",
      below_reserve: "Result: below the reserve, not sold.",
      VOID: "Result: the run was declared void.",
    },
    key: (fingerprint) => `Fingerprint of the signing certificate: ${fingerprint}`,
    keyKnown: {
      yes: "The signing key is one of the market's keys that came with this verifier.",
      no: "Warning: the signing key is none of the market's keys that came with this verifier; compare the fingerprint.",
      unasked: "No keys came with this verifier: compare the fingerprint with the market's.",
    },
  },
};

/** A verdict in words, one line after the other; the first says it all. */
export function verdictLines(verdict: Verdict, locale: "zh-CN" | "en"): string[] {
  const words = VERDICT_WORDS[locale];
  if (!verdict.isValid) {
    const place = verdict.sequence === null ? "" : words.at(verdict.sequence);
    return [`${words.invalid}${words.failed[verdict.failed]}${place}`];
  }
  const { result, winner, events, bids, extensions, fingerprint, isKnownKey } = verdict;
  const asked = isKnownKey === null ? "unasked" : isKnownKey ? "yes" : "no";
  return [
    words.valid,
    words.lot(verdict.lotNumber),
    words.counted(events, bids, extensions),
    result.outcome === "WON"
      ? words.won(result.bidder, winner ?? "", yuanText(result.amountFen), result.isPreemptive)
      : words.unsold[result.outcome === "VOID" ? "VOID" : result.reason],
    words.key(fingerprint),
    words.keyKnown[asked],
  ];
}

/** Fen as yuan with thousands separators and two decimals. */
function yuanText(fen: string): string {
  const digits = fen.padStart(3, "0");
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${yuan}.${digits.slice(-2)}`;
}
