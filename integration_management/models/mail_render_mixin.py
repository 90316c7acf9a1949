# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import AccessError

from ..logic.expressions import inline_code, is_harmless, template_code


class MailRenderMixin(models.AbstractModel):
    """Keeps code out of message templates; their words may be edited.

    A template is rendered with the rights of whoever sends the message. What other
    templates of the kind already do may be repeated: modules brought it.
    """

    _inherit = "mail.render.mixin"

    @api.model_create_multi
    def create(self, vals_list):
        templates = super().create(vals_list)
        if templates._is_template_locked():
            others = self.sudo()  # sudo: compared, not shown
            others = others.search([("id", "not in", templates.ids)])
            templates._check_template_code(others._get_template_code())
        return templates

    def write(self, vals):
        if not self._is_template_locked():
            return super().write(vals)
        before = self._get_template_code()
        result = super().write(vals)
        self._check_template_code(before)
        return result

    def _update_field_translations(self, field_name, translations, *args, **kwargs):
        if not self._is_template_locked():
            return super()._update_field_translations(
                field_name, translations, *args, **kwargs
            )
        before = self._get_template_code()
        result = super()._update_field_translations(
            field_name, translations, *args, **kwargs
        )
        self._check_template_code(before)
        return result

    @api.model
    def _render_template_qweb(self, template_src, model, res_ids, *args, **kwargs):
        self._check_rendered(template_code(template_src))
        return super()._render_template_qweb(
            template_src, model, res_ids, *args, **kwargs
        )

    @api.model
    def _render_template_inline_template(
        self, template_txt, model, res_ids, *args, **kwargs
    ):
        self._check_rendered(inline_code(template_txt))
        return super()._render_template_inline_template(
            template_txt, model, res_ids, *args, **kwargs
        )

    @api.model
    def _is_template_locked(self):
        """Tell whether texts are stored here that are rendered unrestricted."""
        return self._unrestricted_rendering and (
            not self.env["integration.lockdown"]._is_open()
        )

    def _get_template_code(self):
        """Return the expressions in the templates, in all languages."""
        code = set()
        for lang, _name in self.env["res.lang"].get_installed():
            templates = self.with_context(lang=lang).sudo()  # sudo: not shown
            for name, field in self._fields.items():
                if not field.store or field.type not in ("char", "html", "text"):
                    continue
                is_qweb = getattr(field, "render_engine", "") in ("qweb", "qweb_view")
                find = template_code if is_qweb else inline_code
                code.update(*map(find, templates.mapped(name)))
        return code

    def _check_template_code(self, known):
        """Refuse templates that do more than read, and those for cases.

        :param known: expressions that were there before
        :raise AccessError: when there are others
        """
        new = self._get_template_code() - known
        is_protected = self.env["integration.protected"]._is_protected
        if not all(map(is_harmless, new)) or any(
            is_protected(template.render_model) for template in self
        ):
            self.env["integration.lockdown"]._refuse(self)

    @api.model
    def _check_rendered(self, code):
        """Refuse to render code that was entered just now, e.g. into a message."""
        if self._unrestricted_rendering or self.env["integration.lockdown"]._is_open():
            return
        if all(map(is_harmless, code)):
            return
        template = self._fields.get("template_id") and self.template_id
        if not template or code - template._get_template_code():
            raise AccessError(
                self.env._("Please remove the code from this text: it would be run.")
            )
