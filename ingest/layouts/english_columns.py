"""What an English table calls its columns: Contents of question, Answer from the city, Department in charge, No.

A label's words are looked at, not its form: those that only say how or whose (summary of, received, the city's) are left out, and
what remains tells the role. With a question and a reply in it, the one that stands first counts: Answers to questions.
"""

from __future__ import annotations

import re

from corpus.patterns import any_of

_WORD = re.compile(r"[a-z]+")
_JOINED = re.compile(r"(?<=[a-z])(?:text|body|summary|contents?|name|date|day|at)$")
"""question_text, questiontext: words that programs set behind the name of the field."""
_TOWN = frozenset(
    "city town village ward prefecture municipality municipal government office administration mayor staff admin official officials our".split()
)
_VIEW = frozenset("opinion opinions view views stance position thinking approach".split())
"""What residents send in, and what the town holds of it: The city's view is a reply."""
_COMMENT = frozenset(["comment", "comments"])
_TO_TOWN = re.compile(rf"\b(?:to|for|on|about|regarding) (?:the )?(?:{'|'.join(sorted(_TOWN))})\b")
"""City comment is a reply, Opinions to the city are none."""
_MATTER = (
    frozenset(
        "content contents text body summary summaries outline overview detail details gist description main key original full "
        "of from by to for and or the a an in on with your their its this each s about regarding received submitted given made raised "
        "prefectural council assembly resident residents citizen citizens public participant participants councilor councilors "
        "councillor councillors member members committee".split()
    )
    | _TOWN
    | _VIEW
)
"""Words that say how it is told or whose it is."""
_ROLES = {
    word: role
    for role, words in {
        "question": "question questions inquiry inquiries enquiry enquiries query queries comment comments request requests proposal "
        "proposals suggestion suggestions opinion opinions complaint complaints message messages letter letters",
        "answer": "answer answers reply replies response responses",
    }.items()
    for word in words.split()
}
_NOTES = any_of(
    # "Date of the reply", "Reception date", "Answered day"
    r"(?:date|day) (?:of )?(?:the )?\w+",
    any_of(
        *"reception receipt received question inquiry answer reply response".split(),
        *"publication publishing update posting".split(),
    )
    + r" (?:date|day|at)",
    *"date day classification category status remarks? notes? type age gender".split(),
)
_RESPONDERS = any_of(
    # "Department in charge", "Responsible division name"
    r"(?:(?:the )?(?:responsible|relevant|competent|answering|responding|charge|contact) )?"
    r"(?:department|division|section|bureau|office)s?(?: name)?(?: in charge| responsible)?",
    r"(?:name of )?(?:respondents?|responders?|answerers?)(?: name)?",
    r"(?:answered|replied) by",
)
_ASKERS = any_of(
    # "Name of the questioner", "Councillors"
    r"(?:name of )?(?:the )?"
    + any_of(
        *"questioners? askers? inquirers? commenters? submitters? proposers? councill?ors?".split(),
        r"(?:council|committee) members?",
    )
    + r"(?: name)?",
    r"(?:asked|submitted) by",
)
_TOPICS = any_of(
    *("subject", "title", "topic", "theme", "item", "matter", "subject matter", "agenda(?: item)?", "field")
)
_OTHERS = (
    ("number", re.compile(r"^(?:number|no|serial number|item number|(?:question|inquiry) (?:number|no))$")),
    ("note", re.compile(rf"^{_NOTES}$")),
    ("responder", re.compile(rf"^{_RESPONDERS}$")),
    ("who", re.compile(rf"^{_ASKERS}$")),
    ("topic", re.compile(rf"^{_TOPICS}s?$")),
)


def english_role(label: str) -> str:
    """The role that an English label of a column names; empty where it is none or another language."""
    if not label.isascii():
        return ""
    words = _WORD.findall(_JOINED.sub(lambda m: " " + m[0], re.sub(r"[_\-]", " ", label.casefold())))
    plain = " ".join(words)
    if other := next((role for role, form in _OTHERS if form.match(plain)), ""):
        return other
    if plain in _LETTERS:
        return _LETTERS[plain]
    if any(word not in _ROLES and word not in _MATTER for word in words):
        return ""
    said = set(words) & (_VIEW | _COMMENT)
    if said and _TOWN & set(words) and not any(word in _ROLES for word in set(words) - said):
        return "question" if _TO_TOWN.search(plain) else "answer"
    told = [_ROLES[word] for word in words if word in _ROLES]
    return told[0] if len(set(told)) == 1 or (told and _ABOUT.search(plain)) else ""


_LETTERS = {"q": "question", "a": "answer"}
_ABOUT = re.compile(r"\b(?:to|for|regarding|about|on|of)\b")
"""Response to comments tells one of the two; Question and answer is a cell of both."""
