/** Words that portals use for maturity, with the readiness level they stand for; the first that occurs wins. */
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/(?<!可|可以|能)(产业化|规模化|大?批量生产|大批量|推广应用)(?!前)|mass production/i, 9],
  [/量产|可.*产业化|批量|定型|已(有|成)产品|投产/, 8],
  [/工程(化|示范)|示范(应用|线|工程)?|试用|试生产|demonstration/i, 7],
  [/中试|正样|pilot/i, 6],
  [/样品|样机|初样|原型|prototype|sample/i, 5],
  [/小试|实验室|试验阶段|lab/i, 4],
  [/概念验证|功能验证|正?在?研(发|究|制)|研究阶段|under development/i, 3],
  [/方案|构想|设想|concept/i, 2],
  [/原理|理论|principle/i, 1],
];

/**
 * Technology readiness level 1–9 of a portal's words: "TRL 6", "6级", "通过中试", "已有样品".
 * Words are weaker than a declared level, so they name the lowest level that fits them.
 * @returns null if the text says nothing about maturity
 */
export function readMaturity(text: string): number | null {
  const clean = text.normalize("NFKC").trim();
  if (!clean) return null;
  const number = /^(?:TRL|技术就绪(?:度|水平)|第)?[\s\-:]*([1-9])(?:\s*级|\.0)?$/i.exec(clean);
  if (number) return Number(number[1]);
  const inside = /TRL[\s\-:]*([1-9])(?!\d)/i.exec(clean);
  if (inside) return Number(inside[1]);
  return WORDS.find(([pattern]) => pattern.test(clean))?.[1] ?? null;
}
