"""Tells whether a text is English, the only language that counterclaim reads.

Refuses a text only on good evidence: at least MINIMUM code points, few common English words, and a sure identification.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from counterclaim.errors import NotEnglish

MINIMUM = 200
_SURE = 15.0  # lead in log-likelihood; a text of 200 code points in another language has 100 and more
_COMMON = frozenset(
    {
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "that",
        "for",
        "it",
        "was",
        "on",
        "with",
        "as",
        "be",
        "by",
        "at",
        "he",
        "she",
        "his",
        "her",
        "they",
    }
    | {"said", "not", "from", "this", "are", "have", "has", "an", "or", "but", "who", "had", "were", "which", "would", "its"}
)
_ENOUGH = 0.14  # share of common words in a text that needs no model to be taken for English; news has about 0.35
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # code points that are looked at
_NAMES = MappingProxyType(
    {
        "ar": "Arabic",
        "bg": "Bulgarian",
        "ca": "Catalan",
        "cs": "Czech",
        "cy": "Welsh",
        "da": "Danish",
        "de": "German",
        "el": "Greek",
        "es": "Spanish",
        "et": "Estonian",
        "fa": "Persian",
        "fi": "Finnish",
        "fr": "French",
        "ga": "Irish",
        "he": "Hebrew",
        "hi": "Hindi",
        "hr": "Croatian",
        "hu": "Hungarian",
        "id": "Indonesian",
        "it": "Italian",
        "ja": "Japanese",
        "ko": "Korean",
        "lt": "Lithuanian",
        "lv": "Latvian",
        "ms": "Malay",
        "nl": "Dutch",
        "no": "Norwegian",
        "nb": "Norwegian",
        "nn": "Norwegian",
        "pl": "Polish",
        "pt": "Portuguese",
        "ro": "Romanian",
        "ru": "Russian",
        "sk": "Slovak",
        "sl": "Slovenian",
        "sr": "Serbian",
        "sv": "Swedish",
        "sw": "Swahili",
        "tl": "Tagalog",
        "tr": "Turkish",
        "uk": "Ukrainian",
        "ur": "Urdu",
        "vi": "Vietnamese",
        "zh": "Chinese",
    }
)


def require_english(text: str, *, source: str) -> None:
    """Raises NotEnglish, naming the language."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    if len(text) < MINIMUM or sum(w in _COMMON for w in words) >= _ENOUGH * max(len(words), 1):
        return
    code, lead = _identified(sample)
    if lead >= _SURE:
        raise NotEnglish(f"the text is in {_NAMES.get(code, f'the language {code!r}')}; counterclaim reads English", source=source)


def _identified(text: str) -> tuple[str, float]:
    """(the likeliest language's code, how far it leads English in log-likelihood)."""
    import py3langid

    scores = dict(py3langid.rank(text))
    code = max(scores, key=lambda c: scores[c])
    return str(code), float(scores[code] - scores["en"])
