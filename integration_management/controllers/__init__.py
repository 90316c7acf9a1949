from . import client_page
from . import figures
from . import home
from . import portal
from . import second_factor
from . import translate
