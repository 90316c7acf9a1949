from . import test_access
from . import test_case
from . import test_case_deadline
from . import test_person
from . import test_term
from . import test_voluntary
from . import test_tour_case
from . import test_case_cost
