from . import client_page
from . import client_portal
from . import client_portal_pages
from . import figures
from . import home
from . import portal
from . import second_factor
from . import translate
