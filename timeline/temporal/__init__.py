"""Text -> mentions: the expressions of time in a text, with what they mean."""

from timeline.temporal.anchor import Genre
from timeline.temporal.explain import Explanation, Reading, explain
from timeline.temporal.ranges import Range, ranges
from timeline.temporal.tagger import tag

__all__ = ["Explanation", "Genre", "Range", "Reading", "explain", "ranges", "tag"]
