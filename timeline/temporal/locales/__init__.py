"""Languages that nobody wrote rules for, compiled from the locale data that dateparser ships.

`data` reads the data, `forms` our additions to it (`lang/<code>/forms.yml`), `names` and
`counting` make slots of both, `shapes` holds the rules that all languages share, and `language`
puts a `Language` together, of the same type as a hand-written one.
"""

from timeline.temporal.locales.data import Locale, codes, locale, name_of

__all__ = ["Locale", "codes", "locale", "name_of"]
