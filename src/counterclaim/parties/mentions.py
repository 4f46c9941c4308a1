"""Finds every phrase of a document that stands for a party: names with their titles, roles, bodies, groups, pronouns.

Spans are code points of the document's text, without the determiner. Refuses to call a word a name because it opens a
sentence. Which party a mention stands for is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.parties import words
from counterclaim.parties.clauses import placed
from counterclaim.parties.found import Found, Sort
from counterclaim.parties.links import CALLED, PREDICATES, SAYING, linked
from counterclaim.parties.tokens import Sentence, Spelling
from counterclaim.records import Span

_MODIFIERS = 4  # words before a head noun that may belong to its phrase
_KEPT_PARTICIPLES = frozenset(
    {"retired", "elected", "ruling", "suspected", "accused", "managing", "acting", "supervising", "ranking", "missing", "consulting"}
)
_LANDMARKS = frozenset(
    {"bridge", "street", "square", "green", "park", "lane", "hall", "cross", "bay", "wharf", "yard", "hospital"}
) | frozenset({"church", "cathedral", "college", "school", "market", "road"})
_NICKNAME = 3  # words
_NICKNAME_MARKS = frozenset({"“”", '""', "‘’", "''"})
_PLURALS = frozenset({"women", "men", "people", "children", "king", "queen"})
_WHERE = frozenset({"in", "at", "near", "into", "across", "around", "outside", "inside", "from", "through", "along", "beyond", "to", "of"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})


def find(text: str, sentences: tuple[Sentence, ...], spelling: Spelling) -> tuple[Found, ...]:
    """All mentions of a document in order of their start."""
    found: list[Found] = []
    for i, sentence in enumerate(sentences):
        first = len(found)
        found.extend(placed(sentence, _Scan(text, sentence, i, spelling).run()))
        found[first:] = linked(text, found[first:], first)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Scan:
    """Reads one sentence from left to right."""

    text: str
    sentence: Sentence
    number: int
    spelling: Spelling

    def run(self) -> Iterator[Found]:
        place = 0
        while place < len(self.sentence.words):
            word = self.sentence.words[place]
            end = self._name_end(place)
            if end > place:
                yield from self._named(place, end)
                place = end
            elif (low := word.low.split("'")[0]) in words.PRONOUNS:
                yield self._made(place, place + 1, Sort.PRONOUN, head=low)
                place += 1
            else:
                length, sort, head = self._noun(place)
                if sort is not None:
                    yield from self._common(place, length, sort, head)
                place += max(length, 1)

    # --- names ---------------------------------------------------------------------------------------------------------

    def _is_name(self, place: int) -> bool:
        ws = self.sentence.words
        if not 0 <= place < len(ws):
            return False
        word = ws[place]
        if word.text[0] == "@" and len(word.text) > 1:
            return True
        if word.opens and word.capital and CALLED.search(self.text[max(0, word.start - 40) : word.start]):
            return True
        closed = word.low.split("'")[0] in words.CLOSED
        if word.opens and word.capital and place + 1 < len(ws) and not closed and not self.sentence.title_case:
            following = ws[place + 1]
            if (
                following.capital
                and following.low not in words.CLOSED
                and following.start - word.end <= 2
                and not self.spelling.lower.get(word.low)
            ):
                return True
            if words.title_sense(word.low.rstrip(".")) and (following.text == "." or following.capital or following.low == "of"):
                return True
            if following.low == "'s" or (following.low in SAYING and not self.spelling.lower.get(word.low)):
                return True
        return (
            word.wordy
            and not word.text[0].isdigit()
            and self.spelling.is_name(word, self.sentence.title_case)
            and word.low not in words.TIMES
        )

    def _name_end(self, place: int) -> int:
        """The end of the capitalised sequence that begins here, or `place`."""
        if not self._is_name(place):
            return place
        ws = self.sentence.words
        end = place + 1
        while end < len(ws):
            step = self._joined(place, end)
            if not step:
                break
            end += step
        return end

    def _joined(self, first: int, end: int) -> int:
        """How many words from `end` on continue the name: 0 ends it."""
        ws = self.sentence.words
        gap = self.text[ws[end - 1].end : ws[end].start]
        if "\n" in gap:
            return 0
        low = ws[end].low
        if ws[end].text == "." and not gap and words.title_sense(ws[end - 1].low) and self._is_name(end + 1):
            return 2
        if self._is_name(end) and not ws[end].opens:
            return 1
        if low == "&" and self._is_name(end + 1):
            return 2
        if low in {"'", "’", "'s"} and not gap and self._owned_body(end):
            return 2
        if low in words.PARTICLES and (skip := self._particles(end)):
            return skip + 1
        if skip := self._nickname(end):
            return skip + 1
        if low == "of" and words.title_sense(ws[end - 1].low) == "office" and self._is_name(end + 1):
            return 2
        if low in {"of", "for", "on"} and self._opens_body(first, end):
            skip = 2 if end + 1 < len(ws) and ws[end + 1].low == "the" else 1
            return skip + 1 if self._is_name(end + skip) else 0
        if low == "and" and self._is_name(end + 1) and self._double(first, end):
            return 2
        return 0

    def _particles(self, place: int) -> int:
        """How many particles stand before the next word of a name: "van der", 0 if none follows."""
        ws = self.sentence.words
        stop = place
        while stop < len(ws) and ws[stop].low in words.PARTICLES and ws[stop].text[0].islower():
            stop += 1
        return stop - place if self._is_name(stop) else 0

    def _nickname(self, place: int) -> int:
        """How many words and marks a nickname inside a name takes: “Two Lamps” of "Lem “Two Lamps” Darrow", 0 if none."""
        ws = self.sentence.words
        inside = ws[place + 1 : place + 2 + _NICKNAME]
        size = next((i for i, w in enumerate(inside) if not w.wordy), 0)
        marks = ws[place].text + (inside[size].text if size else "")
        if marks not in _NICKNAME_MARKS or not all(w.capital for w in inside[:size]) or place + size + 2 >= len(ws):
            return 0
        following = ws[place + size + 2]
        return size + 2 if following.capital and following.low not in words.CLOSED else 0

    def _opens_body(self, first: int, end: int) -> bool:
        """ "Ministry of ...": the words so far end with the head of a body, or are an office of state."""
        last = self.sentence.words[end - 1].low
        if last in words.ORGANISATION_HEADS:
            return True
        phrase = " ".join(w.low for w in self.sentence.words[first:end]) + " of state"
        return bool(words.senses(phrase)) and end + 1 < len(self.sentence.words) and self.sentence.words[end + 1].low == "state"

    def _owned_body(self, end: int) -> bool:
        """ "Passengers' League", "Women's Institute": a possessive inside a body's name, not "Ardmoor's League"."""
        ws = self.sentence.words
        stop = end + 1
        while stop < len(ws) and self._is_name(stop):
            stop += 1
        before = ws[end - 1].low
        many = before.endswith("s") if ws[end].low != "'s" else before in _PLURALS
        body = many and ws[stop - 1].low in words.ORGANISATION_ENDS
        return stop > end + 1 and (body or ws[stop - 1].low in _LANDMARKS)

    def _double(self, first: int, end: int) -> bool:
        """ "Food and Drug Administration", "Department of Energy and Climate": one name, although two words are joined."""
        ws = self.sentence.words
        stop = end + 1
        while stop < len(ws) and self._is_name(stop):
            stop += 1
        last = ws[stop - 1].low
        of = any(w.low == "of" for w in ws[first:end])
        single = end - first == 1 and stop - end >= 3 and last in words.ORGANISATION_ENDS
        return single or (of and stop - end == 2 and ws[first].low in words.ORGANISATION_HEADS) or (last in {"act"} and end - first > 1)

    def _named(self, start: int, end: int) -> Iterator[Found]:
        """A capitalised sequence: owner, title and name apart ("Cruz spokesman Rick Tyler" comes with its role before it)."""
        ws = self.sentence.words
        cut, head = self._title(start, end)
        if cut == end:  # a title alone: "the President", "the Prime Minister"
            yield self._made(start, end, Sort.PERSON, role=self._text(start, end), head=head)
            return
        if cut == start and self._capital_noun(start, end):
            return
        low = ws[end - 1].low
        if cut == start and end - start == 1 and (words.is_group(low) or words.is_body(low)) and not self.spelling.capital.get(low, 0) > 3:
            sort = Sort.GROUP if words.is_group(low) else Sort.BODY
            yield self._made(start, end, sort, head=words.singular(low) if sort is Sort.BODY else low)
            return
        name = self._text(cut, end)
        if len(name) == 1:
            return  # a letter is nobody's name: "D-N.Y."
        found = self._made(start, end, Sort.NAME, name=name, role=self._text(start, cut) if cut > start else "", head=head)
        yield replace(found, name_at=Span(ws[cut].start, ws[end - 1].end), sign=self._sign(end))

    def _sign(self, end: int) -> Sort | None:
        """What the words after a name tell of it: ", 34," and "who" mark a person, "which" a body."""
        after = [w.low for w in self.sentence.words[end : end + 3]]
        if (
            after[:1] == ["who"]
            or after[:2] in ([",", "who"], [",", "whose"])
            or (after[:1] == [","] and len(after) == 3 and after[1].isdigit() and after[2] == ",")
        ):
            return Sort.PERSON
        last = self.sentence.words[end - 1]
        if (
            end > 1
            and self._is_name(end - 2)
            and last.low.endswith("s")
            and not last.low.endswith("ss")
            and self.spelling.lower.get(last.low)
        ):
            return Sort.BODY  # "Ardmoor Trams": the last word is a plural noun of the text, people are not called so
        return Sort.BODY if after[:2] == [",", "which"] else None

    def _capital_noun(self, start: int, end: int) -> bool:
        """A capitalised word that is no party: a nationality alone is kept, a weekday is not."""
        return all(w.low in words.TIMES for w in self.sentence.words[start:end])

    def _title(self, start: int, end: int) -> tuple[int, str]:
        """Where the name begins after its titles, and the head noun of the last title."""
        ws = self.sentence.words
        lows = [words.long_form(w.low.rstrip(".")) for w in ws[start:end]]
        if lows[-1] in words.ORGANISATION_ENDS and len(lows) > 1:
            return start, ""
        cut, head, i = start, "", 0
        while i < len(lows):
            for size in range(min(words.LONGEST_TERM, len(lows) - i), 0, -1):
                term = " ".join(lows[i : i + size])
                plural = size == 1 and i + 1 < len(lows) and words.singular(term) != term and words.is_person(words.singular(term))
                if words.title_sense(term) or words.is_person(term) or plural:
                    cut, head = start + i + size, term
                    i += size - 1
                    break
            i += 1
        while cut < end and ws[cut].text == ".":
            cut += 1
        if cut < end and ws[cut].low in {"of", "for"}:
            return self._office_of(cut, end, head)
        return cut, head

    def _office_of(self, cut: int, end: int, head: str) -> tuple[int, str]:
        """ "President of Ukraine Volodymyr Z...": the place is the first word after "of"; the rest is the name."""
        return (cut + 2, head) if end - cut >= 4 else (end, head)

    # --- common nouns --------------------------------------------------------------------------------------------------

    def _noun(self, place: int) -> tuple[int, Sort | None, str]:
        """The longest role, body or group noun that begins here -> (words, sort, head)."""
        ws = self.sentence.words
        for size in range(min(words.LONGEST_TERM, len(ws) - place), 0, -1):
            if any(not w.wordy for w in ws[place : place + size]):
                continue
            *front, last = [w.low for w in ws[place : place + size]]
            term = " ".join([*front, last])
            single = " ".join([*front, words.singular(last)])
            if words.is_group(term):
                return size, Sort.GROUP, term
            if words.is_person(term):
                return size, Sort.PERSON, term
            if words.is_person(single) and single != term:
                return size, Sort.GROUP, term
            if words.is_body(term):
                return size, Sort.BODY, term
            if words.is_paper(term) or words.is_paper(single):
                return size, Sort.PAPER, single
        return 1, None, ""

    def _common(self, place: int, length: int, sort: Sort, head: str) -> Iterator[Found]:
        ws = self.sentence.words
        if place + length < len(ws) and self._noun(place + length)[1] is not None and ws[place + length].text[0].islower():
            return  # a noun before another: "police officers", "company director"
        start, wide, determiner = self._left(place)
        if sort is Sort.PERSON and self._predicate(wide) and determiner in words.DETERMINERS and not self._named_after(place + length):
            return
        if head == "accused" and (start != place or wide != start or not determiner):
            return  # the verb
        owned = determiner in words.POSSESSIVES or determiner == "'s"
        bare = determiner == "" and wide == start and not self._named_after(place + length)
        if bare and sort in {Sort.PERSON, Sort.BODY, Sort.PAPER} and not (start == 0 or self.sentence.title_case):
            return
        text = self._text(wide, place + length)
        found = replace(self._made(start, place + length, sort, role=text, head=head), text=text, governed=self._governor(wide) != "")
        yield replace(
            found,
            definite=determiner in _DEFINITE or owned,
            determined=determiner != "",
            owner_pronoun=determiner if determiner in words.POSSESSIVES else "",
            plural=sort is Sort.GROUP,
        )

    def _named_after(self, place: int) -> bool:
        return self._is_name(place)

    def _predicate(self, wide: int) -> bool:
        """ "is a ...", "as a ...": says something of a party, does not name one."""
        ws = self.sentence.words
        return wide > 1 and ws[wide - 2].low in PREDICATES

    def _left(self, place: int) -> tuple[int, int, str]:
        """Where the phrase of a head noun begins without and with the name before it, and its determiner ("" for none)."""
        ws = self.sentence.words
        start = place
        while start > 0 and place - start < _MODIFIERS and self._modifies(start - 1):
            start -= 1
        wide = start
        while wide > 0 and self._is_name(wide - 1):
            wide -= 1
        before = ws[wide - 1].low if wide > 0 else ""
        if before in words.DETERMINERS or before in words.POSSESSIVES or before == "'s":
            return start, wide, before
        return start, wide, "'s" if before == "'" else ""

    def _modifies(self, place: int) -> bool:
        word = self.sentence.words[place]
        low = word.low
        if not word.wordy or low in words.CLOSED or self._is_name(place):
            return False
        if low in _KEPT_PARTICIPLES:
            return True
        return not low.endswith(("ly", "ing", "ed")) and low not in words.cue_forms(
            "say", "accuse", "deny", "demand", "answer", "announce", "write", "ask", "admit"
        )

    # --- making --------------------------------------------------------------------------------------------------------

    def _text(self, start: int, end: int) -> str:
        ws = self.sentence.words
        return " ".join(self.text[ws[start].start : ws[end - 1].end].split())

    def _made(self, start: int, end: int, sort: Sort, *, name: str = "", role: str = "", head: str = "") -> Found:
        ws = self.sentence.words
        return Found(
            span=Span(ws[start].start, ws[end - 1].end),
            text=self._text(start, end),
            sort=sort,
            sentence=self.number,
            paragraph=self.sentence.paragraph,
            name=name,
            role=role,
            head=head,
            definite=bool(start) and ws[start - 1].low in _DEFINITE,
            determined=bool(start) and ws[start - 1].low in words.DETERMINERS,
            quoted=self.sentence.quoted[start],
            governed=self._governor(start) != "",
            located=self._governor(start) in _WHERE,
        )

    def _governor(self, start: int) -> str:
        """The preposition before a phrase, or ""."""
        ws = self.sentence.words
        i = start - 1
        while i >= 0 and (ws[i].low in words.DETERMINERS or ws[i].low in words.POSSESSIVES):
            i -= 1
        return ws[i].low if i >= 0 and ws[i].low in words.PREPOSITIONS else ""
