import type { MonopolyClause } from "~/domain/shared/tech-contract";
import type { ContractClause } from "./contract-clause-schema";
import { sentencesOf } from "./statement-rules";

/** Places of the six types in the judicial interpretation on technology contracts (2020), art. 10. */
export const MONOPOLY_SOURCE: Record<MonopolyClause, string> = {
  IMPROVEMENT_BAN: "技术合同司法解释第十条第一项；民法典第八百五十条",
  GRANT_BACK: "技术合同司法解释第十条第一项；民法典第八百五十条",
  RIVAL_TECHNOLOGY_BAN: "技术合同司法解释第十条第二项；民法典第八百五十条",
  OUTPUT_LIMITS: "技术合同司法解释第十条第三项；民法典第八百五十条",
  TIED_PURCHASE: "技术合同司法解释第十条第四项、第五项；民法典第八百五十条",
  NO_CHALLENGE: "技术合同司法解释第十条第六项；民法典第八百五十条",
};

const BAN =
  "(?:不得|不可以|不能|不准|不应|禁止|无权|不允许|未经[^，]{0,16}同意[^，]{0,4}，?[^，]{0,6}不得)";
const GIVER = "(?:乙方|许可人|让与人|受托人|研究开发人|技术提供方|转让方|许可方)";
const TAKER = "(?:甲方|被许可人|受让人|委托人|技术接受方|受让方|被许可方)";

type Rule = {
  type: MonopolyClause;
  hits: readonly RegExp[];
  /** What looks alike and is none. */
  unless?: RegExp;
};

// A ban that is itself forbidden ("不得限制甲方改进") restrains nobody.
const FREES = /(?:不得|不|并不|不应|不能)(?:以任何方式)?(?:限制|禁止|阻碍|妨碍|干涉)/;

