"""A mail is its sender's own voice."""

from counterclaim.text.mail import mail

TEXT = """From: Mara Venn <mara@selby.example>
To: desk@selbypost.example
Subject: The gate

The gate was shut in March. We will answer by Friday.
"""


def test_the_sender_speaks_below_the_header() -> None:
    assert [(t.name, TEXT[t.span.start : t.span.end].strip()) for t in mail(TEXT)] == [
        ("Mara Venn", "The gate was shut in March. We will answer by Friday.")
    ]


def test_prose_is_no_mail() -> None:
    assert mail("From Selby to the sea it is a mile.\n\nTo walk it takes an hour.") == ()
