/** What somebody promises who wants to hear confidential sessions; it is bound to the event by its hash. */
export const UNDERTAKING = `一、本人参加本场路演的保密场次，听取未公开的技术和商业信息，仅用于判断是否合作。
二、本人不录音、不录像、不拍照，不向本单位参与判断人员以外的任何人披露，不据此申请知识产权。
三、保密义务自确认之日起三年；已经公开或从合法渠道取得的信息除外。
四、平台记录确认的时间和文本摘要作为证据，并告知项目方本人已作出承诺。`;
