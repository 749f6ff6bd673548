import { normaliseText } from "./normalise";

/**
 * Headings and opening formulas that say nothing about the technology. Left in, they make two
 * listings look alike that share only a form: "需求内容：", "本发明公开了一种", "应用领域".
 */
const HEADINGS = [
  "技术需求(?:主要)?内容(?:包括|有|如下)?",
  "该技术需求内容包括",
  "现?技术需求(?:有)?",
  "需求(?:内容|描述|背景|参数|名称)?",
  "(?:项目|技术|成果|产品|企业|公司|基础)(?:简介|介绍|概况|概述)",
  "项目(?:详细用途|核心创新点|研究内容|背景)",
  "(?:应用|研究)领域(?:/方向)?",
  "应用(?:情况|范围|场景)(?:及存在的问题)?",
  "(?:课题|任务|项目)来源(?:与背景)?",
  "现有技术的?(?:问题|缺点)",
  "(?:该|本)?(?:成果|发明|技术)的(?:优点|优势|有益效果)(?:在于|是)?",
  "技术(?:难题|优势|要求|指标|特点|方案是|成熟度)",
  "(?:主要|具体)?(?:技术)?性能指标",
  "合作方式",
  "(?:资金|投资)?预算",
  "预期(?:效果|目标|效益说明)",
  "创见与创新",
  "历?年?获奖情况",
  "存在的?问题(?:包括)?",
  "摘要",
  "背景",
  "问题",
  "条件",
  "要求",
].join("|");

const HEADING = new RegExp(
  `(^|[。；;!！?？\\n"“|])\\s*(?:[（(]?[0-9一二三四五六七八九十①-⑩]{1,2}[)）、.．]?\\s*)?(?:${HEADINGS})\\s*[:：]`,
  "g",
);

const FORMULAS: readonly RegExp[] = [
  /(?:本|该)(?:发明|实用新型|申请|专利|项目|技术|成果)(?:还|具体)?(?:公开了?|涉及|提供了?|属于|提出了?)(?:一种|了)?/g,
  /(?:根据|如)权利要求[0-9一二三四五六七八九十至或\-—、,，]+(?:中?任[一意]项?)?所述的?/g,
  /其特征在于/g,
  /(?:现|特)?(?:寻求|寻找|需求)一种技术[，,]?(?:可以)?/g,
];

/** Removes form headings and patent formulas; what is left is about the subject. */
export function withoutBoilerplate(text: string): string {
  let rest = text.replace(HEADING, "$1");
  for (const formula of FORMULAS) rest = rest.replace(formula, " ");
  return rest;
}

/** Text as the index and the fallback search keep it: folded, without boilerplate, without repeated sentences. */
export function searchableText(parts: readonly string[], maxLength: number): string {
  const seen = new Set<string>();
  const kept: string[] = [];
  let length = 0;
  for (const part of parts) {
    for (const sentence of withoutBoilerplate(normaliseText(part)).split(/(?<=[。；;！？!?])/)) {
      const text = sentence.trim();
      if (text === "" || seen.has(text)) continue;
      seen.add(text);
      kept.push(text);
      length += text.length + 1;
      if (length >= maxLength) return kept.join(" ").slice(0, maxLength);
    }
  }
  return kept.join(" ");
}
