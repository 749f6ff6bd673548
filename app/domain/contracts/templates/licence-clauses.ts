import type { SubKind } from "~/domain/shared/tech-contract";
import { chineseDate, sentence } from "../chinese-text-rules";
import { type ContractFacts, clause, type TemplateClause } from "./contract-facts";
import { ownershipLines } from "./right-clauses";
import { LICENCE_MEANING, LICENCE_WORDS } from "./term-words";

const OBJECT_WORDS: Partial<Record<SubKind, string>> = {
  "31": "专利",
  "32": "技术秘密",
  "33": "计算机软件",
  "34": "集成电路布图设计",
  "35": "植物新品种",
  "36": "生物、医药新品种",
};

/** Kind, territory, field and period; without a kind it is an ordinary licence (interpretation art. 25). */
function grantClause({ terms }: ContractFacts): TemplateClause {
  const kind = terms.licence?.kind ?? "NON_EXCLUSIVE";
  const object = OBJECT_WORDS[terms.categoryCode] ?? "技术";
  const endsOn = terms.licence?.endsOn ?? null;
  return clause(
    "licence-grant",
    "许可的方式、范围和期限",
    `许可方式：乙方就本合同所列${object}授予甲方${LICENCE_WORDS[kind]}，即${LICENCE_MEANING[kind]}。`,
    `许可地域：${sentence(terms.licence?.territory || "中华人民共和国境内（不含港澳台地区）")}`,
    `使用领域和行为：${sentence(terms.licence?.fieldOfUse || "制造、使用、许诺销售、销售合同产品，以及为此使用标的技术和资料")}`,
    endsOn
      ? `许可期限：自本合同生效之日起至${chineseDate(endsOn)}止。`
      : "许可期限：自本合同生效之日起至本合同履行期限届满之日止。",
    terms.categoryCode === "31"
      ? "许可期限不得超过专利权的存续期限；专利权有效期限届满或者被宣告无效的，乙方不得就该专利与他人订立许可合同，本合同相应部分终止。"
      : null,
  );
}

function sublicenceClause({ terms }: ContractFacts): TemplateClause {
  const may = terms.licence?.maySublicense ?? false;
  return clause(
    "sublicence",
    "再许可和委托加工",
    may
      ? "甲方可以在许可的地域、领域和期限内再许可第三人实施标的技术，但应当在再许可合同订立后十五日内书面告知乙方，并对再被许可人的行为负责。"
      : "未经乙方书面同意，甲方不得再许可第三人实施标的技术。",
    "甲方委托第三人为其加工零部件或者产品的，不属于再许可，但应当要求受托加工方承担相同的保密义务。",
  );
}

const DELIVERY: Partial<Record<SubKind, string>> = {
  "31": "乙方应当自本合同生效之日起三十日内交付实施专利有关的技术资料，提供必要的技术指导。",
  "32": "乙方应当自本合同生效之日起三十日内提供技术资料，进行技术指导，保证技术的实用性、可靠性，并承担保密义务。",
  "33": "乙方应当自本合同生效之日起三十日内交付约定形式的软件、文档和部署说明，完成安装和使用培训，并在许可期限内修正影响约定功能的缺陷。",
  "34": "乙方应当自本合同生效之日起三十日内交付布图设计的图样、版图数据文件和工艺说明，并提供必要的技术指导。",
  "35": "乙方应当自本合同生效之日起三十日内提供繁殖材料和繁育、栽培技术资料，保证繁殖材料的真实性和纯度，并提供必要的技术指导。",
  "36": "乙方应当自本合同生效之日起三十日内提供工艺、质量标准和研究资料以及必要的菌（毒、虫）种或者细胞株，并提供必要的技术指导。",
};

/** Duties of the licensor (Civil Code arts 866, 868, 870, 872; interpretation art. 26). */
function licensorClause({ terms }: ContractFacts): TemplateClause {
  const code = terms.categoryCode;
  const upkeep =
    code === "31"
      ? "乙方应当在许可期限内维持专利权有效，包括依法缴纳年费和积极应对他人提出的无效宣告请求，双方另有约定的除外。"
      : code === "32"
        ? "乙方可以就标的技术申请专利，但申请公开前应当书面通知甲方；授权后，甲方可以在原许可范围内继续实施，不另付费用。"
        : "乙方应当在许可期限内维持标的权利有效，并及时告知影响许可的变化。";
  return clause(
    "licensor-duties",
    "乙方的义务和保证",
    DELIVERY[code],
    upkeep,
    "乙方保证自己是标的技术的合法权利人或者有权许可的人，标的技术完整、无误、有效，能够达到约定的目标；标的权利为共有且许可方式依法须经共有人同意的，已取得其书面同意。",
    "甲方按照约定实施标的技术侵害他人合法权益的，由乙方承担责任。",
  );
}

/** Duties of the licensee (Civil Code arts 867, 869, 873). */
function licenseeClause(): TemplateClause {
  return clause(
    "licensee-duties",
    "甲方的义务",
    "甲方应当在约定的范围和期限内实施标的技术，不得擅自许可约定以外的第三人实施，并按照约定支付使用费和承担保密义务。",
    "甲方超越约定范围实施，或者未经同意擅自许可第三人实施的，应当停止违约行为并承担违约责任。未按照约定支付使用费的，应当补交并支付违约金；拒不补交的，应当停止实施并交还技术资料。",
  );
}

function recordClause({ terms }: ContractFacts): TemplateClause {
  return clause(
    "record",
    "许可的备案、维权和期满处理",
    terms.categoryCode === "31"
      ? "本合同生效之日起三个月内，由乙方向国务院专利行政部门办理许可合同备案，甲方予以协助。"
      : "依法可以办理备案或者登记的，由乙方办理，甲方予以协助。",
    "任何一方发现第三人侵害标的权利的，应当通知另一方。独自享有实施权的甲方可以自己的名义维权；其他情形由乙方负责维权，甲方协助。",
    "许可期限届满，甲方可以在六个月内售完已经制造的合同产品，并按约定支付相应费用；双方可以就标的技术的继续使用另行约定。",
  );
}

function resultsClause({ terms }: ContractFacts): TemplateClause {
  const { ownership } = terms.results;
  return clause(
    "results",
    "技术成果的归属和收益的分成办法",
    "标的权利仍由原权利人享有，本合同不发生权利的移转。甲方实施标的技术所得的收益归甲方，乙方按本合同取得使用费。",
    ownership
      ? ownershipLines(terms, "履行本合同过程中新产生的技术成果及其知识产权")
      : "履行本合同过程中新产生的技术成果，由完成的一方享有，收益归权利人。",
  );
}

/** Clauses of a licence of an existing right. */
export function licenceClauses(facts: ContractFacts): TemplateClause[] {
  return [
    grantClause(facts),
    sublicenceClause(facts),
    licensorClause(facts),
    licenseeClause(),
    recordClause(facts),
    resultsClause(facts),
  ];
}
