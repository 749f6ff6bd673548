/** Sentences of notifications about roadshows, merged into the namespace `notifications`. */
export const roadshowNotifications = {
  titles: {
    // events
    roadshowToApprove: "路演待审批：{{title}}",
    roadshowApproved: "路演已批准：{{title}}",
    roadshowSentBack: "路演申请被退回：{{title}}",
    roadshowCallClosed: "项目征集已截止：{{title}}",
    roadshowCancelled: "路演已取消：{{title}}",
    roadshowMoved: "路演改期：{{title}}",
    roadshowDeadlines: "路演截止时间有变：{{title}}",
    roadshowSeatOffered: "邀请您参与路演工作：{{title}}",
    roadshowSeatAnswered: "{{name}} 答复了路演工作邀请：{{title}}",
    roadshowSeatTaken: "您不再担任路演工作：{{title}}",
    // call
    // timetable
    // meetings
    // day
    // after
    roadshowLeads: "路演线索：{{title}}",
    roadshowLeadWaits: "路演线索待联系：{{title}}",
    roadshowFollowUpAsked: "路演后 {{days}} 天跟踪：{{title}}",
    roadshowFollowUpWaits: "路演跟踪待答复：{{title}}",
  },
  bodies: {
    // events
    roadshowToApprove: "主办单位：{{organisation}}。",
    roadshowApproved: "活动页面现已公开，可以开始征集项目。",
    roadshowSentBack: "退回理由：{{note}}",
    roadshowCallClosed: "可以开始遴选。",
    roadshowCancelled: "取消原因：{{note}}。相关日程在日历订阅中将显示为已取消。",
    roadshowMoved: "由 {{from}} 改为 {{to}} 开始。说明：{{note}}。日历订阅会自动更新。",
    roadshowDeadlines: "项目征集现截止于 {{date}}，其他截止时间请见活动页面。",
    roadshowSeatOffered: "{{organisation}} 请您接受或谢绝。",
    roadshowSeatAnswered: "请在活动的工作人员页面查看答复。",
    roadshowSeatTaken: "主办方已将您从工作人员名单中移除。",
    // call
    // timetable
    // meetings
    // day
    // after
    roadshowLeads: "收到 {{count}} 条新线索，请在答复时限内联系对方。",
    roadshowLeadWaits: "{{name}} 的意向已过答复时限，请尽快联系。",
    roadshowFollowUpAsked: "请填写项目进展（{{date}} 到期）：洽谈中、有意向、已签约或无结果。",
    roadshowFollowUpWaits: "路演后 {{days}} 天的进展还没有填写。",
  },
};
