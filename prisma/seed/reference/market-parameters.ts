const row = (key: string, titleZh: string, value: number, unit: string, note: string) => ({
  key,
  titleZh,
  value,
  unit,
  scope: "market",
  validFrom: "2020-01-01",
  validTo: null,
  source: "market rule (default of this software; the operator sets its own)",
  confidence: "assumed",
  note,
});

/** Periods and limits of the market's own rules. An operator's changes to them are kept. */
export const marketParameters = [
  row(
    "market.listing.organisation_check_workdays",
    "单位审核时限",
    5,
    "working days",
    "reminds only",
  ),
  row("market.listing.review_workdays", "市场审核时限", 5, "working days", "reminds only"),
  row("market.listing.validity_months", "发布有效期", 12, "months", "then re-confirmed or expired"),
  row("market.listing.reconfirm_notice_months", "到期前提醒", 11, "months", "from publication"),
  row("market.introduction.reply_workdays", "引荐答复时限", 10, "working days", "then lapses"),
  row("market.introduction.daily_max", "每日引荐上限", 20, "requests", "per organisation and day"),
  row("market.matching.reason_minimum", "拒绝原因统计下限", 3, "answers", "fewer are not shown"),
  row("market.organisation.review_workdays", "单位认证审核时限", 5, "working days", "reminds only"),
  row(
    "market.organisation.recheck_months",
    "单位认证复核周期",
    12,
    "months",
    "then to be rechecked",
  ),
  row("market.organisation.recheck_grace_months", "单位复核宽限期", 2, "months", "then suspended"),
  row("market.real_name.review_workdays", "实名审核时限", 3, "working days", "reminds only"),
  row("market.deal.quiet_days", "交易室静默提醒", 14, "days", "reminds only"),
];
