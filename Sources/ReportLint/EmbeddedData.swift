// swift-format-ignore-file
// Made by Scripts/embed from Sources/ReportLint/Data; change the files there and run it again.

/// The files of Sources/ReportLint/Data: path below it, text.
let embeddedData: [(path: String, content: String)] = [
  (
    "abbreviations.tsv",
    ###"""
# Short forms that a reader outside the trade may not know (NAM001).
# short, full, not after these, not before these.
校培	校外培训	学 高 党 院 本 全 各 我 该 名 军 技	训 养 育 植
课服	课后服务	授 网 上 线 选 备	务 从

"""###
  ),
  (
    "adverbs.tsv",
    ###"""
# Adverbs that a verb follows (WRD006).
不断
逐步
逐渐
日益
进一步
切实

"""###
  ),
  (
    "demeaning-words.tsv",
    ###"""
# Words not to be used of people (WRD016), after the list of the Xinhua News Agency (first in 2014,
# enlarged in 2016), and words that were lawful once.
# word, word to use, not after these, not before these.
残废人	残疾人
残废军人	伤残军人
弱智儿童	智力障碍儿童
低能儿	智力障碍儿童
盲流	流动人员
瞎子	盲人		摸
独眼龙	单眼失明者
聋哑学校	特殊教育学校
弱智学校	特殊教育学校

"""###
  ),
  (
    "done-words.tsv",
    ###"""
# Words that tell of what is done already (COR007).
已完成
已全部完成
已建成
已开展
已发放
已投入使用
圆满完成

"""###
  ),
  (
    "fixed-phrases.tsv",
    ###"""
# Set political phrases (WRD015), in the wording of the Party's and the State's documents: a slip and
# what is meant; or the phrase alone, of which one or two wrong characters in the middle are found.
# Phrases with lawful neighbours of the same length and ends do not belong here.
# slip or phrase, right, not after these, not before these.
扫黑险恶	扫黑除恶
扫黑除饿	扫黑除恶
脱贫功坚	脱贫攻坚
脱贫攻艰	脱贫攻坚
筑牢中华民族共同体意识	铸牢中华民族共同体意识		的 思 基
习近平新时代中国特色社会主义思想
绿水青山就是金山银山
中华民族共同体意识
社会主义核心价值观
马克思列宁主义

"""###
  ),
  (
    "former-organs.tsv",
    ###"""
# Organs that the reform of 2018 renamed or merged (NAM003), as counties and cities call them.
# former, present.
计生局	卫生健康局
卫计局	卫生健康局
卫计委	卫生健康委员会
卫生计生委	卫生健康委员会
卫生和计划生育委员会	卫生健康委员会
人口和计划生育局	卫生健康局
食药监局	市场监督管理局
食品药品监督管理局	市场监督管理局
工商局	市场监督管理局
工商行政管理局	市场监督管理局
质监局	市场监督管理局
质量技术监督局	市场监督管理局
国土资源局	自然资源局
国土局	自然资源局
环保局	生态环境局
环境保护局	生态环境局
安监局	应急管理局
安全生产监督管理局	应急管理局
地税局	税务局
国税局	税务局

"""###
  ),
  (
    "laws.tsv",
    ###"""
# Laws by their short titles (NAM006); the full one begins with 中华人民共和国.
教育法
义务教育法
高等教育法
职业教育法
教师法
民办教育促进法
家庭教育促进法
未成年人保护法
预防未成年人犯罪法
安全生产法
食品安全法
环境保护法
行政处罚法
行政复议法
行政许可法
行政诉讼法
预算法
审计法
统计法
公务员法
残疾人保障法
反家庭暴力法
个人信息保护法
数据安全法
网络安全法
消防法
道路交通安全法
乡村振兴促进法
土地管理法
城乡规划法
政府采购法
招标投标法
监察法
反电信网络诈骗法

"""###
  ),
  (
    "percent-words.tsv",
    ###"""
# Opens a percentage in Chinese numerals (NUM009).
百分之

"""###
  ),
  (
    "person-titles.tsv",
    ###"""
# What stands before the names of persons (PRV006).
教师
学生
同学
村民
居民
党员
职工
民警
医生
护士
校长
干部
青年
选手
运动员

"""###
  ),
  (
    "persons.tsv",
    ###"""
# What organs call themselves (WRD009).
# word, -, not after these, not before these.
我局
我委
我办
我院
我厅
我们

"""###
  ),
  (
    "plan-words.tsv",
    ###"""
# Words that tell of what is still to be done (COR007).
计划招聘
计划新建
计划建设
计划开展
计划实施
计划组织
计划引进
计划改造
计划启动
拟招聘
拟新建
拟实施
拟开展
拟引进
将着力
将进一步
将继续
下一步将

"""###
  ),
  (
    "prizes.tsv",
    ###"""
# Prizes as they stand in a list (PUN021).
特等奖
一等奖
二等奖
三等奖

"""###
  ),
  (
    "redundant-words.tsv",
    ###"""
# Words that say one thing twice (WRD007).
# written, shorter, not after these, not before these.
涉及到	涉及
目前的当务之急	当务之急
当前的当务之急	当务之急
凯旋归来	凯旋
免费赠送	赠送
过高的奢望	奢望
悬殊很大	悬殊
悬殊较大	悬殊
非常酷爱	酷爱
首次首创	首创
提前预告	预告
提前预防	预防
亲眼目睹	目睹
再次重申	重申
大约左右	大约
付诸于	付诸
来自于	来自
相互之间互相	相互之间
国际间	国际	两 各
这其中	其中
被应邀	应邀
共计总计	共计
无偿捐赠	捐赠
更加优越于	优越于
切忌不要	切忌
避免不再	避免再
防止不再	防止再
防止不要	防止

"""###
  ),
  (
    "relative-times.tsv",
    ###"""
# Times that only the day of writing gives a meaning (NUM015).
# word, what to write, not after these, not before these.
今年	年份
去年	年份
明年	年份
日前	日期	今 昨 近 明 当 次 一 二 三 四 五 六 七 八 九 十 期 末 节 假 生 即 每
近日	日期	附 最
昨日	日期
前不久	日期

"""###
  ),
  (
    "set-phrases.tsv",
    ###"""
# Set phrases in which a Chinese numeral is part of the word (NUM010), as they look with digits.
# with digits, right.
5育并举	五育并举
2免1补	两免一补
3重1大	三重一大
3会1课	三会一课
2学1做	两学一做
1带1路	一带一路
4个意识	四个意识
4个自信	四个自信
4个全面	四个全面
2个维护	两个维护
2个确立	两个确立
3农工作	三农工作
3农问题	三农问题
3公经费	三公经费
8项规定精神	八项规定精神
5位1体	五位一体
1以贯之	一以贯之
1如既往	一如既往

"""###
  ),
  (
    "spoken-words.tsv",
    ###"""
# Words of speech that official texts have another word for (WRD010).
# spoken, written.
搞好	做好
搞活	激活
搞定	完成
大伙	大家
老百姓	群众
娃娃	儿童
好多	许多	良 美 友
挺好	很好
蛮好	很好
咋样	怎样
弄好	办好
干活	劳动

"""###
  ),
  (
    "stock-phrases.tsv",
    ###"""
# Phrases that any report may hold and that say little by themselves (WRD008).
高度重视
狠抓落实
切实加强
扎实推进
深入推进
稳步推进
有序推进
全面加强
取得了显著成效
取得明显成效
取得阶段性成效
上新台阶
再上新台阶
迈上新台阶
有力有序有效
抓紧抓好
抓细抓实
抓实抓细
落到实处
落地见效
统筹推进
齐抓共管
形成合力
凝心聚力
真抓实干

"""###
  ),
  (
    "superlatives.tsv",
    ###"""
# Words that rank a thing first and want a source (WRD013).
全国第一
全省第一
全市第一
全县第一
全区第一
全国首个
全省首个
全市首个
全国首家
全省首家
全市首家
全国领先
全省领先
全市领先
首屈一指
史无前例
遥遥领先
独一无二

"""###
  ),
  (
    "surnames.tsv",
    ###"""
# Frequent surnames (PRV006).
王 李 张 刘 陈 杨 黄 赵 周 吴 徐 孙 朱 马 胡 郭 林 何 高 梁 郑 罗 宋 谢 唐 韩 曹 许 邓 萧 冯 曾 程 蔡 彭 潘 袁 于 董 余 苏 叶 吕 魏 蒋 田 杜 丁 沈 姜 范 江 傅 钟 卢 汪 戴 崔 任 陆 廖 姚 方 金 邱 夏 谭 韦 贾 邹 石 熊 孟 秦 阎 薛 侯 雷 白 龙 段 郝 孔 邵 史 毛 常 万 顾 赖 武 康 贺 严 尹 钱 施 牛 洪 龚

"""###
  ),
  (
    "unsure-words.tsv",
    ###"""
# Words that are often taken for one another (WRD005): wrong where the rows say, for a person to judge.
# written, likely meant, not after these, not before these.
截止目前	截至目前
截止到目前	截至目前
截止今年	截至今年
截止上半年	截至上半年
截止年底	截至年底
截止本月	截至本月
其它	其他	尤 及
帐户	账户
帐目	账目
帐号	账号
台帐	台账
记帐	记账
对帐	对账
份量	分量	股 份
成份	成分	组
坚苦奋斗	艰苦奋斗
倍受欢迎	备受欢迎
倍受关注	备受关注

"""###
  ),
  (
    "variants.tsv",
    ###"""
# Two ways to write one word, of which a text should keep to one (NAM005).
# the form to prefer, the other one.
作经验发言	做经验发言
作经验交流	做经验交流
作典型发言	做典型发言
作交流发言	做交流发言
作出贡献	做出贡献
作出部署	做出部署
作表率	做表率
作出安排	做出安排
图像	图象
账户	帐户
台账	台帐

"""###
  ),
  (
    "wrong-characters.tsv",
    ###"""
# Words written with a wrong character, which no dictionary has (WRD004).
# wrong, right, not after these, not before these; words of a cell are apart by blanks.
布署	部署
按排	安排		名 序 列 放 号
渡假	度假
欢渡	欢度
松驰	松弛
气慨	气概
震憾	震撼
凌架	凌驾
防碍	妨碍
竟赛	竞赛
竟争	竞争		相 先
粗旷	粗犷
坐阵	坐镇
通辑	通缉
催毁	摧毁
针贬	针砭
寒喧	寒暄
脉博	脉搏
蜂涌	蜂拥
沉缅	沉湎
追朔	追溯
精萃	精粹
重迭	重叠
编篡	编纂
入场卷	入场券
迫不急待	迫不及待
再接再励	再接再厉
一愁莫展	一筹莫展
穿流不息	川流不息
金壁辉煌	金碧辉煌
默守成规	墨守成规
不径而走	不胫而走
走头无路	走投无路
谈笑风声	谈笑风生
甘败下风	甘拜下风
汗流夹背	汗流浃背
鬼鬼崇崇	鬼鬼祟祟
烩炙人口	脍炙人口
明辩是非	明辨是非
相形见拙	相形见绌
旁证博引	旁征博引
灸手可热	炙手可热
黄梁美梦	黄粱美梦
死皮癞脸	死皮赖脸
提纲挈令	提纲挈领
因地置宜	因地制宜
一如继往	一如既往
持之以衡	持之以恒
名列前矛	名列前茅
声名雀起	声名鹊起
不落巢臼	不落窠臼
各行其事	各行其是
共商国事	共商国是
按步就班	按部就班
变本加利	变本加厉
融汇贯通	融会贯通
众志成诚	众志成城
责无旁代	责无旁贷
义不容词	义不容辞
贯彻落时	贯彻落实
狠抓落时	狠抓落实

"""###
  ),
]
