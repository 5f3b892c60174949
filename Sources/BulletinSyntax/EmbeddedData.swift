// swift-format-ignore-file
// Made by Scripts/embed from Sources/BulletinSyntax/Data; change the files there and run it again.

/// The files of Sources/BulletinSyntax/Data: path below it, text.
let embeddedData: [(path: String, content: String)] = [
  (
    "frame.tsv",
    ###"""
# Words that tell what the lines around a text are. A blank within a word is written as _.
# publication  labels of organ, time and index numbers, anywhere near the head of the line
# furniture    what a web page puts around a text, at the head of the line
# source       what names the source, at the head of the line
# title        names a kind of document and closes its title
# closing      closes titles too, less surely
# naming       stands in titles
# office       stands in the name of an office, never in a title by itself
publication	发布时间 发布日期 发布机构 发布单位 发文机关 发文机构 发文字号 发文日期 成文日期 索引号 索_引_号 主题分类 主题词 文号 有效性 时效性 内容概述 公开日期 公开形式 生成日期 信息来源 来源： 来源: 时间： 时间: 日期： 日期: 作者： 作者: 浏览次数 阅读次数 点击数 發佈時間 發布時間 來源 更新时间 名称： 信息索引 标题： 标　　题 标_题 文件编号 公开方式 点击量 访问量 字号： 有效期
furniture	您的位置 当前位置 你的位置 首页 下载 打印 全屏 收藏 【字号 【字体 字体 字號 字體 加大 还原 减小 【打印 【关闭 关闭窗口 上一篇 下一篇 扫一扫 分享 返回顶部 返回首页 无障碍 繁体 简体 打印本页 关闭本页 【我要纠错 我要纠错 相关链接 相关报道 相关附件 相关新闻 相关阅读 文件下载 关联文件 【頁面 [大] 微信 微博 网站地图 联系我们 版权所有 主办单位 ICP 赣ICP 中文域名 网站标识码 技术支持 登录 注册 搜索 > 【大 大_中_小 大中小 视力保护 责任编辑 【_字号 【纠错
source	打印_来源 打印　来源 打印来源 来源 （来源 (来源 稿源 信息来源 文章来源 供稿 编辑 编审 监制 责任编辑 审核 撰稿 來源 【来源 资料来源 数据来源
title	总结 報告 报告 报_告 计划 计_划 打算 要点 通报 決定 决定 意见 通知 办法 规则 规定 方案 汇报 公报 简报 安排 总結 總結 計畫 計劃
closing	情况 思路 说明 公告 公示 讲话 条例 纲要 规划 措施 清单 细则 公开 进展 情況 工作谋划 发言 致辞 预案 制度 函 令 指南
naming	工作总结 工作报告 工作计划 工作要点 工作情况 关于 總結 報告 總结 自评报告 决算 预算 情况报告 实施方案 上半年 下半年
office	局长 主任 主席 省长 市长 县长 区长 书记 院长 部长 厅长 检察长 镇长 乡长

"""###
  ),
  (
    "names.txt",
    ###"""
# Words that begin with a Chinese numeral and a measure word and yet count nothing: set phrases,
# programmes known by their number, names of places. One row may hold many, apart by blanks.
两个确立 两个维护 两个大局 两个结合 两个毫不动摇 两个不变 两个先锋队 两个一百年 两个革命 两个一以贯之
三个代表 三个务必 三个区分开来 三个为主 三个先于 三个注重 三个规定 三个面向 三个必须 三个清单
四个意识 四个自信 四个全面 四个伟大 四个最严 四个合格 四个不摘 四个一批 四个革命 四个服从 四个善作善成 四项基本原则
五个一 五个必须 五个到位 五个振兴 五个坚持 六个一 六个必须坚持 六个坚持 七个有之 八个明确 八项规定 九个坚持 十个明确 十四个坚持 十三个方面成就
两個確立 四個意識 四個自信 八項規定
一次性 两次会议精神 三套班子 四套班子 五套班子 六套班子 三支一扶 三支队伍 一所一 三家村 四处奔走 四处奔波 五类车 三轮车 四轮车 两轮车 三人行 三人成虎
一户一 一座一 一名一 一篇一 一处一 三次产业 一次产业 二次创业 二次供水 二次装修 二次元 一次办 一次办好 一次办成 一次告知 二次会议 一次会议 三次会议 四次会议 五次会议 六次会议 七次会议 八次会议
三台县 七台河 五台山 五家渠 六家子 三家子 二家子 八家子 三间房 五间房 三座店 三条石 二人转 三位一体 四位一体 五位一体 六位一体 两位数 三位数 十位数 百位数 四类慢病
九个牧场 八个样板戏 百家争鸣 百家姓 十项全能 三项全能 三名三 三件套 四件套 三件大事 五笔字 二次污染 两次能源

"""###
  ),
  (
    "roles.tsv",
    ###"""
# Words in the titles of parts, by what they say; the longest match wins, what it covers is spent.
# done      what was done
# problems  what is wrong
# plans     what comes next
# either    done or plans, as the words beside it or the order of the parts tell
# past      tells that the part looks back
# ahead     tells that the part looks forward
# nothing   words that would mislead
# told-problems  stands near the head of a paragraph that tells of problems without a heading
# told-plans     opens a paragraph that tells of plans without a heading
done	主要工作情况 主要工作完成情况 主要工作开展情况 主要工作成效 工作总结 总结 回顾 开展情况 完成情况 工作情况 总体情况 基本情况 工作成效 成效 成绩 成果 亮点 进展 主要做法 特色做法 做法 主要工作 取得的 落实情况 执行情况 计划执行情况 计划完成情况 任务完成情况 推进情况 整改情况 问题整改 问题整改情况 办理情况 运行情况 决算情况 审计情况 变动情况 履职情况 工作概况 概况 特点 经验
done	工作總結 總結 回顧 開展情況 完成情況 工作情況 總體情況 基本情況 工作成效 主要做法 進展 執行情況 辦理情況
problems	存在问题 存在的问题 主要问题 突出问题 问题 不足 困难 短板 弱项 薄弱环节 挑战 差距 制约因素 原因分析 分析原因 風險 困難 問題 存在的問題 存在問題 不足之處 挑戰
plans	工作计划 计划 打算 工作打算 思路 工作思路 安排 工作安排 谋划 工作谋划 目标任务 预期目标 主要目标 工作要求 工作建议 建议 对策 下步措施 改进措施 整改措施 努力方向 展望 工作計劃 計劃 計畫 工作計畫 建議 對策 目標任務 規劃
either	重点工作 工作重点 重点任务 主要任务 工作任务 工作目标 重點工作 工作重點 主要任務
past	上半年 去年 过去 一年来 今年以来 本年度 第一季度 一季度 前三季度 上季度 五年来 過去 已
ahead	下半年 下一步 下步 下阶段 下一阶段 明年 今后 接下来 后续 第二季度 二季度 第四季度 四季度 下季度 来年 新的一年 未来 今後 後續 下階段 下一階段
nothing	重点问题线索 信访问题 历史遗留问题 问题线索 问题导向 困难群众 困难职工 困难学生 困难家庭 学习计划 整改问题
told-problems	清醒认识到 清醒地认识到 清醒的认识到 清醒看到 清醒地看到 清醒的看到 清醒認識到 清醒地認識到 清醒看到 深刻认识到 也要看到 也应看到 还应看到 还要看到 也要清醒 也看到 也认识到 也深知 也注意到
told-problems	还存在一些 仍存在一些 还存在不少 还存在许多 存在不少 存在诸多 仍然存在 依然存在 还存在以下 存在以下问题 存在一些问题 存在一些不足 存在的主要问题 還存在一些 還存在不少 仍面临 还面临 面临不少 面临诸多 仍有不少 还有不少 还有不小 仍有较大差距 还有较大差距 還有不少
told-plans	下一步 下步 下半年 今后 今後 下阶段 下一阶段 下一階段 接下来 接下來 下季度 下一季度 明年 来年 來年 新的一年 后续 后期

"""###
  ),
  (
    "units.tsv",
    ###"""
# Units and measure words that may follow a number; the longest match wins.
# kind: one      counts with Arabic and Chinese numerals, 一 among them (一所)
#       count    the same without 一 (三项)
#       measure  with Arabic numerals, or with Chinese ones of 十 and more (两万元)
#       arabic   with Arabic numerals only; after a Chinese one it makes a grade, a name, an ordinal
#       date     makes the number a date, a time, an ordinal or a name: no figure
#       year     a year after four digits, a span of time after fewer
# One kind a row may hold many words, apart by blanks; simplified and traditional forms alike.
one	所 名 座 处 處 栋 棟 幢 篇 辆 輛 户 戶
count	个 個 项 項 次 件 条 條 种 種 类 類 批 份 张 張 册 冊 套 支 枚 颗 轮 輪 家 场 場 起 人 位 宗 间 間 例 幅 笔 筆
count	方面 部门 部門 环节 環節 阶段 階段 步骤 领域 板块 系列 层次 渠道 举措
count	个月 個月 个亿 個億 个多月 个小时 個小時 个学时 课时 課時 学时 學時 小时 小時 分钟 分鐘 秒钟 天 昼夜 周岁 工日 人天 机时 倍 台(套) 台（套） 辆(台) 辆（台） 件(套) 件（套） 人(次) 人（次） 户(次) 户（次） 盏 粒
count	人次 家次 车次 車次 户次 戶次 件次 场次 場次 班次 架次 辆次 輛次 批次 台次 项次 項次 剂次 劑次 艘次 头次 人份 例次 床次 篇次 课次 组次 队次 点次 处次 所次 册次 件套 台套 台件 套次
count	吨 噸 公斤 千克 公里 亩 畝 公顷 公頃 平方米 立方米 平方公里 万元
arabic	本 部 只 隻 口 眼 对 對 双 雙 层 層 片 面 字 词 道 头 頭 尾 根 把 班 队 隊 副 行 句 样 台 臺 股 码 段 盘 排 顶 具 周 岁 歲 秒 杯 碗 箱 袋 包 桶
arabic	车 車 列 匹 艘 架 块 株 棵 羽 门 門 节 節 课 課 期 组 組 步 瓶 盒 封 剂 劑 针 針 串 束 卷 档 檔 页 頁 首 桩 樁 扇 床 张床位 枝 遍 趟 回 番 角 平 方 款
arabic	分 级 級 代 折 学分 周年 週年 重 元钱 块钱 毛 村 镇 鎮 乡 鄉 乡镇 社区 县 市 省 校 国 站 库 岗 标段 组户 车位 床位 个工作日 工作日 学位 席 餐 顿 井 师
measure	元 美元 欧元 港元 港币 日元 人民币 元人民币 圆 圓 % ％ ‰ 百分点 百分點 个百分点 個百分點 千分点 成
measure	米 千米 公裡 厘米 毫米 分米 海里 延米 延长米 车公里 车道公里 平方千米 平方厘米 平米 立方 万方 斤 克 毫克 微克 标准煤 吨标准煤 吨标煤 升 毫升 标箱 标准箱 箱次 总吨 吨公里 人公里
measure	千瓦 千瓦时 千瓦時 瓦 兆瓦 兆瓦时 吉瓦 度 度电 千伏 千伏安 兆伏安 伏 千卡 大卡 马力 兆 兆帕 分贝 摄氏度 ℃ 毫秒 里 寸 尺 丈
measure	㎡ m² m2 ㎥ m³ m3 m? km² km2 km ㎞ kg ㎏ mg g t cm mm m ml mL L kW kWh kw kwh MW MWh GW GWh kV kVA MVA TB GB MB GHz MHz KB TEU dB μg ug Gbps Mbps
date	月 月份 日 号 號 时 時 时许 点 點 点钟 點鐘 点整 年代 季度 年级 年級 年制 号楼 号线 號樓 号文 号文件 版 路 中 楼 樓 弄 号令 等奖 等獎 等功 等级 届 屆 中全会 中全會 后 後 孩 型 维 世纪 世紀 月底 月初 月末 日起
year	年 学年 學年 年度 财年

"""###
  ),
]
