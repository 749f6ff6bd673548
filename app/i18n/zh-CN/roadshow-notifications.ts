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
    pitchSubmitted: "收到路演项目：{{title}}",
    pitchReturned: "路演项目被退回修改：{{title}}",
    pitchToReview: "有路演项目待评审：{{roadshow}}",
    pitchSelected: "路演项目入选：{{title}}",
    pitchReserve: "路演项目列入候补：{{title}}",
    pitchRejected: "路演项目未入选：{{title}}",
    pitchReconsidered: "路演项目重新进入遴选：{{title}}",
    pitchMovedUp: "候补递补入选：{{title}}",
    pitchConfirmSoon: "请尽快确认参加路演：{{title}}",
    pitchConfirmed: "已确认参加路演：{{title}}",
    pitchWaived: "放弃路演名额：{{title}}",
    pitchLapsed: "逾期未确认，视为放弃：{{title}}",
    pitchWithdrawn: "撤回路演项目：{{title}}",
    pitchTakenOut: "主办单位已将项目撤出路演：{{title}}",
    pitchMaterialArrived: "收到路演材料：{{title}}",
    pitchMaterialAccepted: "路演材料已通过：{{title}}",
    pitchMaterialAgain: "请重新提交路演材料：{{title}}",
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
    pitchSubmitted: "{{organisation}}向“{{roadshow}}”提交了项目，请进行形式审查。",
    pitchReturned: "“{{roadshow}}”主办单位的意见：{{note}} 征集截止前可以修改后重新提交。",
    pitchToReview: "“{{roadshow}}”有项目等您评审；如与项目单位有关联，请先声明回避。",
    pitchSelected: "“{{roadshow}}”：请在 {{date}} 前确认参加，逾期未答复视为放弃。",
    pitchReserve: "“{{roadshow}}”：列入候补。说明：{{note}} 有名额空出时按名次递补并通知您。",
    pitchRejected: "“{{roadshow}}”：未入选。理由：{{note}}",
    pitchReconsidered: "“{{roadshow}}”主办单位撤回了原决定，请等待新的结果。",
    pitchMovedUp:
      "“{{roadshow}}”空出名额，您的项目递补入选。请在 {{date}} 前确认参加，逾期未答复视为放弃。",
    pitchConfirmSoon:
      "“{{roadshow}}”：请在 {{date}} 前确认参加，逾期未答复视为放弃，名额由候补递补。",
    pitchConfirmed: "{{organisation}}确认参加“{{roadshow}}”。",
    pitchWaived: "{{organisation}}不参加“{{roadshow}}”；有候补的，已按名次递补。",
    pitchLapsed: "“{{roadshow}}”：{{date}} 前没有收到答复，名额已空出。",
    pitchWithdrawn: "{{organisation}}撤回了提交给“{{roadshow}}”的项目。",
    pitchTakenOut: "“{{roadshow}}”：{{note}}",
    pitchMaterialArrived: "{{organisation}}提交了“{{roadshow}}”的路演材料，请查看。",
    pitchMaterialAccepted: "“{{roadshow}}”主办单位已接受您的材料。",
    pitchMaterialAgain: "“{{roadshow}}”主办单位的意见：{{note}}",
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
