from . import home
from . import second_factor
from . import translate
