# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the health page says: per check what is checked, why, what to do, and how."""

from odoo.tools.translate import LazyTranslate

from ..models.integration_lockdown import VARIABLE

_lt = LazyTranslate(__name__)

_SERVER_FILE = _lt(
    "Ask who runs the server to set this in Odoo's configuration file and to restart."
)
_UNINSTALL = _lt("Uninstall it under Apps.")
_SETTINGS = _lt("Change it in Settings > Integration.")
_USERS = _lt("Change it in Settings > Users.")
_ASK = _lt("Ask who runs the server; Odoo cannot see it.")

# code: (checked, reason, remedy, exact line or name; the same in all languages)
TEXTS = {
    "master_password": (
        _lt("Master password of the database manager"),
        _lt("With the delivered password anybody can download the whole database."),
        _SERVER_FILE,
        "admin_passwd = (40 random characters)",
    ),
    "list_db": (
        _lt("Database manager switched off"),
        _lt("Its pages download, replace and delete databases."),
        _SERVER_FILE,
        "list_db = False",
    ),
    "second_factor": (
        _lt("Two-factor authentication required"),
        _lt("A stolen or reset password alone must not open any file."),
        _SETTINGS,
        "",
    ),
    "people": (
        _lt("Everybody with access to personal data has a second factor"),
        _lt("Until it is set up, the password alone protects these accounts."),
        _lt("Ask the people to log in once: they are led through the set-up."),
        "",
    ),
    "https": (
        _lt("Encrypted address"),
        _lt("Without encryption passwords and files can be read on the way."),
        _lt("Set up a certificate, then enter the address in the system parameters."),
        "web.base.url = https://…",
    ),
    "proxy_mode": (
        _lt("Odoo knows that a proxy encrypts"),
        _lt("Otherwise cookies are not marked as secret and all come from one place."),
        _SERVER_FILE,
        "proxy_mode = True",
    ),
    "db_role": (
        _lt("Odoo's database role has no rights that it does not need"),
        _lt("A superuser of the database can change the sealed access log."),
        _lt("Let the operator of the database run this, with the name of the role:"),
        "ALTER ROLE odoo NOSUPERUSER NOCREATEDB NOCREATEROLE",
    ),
    "access_log": (
        _lt("Access log sealed"),
        _lt("Only then can nobody erase traces from within Odoo."),
        _lt("Let the operator of the database run this, with the name of the role:"),
        "psql -d DATABASE -v odoo_role=odoo -f access_log_seal.sql",
    ),
    "allow_code": (
        _lt("No code from the user interface"),
        _lt("Whoever can enter code there can read every case."),
        _lt("Remove this variable from the server's environment and restart."),
        VARIABLE,
    ),
    "demo": (
        _lt("No demo data"),
        _lt("The people of the demo have passwords that everybody knows."),
        _lt("Use another database, without demo data."),
        "",
    ),
    "sync": (
        _lt("No calendar synchronisation with Google or Microsoft"),
        _lt("It sends the times of all appointments to these companies."),
        _UNINSTALL,
        "",
    ),
    "lookup": (
        _lt("No online services that complete addresses"),
        _lt("They send what people type to companies outside."),
        _UNINSTALL,
        "",
    ),
    "privileged": (
        _lt("No modules that read everything"),
        _lt("They read with raised rights, or copy what they read into their own log."),
        _UNINSTALL,
        "",
    ),
    "signup": (
        _lt("Nobody can make an account for themselves"),
        _lt("Accounts are given by you, not taken by strangers."),
        _lt(
            "Choose “On invitation” in Settings > General settings > Customer account."
        ),
        "",
    ),
    "administrators": (
        _lt("Few Settings administrators"),
        _lt("They can reset passwords and change rights; three are enough."),
        _USERS,
        "",
    ),
    "both_roles": (
        _lt("Nobody is integration manager and Settings administrator"),
        _lt("One stolen session would open cases and rights at once."),
        _lt("Give these people a second account for administration."),
        "",
    ),
    "lock": (
        _lt("Screen lock after at most 30 minutes without activity"),
        _lt("An open screen in the office shows files to whoever walks by."),
        _SETTINGS,
        "",
    ),
    "session": (
        _lt("New login at least every day"),
        _lt("A stolen session ends by itself."),
        _SETTINGS,
        "",
    ),
    "password": (
        _lt("Passwords of at least 12 characters"),
        _lt("Short passwords are guessed."),
        _lt("Install “Password Policy” under Apps and set the length in the settings."),
        "auth_password_policy.minlength = 12",
    ),
    "dbfilter": (
        _lt("One database only"),
        _lt("Otherwise visitors can choose or try other databases of the server."),
        _SERVER_FILE,
        "dbfilter = ^DATABASE$",
    ),
    "log_sql": (
        _lt("Log without queries"),
        _lt("Queries contain names and notes; the log is read by others."),
        _lt("Start Odoo without these options:"),
        "--log-sql, --log-level=debug_sql",
    ),
    "dev_mode": (
        _lt("No development or test mode"),
        _lt("These modes show internals and switch protection off."),
        _lt("Start Odoo without these options:"),
        "--dev, --test-enable",
    ),
    "mail": (
        _lt("Encrypted connections to the mail servers"),
        _lt("Otherwise mails and the password of the mail account can be read."),
        _lt("Choose TLS for every server in Settings > Technical > Outgoing mail."),
        "",
    ),
    "workers": (
        _lt("Several worker processes"),
        _lt("One slow request would stop everybody, and memory has no limit."),
        _SERVER_FILE,
        "workers = 4",
    ),
    "limits": (
        _lt("Time limits for requests"),
        _lt("Without a limit a single request can block the server."),
        _SERVER_FILE,
        "limit_time_cpu = 60, limit_time_real = 120",
    ),
    "disk": (
        _lt("Encrypted disks"),
        _lt("A stolen or discarded disk contains all files."),
        _ASK,
        "",
    ),
    "backup": (
        _lt("Encrypted backups that were restored at least once"),
        _lt("A backup contains everything, and is worth what its restoring is."),
        _ASK,
        "",
    ),
}
