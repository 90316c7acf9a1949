from . import controllers, logs, models, wizard
from .hooks import uninstall_hook

logs.install()
