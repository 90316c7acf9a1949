from . import test_access
from . import test_case
from . import test_voluntary
