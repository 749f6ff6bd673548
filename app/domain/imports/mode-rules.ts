/** Phrases by cooperation mode. Longer phrases stand first: "许可转让" is a licence, not an assignment. */
const PHRASES: readonly (readonly [string, string])[] = [
  ["专利实施许可", "LICENCE"],
  ["许可转让", "LICENCE"],
  ["许可使用", "LICENCE"],
  ["实施许可", "LICENCE"],
  ["技术许可", "LICENCE"],
  ["专利许可", "LICENCE"],
  ["独占许可", "LICENCE"],
  ["排他许可", "LICENCE"],
  ["普通许可", "LICENCE"],
  ["开放许可", "LICENCE"],
  ["许可", "LICENCE"],
  ["licence", "LICENCE"],
  ["license", "LICENCE"],
  ["licensing", "LICENCE"],
  ["技术作价入股", "EQUITY"],
  ["作价入股", "EQUITY"],
  ["作价投资", "EQUITY"],
  ["技术入股", "EQUITY"],
  ["股权合作", "EQUITY"],
  ["创办企业", "EQUITY"],
  ["入股", "EQUITY"],
  ["equity", "EQUITY"],
  ["委托研发", "COMMISSIONED_DEVELOPMENT"],
  ["委托开发", "COMMISSIONED_DEVELOPMENT"],
  ["技术开发", "COMMISSIONED_DEVELOPMENT"],
  ["commissioned development", "COMMISSIONED_DEVELOPMENT"],
  ["合作研发", "COOPERATIVE_DEVELOPMENT"],
  ["合作开发", "COOPERATIVE_DEVELOPMENT"],
  ["联合开发", "COOPERATIVE_DEVELOPMENT"],
  ["联合攻关", "COOPERATIVE_DEVELOPMENT"],
  ["产学研合作", "COOPERATIVE_DEVELOPMENT"],
  ["cooperative development", "COOPERATIVE_DEVELOPMENT"],
  ["技术咨询", "CONSULTING"],
  ["consulting", "CONSULTING"],
  ["技术服务", "SERVICE"],
  ["service", "SERVICE"],
  ["完全转让", "ASSIGNMENT"],
  ["技术转让", "ASSIGNMENT"],
  ["专利转让", "ASSIGNMENT"],
  ["整体转让", "ASSIGNMENT"],
  ["转让", "ASSIGNMENT"],
  ["assignment", "ASSIGNMENT"],
  ["合作生产", "OTHER"],
  ["不限", "OTHER"],
  ["其他", "OTHER"],
  ["其它", "OTHER"],
  ["other", "OTHER"],
];

const LICENCES: readonly (readonly [RegExp, string])[] = [
  [/独占/, "EXCLUSIVE"],
  [/排他/, "SOLE"],
  [/普通(实施)?许可/, "NON_EXCLUSIVE"],
  [/开放许可/, "OPEN"],
];

/**
 * Cooperation modes in a portal's words, with or without separators between them
 * ("完全转让许可转让技术入股", "技术转让,委托开发").
 * @returns the codes in the order of the text, and what was not understood
 */
export function readModes(text: string): {
  modes: string[];
  licenceKinds: string[];
  unread: string;
} {
  let rest = text.normalize("NFKC").toLowerCase();
  const found: { code: string; at: number }[] = [];
  for (const [phrase, code] of PHRASES) {
    for (let at = rest.indexOf(phrase); at >= 0; at = rest.indexOf(phrase)) {
      found.push({ code, at });
      // Blanks keep the positions of what follows.
      rest = rest.slice(0, at) + " ".repeat(phrase.length) + rest.slice(at + phrase.length);
    }
  }
  found.sort((a, b) => a.at - b.at);
  const codes = text
    .toUpperCase()
    .split(/[\s,;|、，；]+/)
    .filter((word) => /^[A-Z]+_[A-Z_]+$/.test(word));
  const known = codes.filter((code) => PHRASES.some(([, one]) => one === code));
  for (const code of known) rest = rest.replace(code.toLowerCase(), " ");
  return {
    modes: [...new Set([...found.map((one) => one.code), ...known])],
    licenceKinds: LICENCES.filter(([pattern]) => pattern.test(text)).map(([, code]) => code),
    unread: rest.replace(/[\s,;|/、，；。.()（）和及或与]+/g, ""),
  };
}
