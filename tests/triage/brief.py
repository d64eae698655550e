"""The clinical brief's table 3.3, transcribed by hand, apart from the content.

`c` and `u` are changed and unchanged; three numbers are the severity bands 1-3, 4-6, 7-10, one
number stands for all of them; `else` is without the modifier; `3+days` is three days or more.
"""

import re
from itertools import product

from teachback.triage import Finding

TABLE = {
    "T01": ("spine_pain", "c:2 u:0,1,2"),
    "T02": ("spine_pain_redflag", "c:2 u:1"),
    "T03": ("band_or_shooting_pain", "c:3 u:1"),
    "T04": ("limb_weakness", "c:3 u:1"),
    "T05": ("walking_trouble", "c:3 u:1"),
    "T06": ("numbness", "c:3 u:0"),
    "T07": ("saddle_numbness", "3"),
    "T08": ("bladder_change", "c:3 u:1"),
    "T09": ("bowel_control_change", "c:3 u:1"),
    "T10": ("bone_pain", "c:1,1,2 u:0,1,2"),
    "T11": ("weight_bearing_pain", "c:2 u:1"),
    "T12": ("suspected_break", "3"),
    "T13": ("pain_not_controlled", "2"),
    "T14": ("fall", "1"),
    "T15": ("head_injury", "2"),
    "T16": ("nausea", "0,1,2"),
    "T17": ("vomiting_cant_keep_fluids", "2"),
    "T18": ("appetite_loss", "0,1,2"),
    "T19": ("thirst", "c:1 u:0"),
    "T20": ("urinating_a_lot", "c:1 u:0"),
    "T21": ("constipation", "<3days:0 3+days:1"),
    "T22": ("fatigue", "c:0,1,2 u:0,0,1"),
    "T23": ("drowsiness", "c:2 u:1"),
    "T24": ("confusion", "c:3 u:2"),
    "T25": ("hard_to_wake", "3"),
    "T26": ("dehydration_signs", "2"),
    "T27": ("no_urine_24h", "3"),
    "T28": ("fever_38", "recent_tx:3 else:2"),
    "T29": ("temp_37_5_or_below_36", "recent_tx:2 else:1"),
    "T30": ("shaking_chills", "recent_tx:3 else:2"),
    "T31": ("infection_signs", "recent_tx:2 else:1"),
    "T32": ("unwell_no_clear_cause", "recent_tx:2 else:1"),
    "T33": ("sepsis_signs", "3"),
    "T34": ("chest_pain", "3"),
    "T35": ("breathlessness", "c:2,2,3 u:0,1,3"),
    "T36": ("leg_swelling_one_side", "2"),
    "T37": ("coughing_or_vomiting_blood", "3"),
    "T38": ("bleeding_wont_stop", "3"),
    "T39": ("new_bruising_or_bleeding", "2"),
    "T40": ("irregular_heartbeat", "2"),
    "T41": ("seizure", "3"),
    "T42": ("stroke_signs", "3"),
    "T43": ("collapse_or_faint", "3"),
    "T44": ("headache", "c:1,1,3 u:0,0,2"),
    "T45": ("vision_change", "c:2 u:1"),
    "T46": ("jaw_or_mouth_problem", "on_bone_drug:1,1,2 else:0,0,1"),
    "T47": ("low_calcium_signs", "on_bone_drug:2 else:1"),
    "T48": ("dental_work_planned", "on_bone_drug:1 else:0"),
    "T49": ("distress", "distress:0,1,2"),
    "T50": ("self_harm_thoughts", "3"),
    "T51": ("sleep_trouble", "0"),
    "T52": ("joint_stiffness_or_hot_flushes", "0,0,1"),
    "T53": ("very_worried", "2"),
}
RULE_OF = {symptom: rule for rule, (symptom, _) in TABLE.items()}
BANDS, DISTRESS = ((1, 3), (4, 6), (7, 10)), ((1, 3), (4, 7), (8, 10))
OTHERS = {"recent_tx", "on_bone_drug"}
SPINE = [TABLE[f"T0{number}"][0] for number in (1, 2, 3)]
NERVE = [TABLE[f"T0{number}"][0] for number in (4, 5, 6, 7, 8, 9)]
RED_FLAGS = "T03 T04 T05 T06 T07 T08 T09 T12 T24 T25 T27 T28 T30 T33 T34 T37 T38 T41 T42 T43 T50"


def columns_of(row):
    """The columns of a row: what each asks for, and the level of each band."""
    for column, levels in re.findall(r"(?:(\S+):)?([\d,]+)(?: |$)", row):
        each = levels.split(",") if "," in levels else [levels] * 3
        yield column, [int(level) for level in each]


COLUMNS = {symptom: dict(columns_of(row)) for symptom, row in TABLE.values()}


def circumstances(column, modifier):
    """Each way of being changed, since when, and in which circumstances that a column means."""
    changed = {"c": [True], "u": [False]}.get(column, [True, False])
    days = {"<3days": [0, 2], "3+days": [3, 99]}.get(column, [0, 99])
    held = {modifier: [{modifier}, OTHERS], "else": [set(), OTHERS - {modifier}]}
    return product(changed, days, held.get(column, [set(), OTHERS]))


def cells():
    for rule, (symptom, _) in TABLE.items():
        columns = COLUMNS[symptom]
        for column, levels in columns.items():
            for band, level in zip(
                DISTRESS if column == "distress" else BANDS, levels, strict=True
            ):
                around = circumstances(column, next(iter(columns)))
                for severity, (changed, days, held) in product(band, around):
                    found = Finding(changed, severity, days)
                    yield rule, symptom, found, frozenset(held), level
