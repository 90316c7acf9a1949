from . import integration_health
from . import integration_health_facts
