import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { amountText } from "../chinese-amount-rules";
import { blank, chineseDate, listed, percentText } from "../chinese-text-rules";
import { type ContractFacts, clause, type TemplateClause } from "./contract-facts";
import {
  NON_TECHNICAL_WORDS,
  PAYER_WORDS,
  PRICE_KIND_WORDS,
  priceWord,
  ROYALTY_BASE_MEANING,
  ROYALTY_BASE_WORDS,
} from "./term-words";

type Price = TermSheetContent["price"];

const money = (fen: string) => amountText(BigInt(fen));
/** Amounts in lists: figures only, the words stand with the totals. */
const sumOf = (fens: readonly string[]) => fens.reduce((sum, fen) => sum + BigInt(fen), 0n);

/** When an instalment is due: a day, a milestone, or both. */
export function dueText(
  row: Price["instalments"][number],
  milestones: TermSheetContent["milestones"],
): string {
  const after = row.milestone === null ? null : milestones[row.milestone]?.title;
  if (after && row.dueOn) return `“${after}”通过验收后、最迟于${chineseDate(row.dueOn)}前支付`;
  if (after) return `“${after}”通过验收之日起十五日内支付`;
  if (row.dueOn) return `于${chineseDate(row.dueOn)}前支付`;
  return blank(`${row.title}的支付时间`);
}

function paymentLines({ price, milestones }: TermSheetContent): string[] {
  const way = PRICE_KIND_WORDS[price.kind];
  if (price.isEquity) {
    return [
      "支付方式：技术作价投资。甲方以其股权（出资额）作为对价，双方应当依法办理作价、出资和股权变更登记手续；所占股权比例、出资期限和治理安排由投资协议约定，该协议是本合同的附件。",
    ];
  }
  const lines: string[] = [];
  const entry =
    price.entryFeeFen && price.kind === "ENTRY_AND_ROYALTY"
      ? `其中入门费为${money(price.entryFeeFen)}，`
      : "";
  if (price.instalments.length > 0) {
    lines.push(`支付方式：${way}。${entry}甲方按下列时间和条件支付：`);
    const rows = price.instalments.map(
      (row) => `${row.title}${money(row.amountFen)}，${dueText(row, milestones)}`,
    );
    lines.push(...listed(rows));
  } else if (price.kind === "LUMP_SUM") {
    lines.push(`支付方式：${way}。甲方应当自本合同生效之日起三十日内一次付清。`);
  } else if (entry) {
    lines.push(`支付方式：${way}。${entry}甲方应当自本合同生效之日起三十日内付清。`);
  } else {
    lines.push(`支付方式：${way}。`);
  }
  return lines;
}

/** Total, technical amount and itemised other costs (Civil Code art. 846; recognition rules 51–53). */
export function priceClause({ terms }: ContractFacts): TemplateClause {
  const { price, categoryCode } = terms;
  const word = priceWord(categoryCode);
  const other = sumOf(price.nonTechnical.map((row) => row.amountFen));
  const tax = price.includesTax ? "含增值税" : "不含增值税，税款由甲方另行承担";
  return clause(
    "price",
    `${word}及其支付`,
    price.totalFen
      ? `本合同的${word}总额为${money(price.totalFen)}（${tax}）。`
      : `本合同的${word}总额在订立时尚不能确定，按本合同“提成的计算和支付”条计算（${tax}）；可以确定时，双方应当书面确认总额和技术交易额，作为技术合同认定登记的补充材料。`,
    price.technicalFen && `其中，技术交易额为${money(price.technicalFen)}。`,
    other > 0n &&
      `购置设备、仪器、零部件、原材料等非技术性费用合计${amountText(other)}，明细如下：`,
    listed(
      price.nonTechnical.map((row) => {
        const name = row.description ? `：${row.description}` : "";
        return `${NON_TECHNICAL_WORDS[row.kind]}${name}，${money(row.amountFen)}`;
      }),
    ),
    other === 0n &&
      price.totalFen &&
      "本合同总额中没有购置设备、仪器、零部件、原材料等非技术性费用。",
    paymentLines(terms),
    categoryCode === "11" &&
      "研究开发经费由乙方按本合同约定的用途专款专用；甲方有权了解经费使用情况，但不得妨碍乙方正常工作。经费有结余的归乙方，不足的由乙方补足，双方另有书面约定的除外。",
    "款项汇入乙方书面指定的银行账户；乙方变更账户的，应当以加盖公章的书面通知并经甲方电话核实。乙方收到款项后应当依法向甲方开具发票。",
  );
}

/** Royalty: base, rate, period, settlement and inspection of the books (Civil Code art. 846-2, -3). */
export function royaltyClause({ terms }: ContractFacts): TemplateClause | null {
  const { royalty } = terms.price;
  if (!royalty) return null;
  const base = ROYALTY_BASE_WORDS[royalty.base];
  const from = royalty.fromOn ? `自${chineseDate(royalty.fromOn)}起` : "自合同产品首次销售之日起";
  const to = royalty.toOn ? `至${chineseDate(royalty.toOn)}止` : "至本合同期限届满之日止";
  return clause(
    "royalty",
    "提成的计算和支付",
    `甲方以${base}为基数，按${percentText(royalty.rateBp)}的提成率向乙方支付提成费。${ROYALTY_BASE_MEANING[royalty.base]}。`,
    `提成期间${from}${to}。每${royalty.everyMonths}个月结算一次，甲方应当在每个结算期届满后三十日内提交加盖公章的结算表，并在提交后十五日内付款。`,
    royalty.capFen && `提成费累计以${money(royalty.capFen)}为限，达到后不再支付。`,
    royalty.mayInspectAccounts
      ? "甲方应当为合同产品单独建立账目并保存至提成期间届满后三年。乙方可以每年自行或者委托会计师查阅与提成有关的账目，查阅人负有保密义务；少付超过应付额百分之五的，查阅费用由甲方承担。"
      : "甲方应当为合同产品单独建立账目。乙方不直接查阅账目的，甲方每年应当提供由会计师事务所就提成基数出具的专项说明。",
  );
}

/** The broker's fee; without a main contract there is none (judicial interpretation arts 39–41). */
export function brokerClause({ terms }: ContractFacts): TemplateClause | null {
  const { broker } = terms;
  if (!broker) return null;
  const fee =
    broker.feeFen !== null
      ? `中介服务报酬为${money(broker.feeFen)}`
      : broker.feeBp !== null
        ? `中介服务报酬按合同总额的${percentText(broker.feeBp)}计算`
        : `中介服务报酬为${blank("中介服务报酬的数额或者比例")}`;
  const payer = broker.payer ? PAYER_WORDS[broker.payer] : PAYER_WORDS.HALF_EACH;
  return clause(
    "broker",
    "技术经理人（中介）服务",
    `双方确认，本合同由${broker.name || blank("技术经理人或者中介机构名称")}提供中介服务促成。${broker.services ? `服务内容：${broker.services.replace(/[。；]+$/, "")}。` : ""}`,
    `${fee}，${payer}，在本合同生效且首笔款项支付后十五日内支付。本合同未成立或者未生效的，中介方不得要求支付报酬。`,
    "中介方不是本合同的履行义务人，不对双方的履行承担保证责任，但应当对介绍过程中知悉的技术秘密和商业信息保密，不得收取未向双方披露的利益。",
  );
}
