"""What sort of thing a noun names, by how it ends: wrong answers of a blank are of the same sort as the right one."""

from __future__ import annotations

from collections.abc import Mapping

_ENDINGS = {
    "person": "员 者 人 师 工 主管 经理 领导 业主",
    "bearing": "头发 胡须 指甲 神情 姿 妆 表情 仪表 礼仪",
    "mind": "语速 语气 语调 声音 心态 气氛 兴趣 思维 感觉",
    "place": "区 室 厅 部 处 岗 岗位 大厦 大堂 楼 社区 走廊 电梯 通道 车场",
    "furniture": "桌 椅 凳 桌子 椅子 凳子 板凳 沙发 柜 架 台面 墙面 地面 桌面 吧台 沙盘 水槽 窗帘 褶皱 桌布 桌幔 靠垫",
    "ware": "杯 杯子 杯身 水杯 瓶 盘 缸 壶 毛巾 茶水 饮品 冰块 小点 鲜花 绿植 物料 物品 用品",
    "litter": "水迹 水渍 杂物 异味 枯枝 枯叶 垃圾 灰尘 污渍 指纹 烟头",
    "device": "机 器 仪 灯 饰 屏 幕 空调 电视 电脑 电源 线 笔 刷 壁画 相框 雕塑 小品 音乐",
    "paper": "文件 资料 证书 证件 档案 合同 报表 表格 票据 印章",
    "news": "信息 情况 动向 姓氏 号码 特征 事项",
    "extent": "数量 高度 距离 角度 时间 温度 音量",
    "word": "建议 意见 评价 总结 要求 结果 答复",
    "plan": "计划 方案 流程 规范 制度 标准 机制 责任制 办法 指标 目标 任务",
    "worth": "质量 水平 形象 意识 责任心 自主权 能力 技巧 关系 卖点 品牌 信誉",
    "fault": "问题 故障 事故 损坏 隐患 缺陷",
    "matter": "原因 纠纷 误会 损失 事件 事务 投诉 交易",
    "work": "工作 培训 支持 安全 服务 办公 管理 维护 沟通 接待 分析 网络 软件 系统",
}
"""Endings by sort; the longest that fits counts: 吧台岗 is a place, 雕塑小品 is not what 品 would make it."""
_SORTS: Mapping[str, str] = {ending: sort for sort, endings in _ENDINGS.items() for ending in endings.split()}
_LONGEST = max(map(len, _SORTS))
_BROAD = frozenset(
    ["问题", "事务", "物品", "用品", "物料", "资料", "信息", "情况", "方案", "流程", "文件", "服务", "工作"]
)
"""Nouns that take in others of their sort: beside a narrower key they are true as well."""
_ALIKE = tuple(
    tuple(group.split())
    for group in (
        "椅 凳 桌椅 凳子 椅子 板凳",
        "建议 意见 评价 要求",
        "信息 情况",
        "灯 灯饰 壁灯",
        "烟缸 烟灰缸",
        "品 物料",
    )
)
"""Endings of nouns that name nearly the same: none of them is a wrong answer where another is right."""


def sort_of(text: str) -> str:
    """Return the sort of thing a noun names, by the longest ending that is known; "" for none."""
    return next((_SORTS[text[-n:]] for n in range(min(_LONGEST, len(text)), 0, -1) if text[-n:] in _SORTS), "")


def stands_for(text: str, key: str) -> bool:
    """Tell whether a noun might be taken to say what the key says: broader than it, or nearly the same."""
    if text in _BROAD:
        return True
    return any(text.endswith(endings) and key.endswith(endings) for endings in _ALIKE)