const RULES: readonly Rule[] = [
  {
    type: "IMPROVEMENT_BAN",
    hits: [
      new RegExp(
        `${BAN}[^。；，]{0,24}(?:改进|后续研究|后续开发|继续研究|二次开发|再开发|再研发|新的研究开发|升级改造)`,
      ),
      new RegExp(`${BAN}[^。；，]{0,12}使用[^。；，]{0,10}改进(?:后)?的?(?:技术|成果)`),
      /改进[^。；，]{0,16}(?:须|必须|应当)[^。；，]{0,6}(?:经|取得|征得)[^。；，]{0,10}(?:同意|批准)(?:后)?(?:方可|才能|才可|，方可)[^。；]{0,8}(?:实施|进行|使用)?/,
    ],
    unless: /为由|泄露|披露|公开|擅自转让|向第三人(?:转让|许可|披露)/,
  },
  {
    type: "GRANT_BACK",
    hits: [
      /改进[^。；]{0,40}(?:无偿|免费|不另行?(?:收费|付费|支付)|无需(?:付费|支付)|不支付(?:任何)?(?:费用|对价))/,
      /(?:无偿|免费)[^。；，]{0,24}(?:提供|转让|许可|交付|移交|回授)[^。；，]{0,16}改进/,
      new RegExp(
        `${TAKER}[^。；]{0,24}(?:改进|后续)[^。；]{0,24}(?:归|由)${GIVER}(?:单独|独自)?(?:所有|享有|拥有)`,
      ),
      new RegExp(`${TAKER}[^。；]{0,24}改进[^。；]{0,24}独占[^。；]{0,8}许可[^。；]{0,6}${GIVER}`),
      /后续改进成果归(?:乙方|甲方)(?:所有|享有)/,
    ],
    unless: /互相|相互|对等|双方均|互惠|各自|合理的?(?:费用|对价|报酬)|另行支付/,
  },
  {
    type: "RIVAL_TECHNOLOGY_BAN",
    hits: [
      new RegExp(
        `${BAN}[^。；，]{0,24}(?:采用|使用|引进|引入|购买|受让|获得|取得|接受|实施|研发|开发|生产|经营|销售)[^。；，]{0,24}(?:类似|竞争|同类|相似|替代|第三方|第三人|他人|其他来源)[^。；，]{0,8}(?:技术|工艺|产品|方案)`,
      ),
      new RegExp(
        `(?:只能|仅能|仅可|只可|必须)(?:采用|使用|实施)(?:由)?${GIVER}(?:提供)?的?[^。；，]{0,6}技术`,
      ),
    ],
    unless: /保密信息|技术秘密|技术资料|泄露|披露|侵犯|侵害/,
  },
  {
    type: "OUTPUT_LIMITS",
    hits: [
      /(?:产量|产能|生产数量|制造数量|年产|销售数量|数量)[^。；，]{0,16}(?:不得(?:超过|高于|少于|低于)|以[^。；，]{0,12}为限|限于|限制在)/,
      new RegExp(
        `(?:价格|售价|销售价|定价)[^。；，]{0,16}(?:不得(?:低于|高于|自行)|(?:须|应当|必须)?由${GIVER}(?:确定|决定|核准|批准|审定)|(?:须|应当|必须)[^。；，]{0,6}经?${GIVER}[^。；，]{0,6}(?:同意|批准|认可|确认))`,
      ),
      new RegExp(
        `${BAN}[^。；，]{0,20}(?:出口|销往|销售到|销售至|在[^。；，]{0,12}以外[^。；，]{0,6}销售|通过[^。；，]{0,12}渠道销售)`,
      ),
      new RegExp(
        `(?:销售渠道|经销商|销售对象|客户|出口市场|产品品种|品种|型号)[^。；，]{0,12}(?:(?:须|应当|必须)?由${GIVER}(?:确定|指定|决定|批准)|限于|仅限|(?:须|应当|必须)经${GIVER})`,
      ),
    ],
    unless: /验收|检测|测试|考核|合格|交付|样品|样机|提成|结算/,
  },
  {
    type: "TIED_PURCHASE",
    hits: [
      new RegExp(
        `(?:必须|应当|须|应|只能|仅能|只可|仅可|一律)[^。；，]{0,10}(?:向|从|自|通过|由)(?:${GIVER}|其)(?:或者?其?)?(?:指定的?[^。；，]{0,10})?[^。；，]{0,8}(?:购买|采购|购置|订购|租用|供应|提供)[^。；，]{0,24}(?:原材料|原料|零部件|配件|元器件|设备|产品|浆料|材料|耗材|菌种|服务|技术)`,
      ),
      new RegExp(
        `(?:原材料|原料|零部件|配件|设备|材料|耗材|元器件|浆料)[^。；，]{0,16}(?:必须|应当|须|只能|仅能|一律)[^。；，]{0,8}(?:向|从|自|由)(?:${GIVER}|其指定)`,
      ),
      new RegExp(
        `${BAN}[^。；，]{0,6}(?:向|从|自)(?:其他|他人|第三(?:方|人)|别的)[^。；，]{0,12}(?:购买|采购|购置|取得)[^。；，]{0,20}(?:原材料|原料|零部件|配件|设备|产品|材料|耗材)`,
      ),
      /(?:一并|同时|附带|搭配|配套)(?:购买|采购|接受|聘用)[^。；，]{0,24}(?:技术|设备|产品|原材料|材料|服务|人员)/,
    ],
    unless: /必不可少|所必需|可以自主|自行选择|自主选择|资料|技术指导|培训/,
  },
  {
    type: "NO_CHALLENGE",
    hits: [
      new RegExp(`${BAN}[^。；，]{0,30}(?:有效性|效力)[^。；，]{0,12}(?:异议|质疑|争议|挑战|争辩)`),
      new RegExp(
        `${BAN}[^。；，]{0,20}(?:异议|质疑|挑战)[^。；，]{0,20}(?:专利|知识产权|权利)[^。；，]{0,8}(?:有效性|效力)`,
      ),
      new RegExp(
        `${BAN}[^。；，]{0,30}(?:请求|申请|提出|提起|启动)[^。；，]{0,20}(?:专利|知识产权|权利|著作权|品种权|布图设计)[^。；，]{0,12}(?:无效|撤销)`,
      ),
      new RegExp(
        `${BAN}[^。；，]{0,16}(?:宣告|主张)[^。；，]{0,16}(?:专利|知识产权|品种权|布图设计)[^。；，]{0,10}无效`,
      ),
      /(?:提出|请求|申请)[^。；，]{0,16}(?:专利|知识产权)[^。；，]{0,10}无效[^。；]{0,20}(?:有权解除|有权终止|视为违约|应当支付违约金|立即终止)/,
    ],
  },
];

export type MonopolyWarning = {
  clauseKey: string;
  type: MonopolyClause;
  sentence: string;
  source: string;
};

/**
 * Sentences that look like one of the six clause types that monopolise technology and are void (Civil
 * Code art. 850). A warning for people to judge: the words alone do not decide.
 */
export function findMonopolyClauses(clauses: readonly ContractClause[]): MonopolyWarning[] {
  return clauses.flatMap((clause) =>
    sentencesOf(clause.body).flatMap((sentence) => {
      const plain = sentence.replace(/\s/g, "");
      return RULES.flatMap(({ type, hits, unless }): MonopolyWarning[] => {
        if (FREES.test(plain) || unless?.test(plain)) return [];
        if (!hits.some((hit) => hit.test(plain))) return [];
        return [{ clauseKey: clause.key, type, sentence, source: MONOPOLY_SOURCE[type] }];
      });
    }),
  );
}
