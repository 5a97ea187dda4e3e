"""``python -m draad`` is the command `draad`."""

import sys

from ._command import run
from ._errors import CommandNotFound

if __name__ == "__main__":
    try:
        sys.exit(run(sys.argv[1:]))
    except CommandNotFound as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
