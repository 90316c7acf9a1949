# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Tells people when somebody else changes how they log in or who may do what."""

from odoo import api, models

_GROUP = "integration_management.group_integration_privacy"
# Settings that decide who may do what and how people log in: what to note it as, and
# the fields that matter (all, if none are named).
WATCHED = {
    "auth.oauth.provider": ("login", set()),
    "ir.mail_server": ("login", {"active", "from_filter", "smtp_host", "smtp_user"}),
    "ir.model.access": ("rules", set()),
    "ir.rule": ("rules", set()),
    "res.company.ldap": ("login", set()),
}


class IntegrationEscalation(models.AbstractModel):
    """Notes what opens a way to somebody's files in the access log, and tells them.

    An administrator can set a manager's password; that they do it unseen is what this
    prevents. The data protection officers are told, too.
    """

    _name = "integration.escalation"
    _description = "Notice of Changed Access"

    @api.model
    def _is_quiet(self):
        """Tell whether modules are being installed: that is no user's doing."""
        return not self.env.registry.ready

    @api.model
    def _note_settings(self, records, vals=None):
        """Note that rules or ways to log in were changed."""
        operation, names = WATCHED[records._name]
        matters = vals is None or not names or names & vals.keys()
        if self._is_quiet() or not records or not matters:
            return
        log = self.env["integration.access.log"]
        log._log(operation, records._name, records.ids)
        self._tell_all(self._get_officers(), "settings", records._description)

    @api.model
    def _note_accounts(self, operation, users, what=None):
        """Note a change of other people's accounts or rights, and tell them.

        :param operation: of the access log
        :param what: what happened, a key of `_get_text`; the operation unless given
        """
        if self._is_quiet() or not users:
            return
        log = self.env["integration.access.log"]
        log._log(operation, "res.users", users.ids)
        for user in users:
            readers = self._get_officers() | user
            self._tell_all(readers, what or operation, user.name)

    @api.model
    def _get_others(self, users):
        """Return whose accounts open something of this addon, without the actor's."""
        if self._is_quiet():
            return users.browse()
        category = self.env.ref("integration_management.module_category_integration")
        return users.filtered(
            lambda user: (
                user != self.env.user
                and category in user.all_group_ids.privilege_id.category_id
            )
        )

    @api.model
    def _get_officers(self):
        group = self.env.ref(_GROUP, raise_if_not_found=False)
        return group.all_user_ids if group else self.env["res.users"]

    @api.model
    def _get_watched_groups(self):
        """Return the groups that open something of this addon, or everything."""
        category = self.env.ref("integration_management.module_category_integration")
        groups = self.env["res.groups"].search(
            [("privilege_id.category_id", "=", category.id)]
        )
        return (
            groups
            | self.env.ref("base.group_system")
            | self.env.ref("base.group_erp_manager")
        )

    @api.model
    def _get_members(self):
        """Return {watched group: its users}, to compare before and after a change."""
        return {group: group.all_user_ids for group in self._get_watched_groups()}

    @api.model
    def _note_members(self, before):
        """Note who joined or left a watched group since `before`."""
        changed = self.env["res.users"]
        for group, users in self._get_members().items():
            changed |= (users - before[group]) | (before[group] - users)
        self._note_accounts("groups", changed)

    @api.model
    def _tell_all(self, users, what, name):
        """Write to `users`, each in their language, except to who did it."""
        for user in users.filtered("active") - self.env.user:
            self.with_context(lang=user.lang)._tell(user, what, name)

    @api.model
    def _tell(self, user, what, name):
        self.env["integration.notice"]._send(
            user, self._get_text(what, name), self.env._("Security notice")
        )

    @api.model
    def _get_text(self, what, name):
        """Return what to tell; names of colleagues only, no values."""
        actor = self.env.user.name
        if self.env.user.share:
            actor = self.env._("Somebody who is not logged in")
        text = self._get_texts()[what] % {"actor": actor, "name": name}
        advice = self.env._(
            "If you did not expect this, please ask, and tell the data protection"
            " officer."
        )
        return f"{text} {advice}"

    @api.model
    def _get_texts(self):
        env = self.env
        return {
            "password": env._("%(actor)s set a new password for “%(name)s”."),
            "reset": env._("%(actor)s sent “%(name)s” a link for a new password."),
            "login": env._("%(actor)s changed the login of “%(name)s”."),
            "email": env._("%(actor)s changed the e-mail address of “%(name)s”."),
            "groups": env._("%(actor)s changed the rights of “%(name)s”."),
            "active": env._("%(actor)s archived or restored “%(name)s”."),
            "two_factor": env._("%(actor)s removed the second factor of “%(name)s”."),
            "settings": env._("%(actor)s changed settings of access: %(name)s."),
        }
