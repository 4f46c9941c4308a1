"""Tells page furniture - share buttons, newsletter boxes, feedback prompts - from content, paragraph by paragraph.

Furniture stays in the document's text (offsets must hold) but nothing is ever extracted from it.
"""

from __future__ import annotations

import re

_PROMPT = re.compile(
    r"""^\W*(?:
        help\ us\ improve | was\ this\ (?:article|page|story)\ (?:helpful|useful) | (?:please\ )?(?:share|follow)\ (?:this|us|on)\b | share$
      | (?:sign\ up|subscribe)\b.{0,80} | (?:read|see|watch)\ (?:more|next|also)\b.{0,120} | related\ (?:articles?|stories|coverage|topics?)\b.{0,80}
      | advert(?:isement)? | sponsored(?:\ content)? | newsletter | comments?(?:\ \(\d+\))? | (?:print|email)\ this\ (?:article|page|story)
      | (?:©|\(c\)|copyright)\ .{0,120} | all\ rights\ reserved | (?:report|suggest)\ (?:a\ )?(?:correction|an\ error|a\ typo)
      | (?:send\ us|give)\ (?:your\ )?feedback | most\ (?:read|popular|viewed) | click\ here\b.{0,80} | tap\ to\b.{0,40}
      | (?:get|download)\ (?:our|the)\ (?:app|newsletter)\b.{0,60} | back\ to\ top | skip\ to\ (?:main\ )?content | cookie\ (?:policy|settings)
    )\W*$""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST = 160  # code points; longer paragraphs are prose even where they open like a prompt


def is_furniture(paragraph: str) -> bool:
    """Whether the paragraph is a prompt of the page, not a sentence of the text."""
    return len(paragraph) <= _LONGEST and _PROMPT.match(paragraph) is not None
