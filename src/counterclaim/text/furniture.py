"""Tells page furniture - share buttons, newsletter boxes, feedback prompts, counts - from content, paragraph by paragraph.

Furniture stays in the document's text (offsets must hold) but nothing is ever extracted from it. A paragraph is
furniture only where all of it is: a sentence that merely begins like a prompt is content.
"""

from __future__ import annotations

import re

_PROMPT = re.compile(
    r"""^\W*(?:
        # what did you think of it
        help\ us\ improve | was\ this\ (?:article|page|story|content)\ (?:helpful|useful) | did\ you\ find\ this\ .{0,40}(?:helpful|useful)
      | (?:what\ did\ you\ think|rate\ this)\b.{0,40} | (?:send\ us|give|share|leave)\ (?:us\ )?(?:your\ )?(?:feedback|thoughts|comments?)
      | (?:report|suggest|submit)\ (?:a\ |an\ )?(?:correction|error|typo|mistake|problem)\b.{0,40}
      | (?:spotted|found|see)\ (?:a|an)\ (?:mistake|error|typo)\b.{0,60}
        # pass it on, and what others did with it
      | (?:please\ )?(?:share|follow|like)\ (?:this|us|on)\b.{0,40}
      | (?:share|tweet|email|print|save|copy\ link|reply|repost|retweet|like|bookmark)
      | (?:print|email|save|bookmark)\ this\ (?:article|page|story) | (?:view|show|read)\ (?:\d+\ )?(?:more\ )?(?:replies|comments)
      | (?:[\d.,]+[KkMm]?\s*(?:likes?|reposts?|retweets?|quotes?|replies|reply|comments?|views?|shares?|bookmarks?|boosts?)\W*)+
      | (?:(?:like|reply|repost|retweet|share|bookmark|views?|quote)\W+)+(?:like|reply|repost|retweet|share|bookmark|views?|quote)
      | comments?(?:\ \(\d+\))? | leave\ a\ (?:comment|reply) | join\ the\ (?:conversation|discussion)
      | (?:be\ the\ first\ to|add\ a)\ comment
        # come back, and pay
      | (?:sign\ up|subscribe|register|log\ in|sign\ in)\b(?!.*\ (?:said|says)\b).{0,110} | newsletters?
      | (?:get|download|install)\ (?:our|the)\ (?:\w+\ )?(?:app|newsletter|briefing)\b.{0,80} | already\ a\ (?:subscriber|member)\b.{0,60}
      | (?:support|donate\ to)\ (?:our|independent|quality)\ (?:\w+\ )?journalism\b.{0,60}
      | become\ a\ (?:member|subscriber|supporter)\b.{0,60}
        # other stories
      | (?:read|see|watch|listen|view)\ (?:more|next|also)\b.{0,120}
      | (?-i:(?:READ|WATCH|MORE|RELATED|SEE\ ALSO|LISTEN|ALSO\ READ):?\ [A-Z“‘"'0-9]).{0,120}
      | related(?:\ (?:articles?|stories|coverage|topics?|links?|content|tags?))?\b:?.{0,80}
      | (?:more|latest|top)\ (?:on\ this\ (?:story|topic)|stories|news|headlines|from\ .{1,40})
      | most\ (?:read|popular|viewed|shared) | trending(?:\ now)? | recommended(?:\ (?:for\ you|stories))?
      | you\ (?:may|might)\ also\ (?:like|enjoy|be\ interested\ in)
      | (?:topics|tags|filed\ under|categories)\s*:.{0,120} | continue\ reading\b.{0,60} | story\ continues\ below(?:\ .{0,40})?
      | (?:article|story)\ continues\ (?:after|below)\b.{0,40}
        # advertisements, rights, pictures
      | advert(?:isement|isements|ising)? | sponsored(?:\ (?:content|by\ .{1,40}))? | promoted | paid\ (?:post|content) | ad
      | (?:©|\(c\)|copyright)\ .{0,150} | all\ rights\ reserved\b.{0,60} | (?:file\ )?photo(?:s|graph)?\s*:\s*.{0,80}
      | (?:image|picture|photo)\ (?:credit|source|copyright|caption)\b.{0,80}
        # finding one's way
      | click\ (?:here|to)\b.{0,80} | tap\ (?:here|to)\b.{0,60} | back\ to\ top | skip\ to\ (?:main\ )?(?:content|navigation)
      | (?:previous|next)\ (?:article|story|page)
      | (?:cookie|privacy)\ (?:policy|settings|notice|preferences) | terms\ (?:of\ (?:use|service)|and\ conditions)
      | (?:accept|manage)\ (?:all\ )?cookies
      | (?:\d+|one|two|three|four|five|six|ten)[\ -]min(?:ute)?s?\ read | listen\ to\ this\ (?:article|story)
      | (?:show|hide)\ (?:caption|transcript) | enlarge\ this\ image
    )\W*$""",
    re.VERBOSE | re.IGNORECASE,
)
# A line that names the reporter, all of it: "By Toby Larkby and Ruby Osk", "BY TOBY LARKBY, Courier staff".
_BYLINE = re.compile(
    r"""^(?:By|BY|Reporting\ by)\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){0,3}
        (?:\s*(?:,|and|AND|&)\s*[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){0,3})*
        (?:\s*[,|·•–—-]\s*.{0,60})?$""",
    re.VERBOSE,
)
_LONGEST = 160  # code points; longer paragraphs are prose even where they open like a prompt


def is_furniture(paragraph: str) -> bool:
    """Whether the paragraph is a prompt of the page or its byline, not a sentence of the text."""
    return len(paragraph) <= _LONGEST and (_PROMPT.match(paragraph) is not None or is_byline(paragraph))


def is_byline(paragraph: str) -> bool:
    """Whether the paragraph does nothing but name who wrote the text."""
    return _BYLINE.match(paragraph) is not None and not paragraph.endswith((".", "!", "?", "”", '"'))
