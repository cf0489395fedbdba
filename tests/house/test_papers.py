from onthedot.cli.settings import CHECKOUT, papers
from onthedot.settings import PREFIX, Settings


def test_the_papers_tell_of_every_setting_as_it_is() -> None:
    for path, text in papers().items():
        assert (CHECKOUT / path).read_text() == text, f"{path} is out of date: run `onthedot settings --write`"
        for name, field in Settings.model_fields.items():
            assert PREFIX + name.upper() in text
            assert field.description
            assert field.description in text
