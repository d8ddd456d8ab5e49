"""The words that every contract defines, and the words with which it does: what goes beyond these is news."""

from __future__ import annotations

from .lexicon import concepts

_CHANGE_OF_CONTROL = (
    "control controls controlling change merger merge merges consolidation consolidate reorganization combination acquisition acquires acquired sale sells transfer disposition assets substantially business stock equity shares securities voting power"
    " majority percent fifty half interest ownership own beneficial beneficially holders stockholders shareholders owners outstanding transaction transactions series related directors board company entity corporation person group surviving successor parent affiliate subsidiary"
    " directly indirectly direct indirect whether otherwise elect election appoint immediately prior securities exchange act 1934 amended lease exclusive license third party occurs result results combined issued tender offer whole management policies"
)
# words that every contract defines in much the same way: what goes beyond is news, whatever connective brings it in
_WELL_KNOWN = {
    "affiliate": "control controls controlled controlling common direct indirect directly indirectly own owns owned ownership percent fifty majority voting securities stock shares interest equity"
    " entity corporation company partnership subsidiary subsidiaries parent person power management policies direction intermediaries possession cause whether contract otherwise group firm organization"
    " successor successors assigns now future hereafter individual investment different business limited liability trust venture",
    "subsidiary": "control controlled directly indirectly own owned ownership percent fifty majority voting securities stock shares interest entity corporation company parent person",
    "change of control": _CHANGE_OF_CONTROL,
    "change in control": _CHANGE_OF_CONTROL,
    "business day": "new closed saturday saturdays sunday sundays bank banks public legal national federal holiday holidays weekday weekdays business day open closed authorized law york london city office offices ordinary general commercial state working calendar monday friday located eastern standard pacific central time hours am pm statutory observed excluding",
}  # fmt: skip
_LEADS_UP = "mean respect referenced specified mentioned named question relation"


def well_known(name: str) -> frozenset[str] | None:
    """The words with which contracts define a word that all of them know; None for any other."""
    plain = " ".join(name.lower().split()).removesuffix("(s)").removesuffix(" event").removesuffix(" transaction")
    for known, customary in _WELL_KNOWN.items():
        if plain in (known, f"{known}s", f"{known[:-1]}ies"):
            return concepts([customary, known, _LEADS_UP])
    return None
