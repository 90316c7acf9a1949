from . import integration_council_report
from . import integration_feedback_answer
from . import integration_health
from . import integration_health_facts
from . import integration_leaving
from . import integration_locked_count
from . import integration_offer_leaflet
