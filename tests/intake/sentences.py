"""What every reader promises for input that nobody has seen: a result, or one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager

from facilitator.domain.errors import FacilitatorError


@contextmanager
def read_or_refused() -> Iterator[None]:
    """Passes when the block ends well, or with an error of ours that is one sentence or more on one line."""
    refusal = None
    try:
        yield
    except FacilitatorError as error:
        refusal = error
    assert refusal is None or (str(refusal).endswith(".") and "\n" not in str(refusal))
