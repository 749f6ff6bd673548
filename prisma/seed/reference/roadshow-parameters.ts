import { row } from "./market-parameters";

const SEEN = "domain notes on roadshows: formats seen in Shandong and Fuzhou; market default";

/** Periods, limits and default rules of roadshows. An event copies what it was announced with. */
export const roadshowParameters = [
  row("market.roadshow.approval_workdays", "路演审批时限", 5, "working days", "reminds only"),
  row("market.roadshow.talk_minutes", "路演讲解时长", 8, "minutes", SEEN),
  row("market.roadshow.question_minutes", "路演问答时长", 7, "minutes", SEEN),
  row("market.roadshow.drop_high", "去掉最高分个数", 1, "scores", SEEN),
  row("market.roadshow.drop_low", "去掉最低分个数", 1, "scores", SEEN),
  row("market.roadshow.score_decimals", "平均分小数位", 2, "digits", SEEN),
  row("market.roadshow.gap_minutes", "两个项目之间间隔", 0, "minutes", "market default"),
  row("market.roadshow.break_after_minutes", "连续路演后休息", 90, "minutes", "market default"),
  row("market.roadshow.break_minutes", "休息时长", 15, "minutes", "market default"),
  row("market.roadshow.lunch_from", "午休开始", 720, "minutes of the day", "12:00"),
  row("market.roadshow.lunch_to", "午休结束", 810, "minutes of the day", "13:30"),
  row("market.roadshow.projects_per_organisation", "每家单位最多项目数", 5, "projects", SEEN),
  row("market.roadshow.summary_max", "项目简介字数上限", 500, "characters", "market default"),
  row("market.roadshow.live_ahead_hours", "最早可提前开场", 24, "hours", "before the first day"),
  row("market.roadshow.night_hours", "末日之后仍可使用场地", 6, "hours", "past midnight"),
  row("market.roadshow.drafts_max", "每家单位路演草稿上限", 50, "drafts", "against floods"),
  row(
    "market.roadshow.judges_min",
    "每个项目最少评委数",
    3,
    "judges",
    "drop 1 high and 1 low needs 3",
  ),
  row("market.roadshow.people_per_firm", "每家单位最多人数", 2, "people", SEEN),
  row("market.roadshow.confirm_days", "入选确认期限", 3, "days", "no answer is a waiver"),
  row("market.roadshow.meeting_minutes", "一对一时长", 20, "minutes", "15 to 30 seen at fairs"),
  row("market.roadshow.meetings_max", "每人一对一上限", 8, "meetings", "people get breaks"),
  row("market.roadshow.requests_max", "每人待答复约见上限", 20, "requests", "against floods"),
  row("market.roadshow.walk_minutes", "换场步行时间", 5, "minutes", "between zones"),
  row("market.roadshow.remind_days", "无约见提醒间隔", 3, "days", "people without a meeting"),
  row("market.roadshow.reply_workdays", "线索答复时限", 3, "working days", "reminds only"),
  row("market.roadshow.follow_up_first_days", "首次跟踪", 30, "days", "after the event"),
  row("market.roadshow.follow_up_second_days", "二次跟踪", 90, "days", "after the event"),
  row(
    "market.roadshow.follow_up_third_days",
    "三次跟踪",
    180,
    "days",
    "after the event, then closed",
  ),
];
