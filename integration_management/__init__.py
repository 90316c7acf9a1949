from . import controllers, logs, models
from .hooks import uninstall_hook

logs.install()
